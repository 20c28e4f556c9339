"""The exchange with the county: by itself, by a button, and what it could not do."""

from gridapp.ui.sync.page import SyncPage

__all__ = ["SyncPage"]
