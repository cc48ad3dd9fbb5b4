"""Files become raw values with places; nothing is typed here and nothing is lost."""
