"""Photos and scans of a case."""
