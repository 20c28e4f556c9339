"""What may be wrong with a report or its period, in one sentence each."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def signing() -> dict[str, str]:
    """``domain.reports``: ``SigningFault``, ``PeriodFault``; ``reports.frozen.FrozenFault``."""
    return {
        "signing.signed": translate(
            "messages", "A signed report never changes. Issue another one that replaces it."
        ),
        "signing.returned": translate(
            "messages", "This report was sent back. The unit hands in another one."
        ),
        "signing.handed_in": translate(
            "messages", "A report that was handed in is signed or sent back, not changed."
        ),
        "signing.same_person": translate(
            "messages", "Who handed the report in cannot sign it. Another person signs."
        ),
        "signing.other_person": translate(
            "messages", "A report is handed in and signed under one's own name."
        ),
        "signing.number_missing": translate("messages", "A signed report has a number."),
        "signing.reason_missing": translate("messages", "Say what is to be put right."),
        "signing.damaged": translate(
            "messages",
            "This report is not as it was handed in: its data was changed or damaged. Do not use"
            " it; call the administrator.",
        ),
        "signing.too_large": translate(
            "messages", "The report is too large to be handed in. Choose a shorter period."
        ),
        "signing.in_future": translate(
            "messages", "This period has not begun. Choose an earlier one."
        ),
        "signing.waiting": translate(
            "messages", "A report of these days waits for its signature already."
        ),
        "frozen.newer_program": translate(
            "messages", "A newer program has written this report. Install the update."
        ),
        "frozen.unreadable": translate(
            "messages",
            "This report cannot be read. Do not delete anything; call the administrator.",
        ),
        "undo.final": translate(
            "messages", "A report that was signed or sent back stays so; it cannot be taken back."
        ),
        "period.malformed": translate(
            "messages", "This is no period. Write 2026-W47, 2026-11, 2026-Q4 or 2026."
        ),
        "period.ends_before_start": translate(
            "messages", "The last day is before the first. Correct one of the two."
        ),
    }
