"""Households: the tree, the list, and one household on one screen."""

from gridapp.ui.households.page import HouseholdsPage

__all__ = ["HouseholdsPage"]
