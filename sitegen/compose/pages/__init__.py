"""The pages: for each kind a function from its context to a view, which a template writes."""
