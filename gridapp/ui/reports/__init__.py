"""The weekly report on screen: drafted at once, every number opens its cases."""

from gridapp.ui.reports.page import ReportsPage

__all__ = ["ReportsPage"]
