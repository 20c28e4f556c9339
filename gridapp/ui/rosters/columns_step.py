"""Step 2: what each column was taken for, shown on real rows, sheet by sheet; put right here."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.rosters.proposal import Roster, SheetReading
from gridapp.rosters.vocabulary import Field
from gridapp.ui.rosters.columns_table import ColumnsTable
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import set_tone, words


class ColumnsStep(QWidget):
    """Sheets at the left (if several), their columns at the right.

    ``told(mark of the heading row, column number, field)``; ``left_out(sheet, whether)``.
    """

    told = Signal(str, int, str)
    left_out = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: SheetReading | None = None
        self.sheets, self.columns = self._sheets_table(), ColumnsTable(self.tr("Columns"))
        self._title = words("", "heading", wrap=True)
        self.hint = words("", "muted", wrap=True)
        self.nameless = words(self.tr("No column holds the names of people. Choose it."), wrap=True)
        set_tone(self.nameless, Tone.RED)
        self._sheets_card = Card(self.tr("Sheets"), flush=True)
        self._sheets_card.add(self.sheets)
        self._card = Card("", flush=True)
        self._title.setContentsMargins(17, 14, 17, 0)
        self._card.add(self._title, self.columns)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._sheets_card)
        row.addWidget(self._card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.nameless)
        column.addLayout(row, 1)
        self.sheets.chosen_row.connect(self._show_sheet)
        self.sheets.space_pressed.connect(self._toggle_sheet)
        self.sheets.activated_row.connect(self._toggle_sheet)
        self.columns.told.connect(self._on_told)

    def show_roster(self, roster: Roster) -> None:
        """Show how the file was understood; the sheet that was looked at stays in sight."""
        self._size()
        several = len(roster.sheets) > 1
        self._sheets_card.setVisible(several)
        self.hint.setText(self._hint(several))
        names = [sheet.name for sheet in roster.sheets]
        wanted = self._sheet.name if self._sheet and self._sheet.name in names else None
        self.sheets.show_rows(roster.sheets)
        read = [n for n, sheet in enumerate(roster.sheets) if sheet.heading_row]
        number = names.index(wanted) if wanted is not None else read[0] if read else 0
        self.sheets.choose_number(number)
        self._show_sheet(roster.sheets[number])

    def clear(self) -> None:
        """Another file comes: no sheet of it has been looked at."""
        self._sheet = None

    def set_focus(self) -> None:
        """Stand in the columns."""
        self.columns.setFocus()
        if self.columns.rows:
            self.columns.choose_number(max(0, self.columns.currentIndex().row()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _size(self) -> None:
        """The sheets take less than a third of a narrow window."""
        room = max(160, self.width() * 3 // 10)
        self._sheets_card.setFixedWidth(min(current().px(264), room))

    def _hint(self, several: bool) -> str:
        text = self.tr(
            "Check what each column was taken for; Enter changes it. A file with the same headings"
            " is read the same way next time."
        )
        of_sheets = self.tr("Space leaves a sheet out or takes it.")
        return f"{text}{of_sheets}" if several else text

    def _sheets_table(self) -> "_Sheets":
        columns = (
            Column[SheetReading](self.tr("Sheet"), lambda s: s.name or "—", 96, stretch=1),
            Column[SheetReading](self.tr("Taken"), self._state, 104, tone=_state_tone),
        )
        return _Sheets(self.tr("Sheets"), columns, identity=lambda s: s.name)

    def _state(self, sheet: SheetReading) -> str:
        if not sheet.heading_row:
            return self.tr("no roster")
        return self.tr("left out") if sheet.left_out else self.tr("taken")

    def _show_sheet(self, sheet: SheetReading | None) -> None:
        if sheet is None:
            return
        self._sheet = sheet
        title = self.tr("Columns of “{name}”, headings in row {row}") if sheet.heading_row else ""
        title = title.format(name=sheet.name, row=sheet.heading_row)
        self._title.setText(title or self.tr("Columns"))
        fields = {column.field for column in sheet.columns}
        named = bool(fields & {Field.NAME.value, f"head_{Field.NAME}"})
        self.nameless.setVisible(bool(sheet.heading_row) and not named)
        self.columns.show_sheet(sheet)

    def _toggle_sheet(self, sheet: SheetReading) -> None:
        if sheet.heading_row:
            self.left_out.emit(sheet.name, not sheet.left_out)

    def _on_told(self, number: int, field: str) -> None:
        if self._sheet is not None:
            self.told.emit(self._sheet.mark, number, field)


class _Sheets(DataTable[SheetReading]):
    """``space_pressed(sheet)``: leave it out, or take it again."""

    space_pressed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.space_pressed.emit(row)
        else:
            super().keyPressEvent(event)


def _state_tone(sheet: SheetReading) -> Tone:
    return Tone.GREEN if sheet.heading_row and not sheet.left_out else Tone.NEUTRAL
