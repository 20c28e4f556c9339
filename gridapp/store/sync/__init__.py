"""What the exchange asks of the store."""
