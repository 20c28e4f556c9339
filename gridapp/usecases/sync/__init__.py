"""Exchanging with the county: by line, by stick, and what has to be settled."""
