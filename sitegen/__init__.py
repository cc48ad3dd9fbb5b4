"""sitegen: the pages and documents of the Kaikukortti network, from text files."""

__version__ = "0.1.0"
