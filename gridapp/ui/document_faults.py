"""Sentences for what is not drawn up or does not leave; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def documents() -> dict[str, str]:
    """Why not: ``DocumentFault``, ``exporting.ExportFault``, ``ledger_definitions.LedgerFault``."""
    return {
        "document.gone": translate("messages", "This case is no longer on this laptop."),
        "export.not_allowed": translate("messages", "You may print numbers of people only masked."),
        "export.reason_missing": translate("messages", "Write what the numbers are for."),
        "ledger.may_not": translate(
            "messages", "Ledgers are made by county and township; choose one of theirs."
        ),
        "ledger.name_missing": translate("messages", "Give the ledger a name."),
        "ledger.name_taken": translate("messages", "There is a ledger of this name already."),
        "ledger.no_column": translate("messages", "Tick a column at least."),
        "export.no_template": translate(
            "messages", "Your Word template of this ledger has a fault, see Settings."
        ),
        "export.too_many": translate(
            "messages", "These are too many rows. Choose a shorter period or a smaller unit."
        ),
    }
