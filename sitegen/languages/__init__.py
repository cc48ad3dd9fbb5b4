"""Languages: their table, choosing a text, messages, formats and sorting."""
