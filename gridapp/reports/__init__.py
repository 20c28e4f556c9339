"""What we print: reports as frozen models, then as Excel and Word. Their text is Chinese."""
