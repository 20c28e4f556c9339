"""Rules about receptions and meetings."""
