"""What staff do with disputes: from the first word to the strike-off."""
