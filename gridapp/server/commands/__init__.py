"""What an operator can do at the county: one module per command or small group of them."""
