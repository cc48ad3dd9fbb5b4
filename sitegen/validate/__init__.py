"""Raw values -> model, all problems at once: the table of fields, then the rules across files (C1-C22)."""

from sitegen.validate.network import validate

__all__ = ["validate"]
