"""The door-to-door round: one key per household."""

from gridapp.ui.screening.page import ScreeningPage

__all__ = ["ScreeningPage"]
