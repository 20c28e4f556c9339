"""The ledger of disputes, new ones, and one case with its timeline."""

from gridapp.ui.disputes.page import DisputesPage

__all__ = ["DisputesPage"]
