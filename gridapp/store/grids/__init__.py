"""Questions about the tree of grids."""
