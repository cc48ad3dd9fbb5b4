"""A region's data as a workbook or CSV lists for its coordinator, and back into the YAML."""
