"""Importing rosters, for the first time and again."""
