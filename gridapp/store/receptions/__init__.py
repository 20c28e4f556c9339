"""Questions about receptions and meetings."""
