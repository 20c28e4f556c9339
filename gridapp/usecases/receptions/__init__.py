"""Receptions of residents and meetings on cases."""
