"""A day as an input: typed or stepped with the arrow keys, never in a popup."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


class DayEdit(QDateEdit):
    """Shows ``2026-11-22``; Up and Down step the part under the cursor."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd")
        self.lineEdit().setTextMargins(10, 0, 10, 0)
        self.show_day(day)

    def day(self) -> date:
        """The day as it stands."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_day(self, day: date) -> None:
        """Show another day, ready to step by days."""
        self.setDate(QDate(day.year, day.month, day.day))
        self.setCurrentSection(QDateEdit.Section.DaySection)
