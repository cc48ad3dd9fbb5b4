"""Card data: codes checked, their symbols, the data for the print house, proofs (DOMAIN section 3)."""
