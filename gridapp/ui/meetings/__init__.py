"""Meetings on cases, a tab of the page of receptions."""
