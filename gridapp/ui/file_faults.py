"""Sentences for files that a case does not take or give out; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def attachments() -> dict[str, str]:
    """Why a file is not taken, or not given out: ``attachments.AttachmentFault``."""
    return {
        "attachment.file_missing": translate(
            "messages", "The file cannot be read. Is it still there?"
        ),
        "attachment.empty": translate("messages", "The file is empty."),
        "attachment.heic": translate(
            "messages",
            "This kind of photo (HEIC) cannot be read. Send it to yourself by WeChat as a picture,"
            " or set the telephone's camera to “most compatible”.",
        ),
        "attachment.type": translate(
            "messages", "Only photos, PDF and Word files without macros are taken."
        ),
        "attachment.too_large": translate(
            "messages", "The file is too large: at most 10 MB. Scan it in grey or in parts."
        ),
        "attachment.unreadable": translate(
            "messages", "The file is damaged, or holds several pictures. Save it anew as PDF."
        ),
        "attachment.already_there": translate("messages", "This file is already with the case."),
        "attachment.not_here": translate(
            "messages", "This file has not been downloaded to this laptop."
        ),
        "attachment.reason_missing": translate("messages", "Write what the copy is for."),
    }
