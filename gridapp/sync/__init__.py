"""HOW IT TRAVELS: the exchange between this laptop and the county."""
