"""Sentences for documents that are not drawn up; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def documents() -> dict[str, str]:
    """Why a document is not drawn up: ``usecases.documents.DocumentFault``."""
    return {
        "document.gone": translate("messages", "This case is no longer on this laptop."),
        "document.not_allowed": translate(
            "messages", "You may print numbers of people only masked."
        ),
        "document.reason_missing": translate("messages", "Write what the numbers are for."),
    }
