"""The ledgers on screen: chosen, narrowed, looked at, made, exported and printed."""

from gridapp.ui.reports.ledgers.view import LedgersView

__all__ = ["LedgersView"]
