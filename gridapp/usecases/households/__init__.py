"""What staff do with households and their members."""
