"""What reports count, for which period, and how they are kept."""
