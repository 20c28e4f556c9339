"""Processes that serve: one, or several on one socket; what is said of each request."""
