"""Rules about the tree of grids and who leads them."""
