"""The grid tree: counts that reconcile, micro-grids with their households, leaders."""

from gridapp.ui.grids.page import GridsPage

__all__ = ["GridsPage"]
