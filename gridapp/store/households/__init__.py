"""Questions about households."""
