"""The preview: build on every save, serve the last good site, show problems over it."""
