"""What staff do with the tree of grids and its posts."""
