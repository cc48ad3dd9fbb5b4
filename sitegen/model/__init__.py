"""What sitegen knows: frozen values, no input or output."""
