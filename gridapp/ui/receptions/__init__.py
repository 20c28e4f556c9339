"""Receptions of residents by leaders, and meetings on cases."""

from gridapp.ui.receptions.page import ReceptionsPage

__all__ = ["ReceptionsPage"]
