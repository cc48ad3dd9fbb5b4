"""The commands: a module each, with its arguments and what it calls and prints; heavy imports stand inside."""
