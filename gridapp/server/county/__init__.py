"""The open county: its database, keys and memory, and what a laptop asks of it."""
