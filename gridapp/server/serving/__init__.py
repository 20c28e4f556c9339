"""Processes that serve: one, or several on one socket; their logs."""
