"""Settings: the look, the own password, the laptop and its server."""

from gridapp.ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
