"""The import of a roster: file, columns, check, import."""

from gridapp.ui.rosters.page import RostersPage

__all__ = ["RostersPage"]
