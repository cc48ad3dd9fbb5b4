"""Keys, cache, workers, locks and the atomic publish: all that touches the disk besides reading."""
