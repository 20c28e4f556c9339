"""Rules about households, their members, and what happened to them."""
