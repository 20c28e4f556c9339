"""The table of all cases."""
