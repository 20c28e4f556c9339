"""What to do now."""

from gridapp.ui.today.page import TodayPage

__all__ = ["TodayPage"]
