"""Step 2: what each column was taken for, shown on real rows, sheet by sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.rosters.proposal import MatchedColumn, Roster, SheetReading
from gridapp.rosters.vocabulary import Field
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.table import Column, DataTable

translate = QCoreApplication.translate
SAMPLES = 3


@dataclass(frozen=True)
class Taken:
    """A column with the texts of the first rows."""

    column: MatchedColumn
    samples: tuple[str, ...]


class ColumnsStep(QWidget):
    """Sheets at the left (if several), their columns at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets = self._sheets_table()
        self.columns = self._columns_table()
        self._sheets_card = Card(self.tr("Sheets"), flush=True)
        self._sheets_card.add(self.sheets)
        self._card = Card(self.tr("Columns"), flush=True)
        self._card.add(self.columns)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._sheets_card)
        row.addWidget(self._card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.sheets.chosen_row.connect(self._show_sheet)

    def show_roster(self, roster: Roster) -> None:
        """Show how the file was understood."""
        self._sheets_card.setFixedWidth(current().px(264))
        self._sheets_card.setVisible(len(roster.sheets) > 1)
        self.sheets.show_rows(roster.sheets)
        read = [n for n, sheet in enumerate(roster.sheets) if sheet.heading_row]
        if read:
            self.sheets.choose_number(read[0])
            self._show_sheet(roster.sheets[read[0]])

    def set_focus(self) -> None:
        """Stand in the columns."""
        self.columns.setFocus()

    def _sheets_table(self) -> DataTable[SheetReading]:
        columns = (
            Column[SheetReading](self.tr("Sheet"), lambda s: s.name or "—", 96, stretch=1),
            Column[SheetReading](self.tr("Headings in row"), self._row_text, 116, right=True),
        )
        return DataTable(self.tr("Sheets"), columns, identity=lambda s: s.name)

    def _columns_table(self) -> DataTable[Taken]:
        columns = [
            Column[Taken](self.tr("Heading"), lambda t: t.column.heading, 132, stretch=1),
            Column[Taken](
                self.tr("Taken for"), lambda t: taken_for(t.column.field), 128, tone=_tone
            ),
            Column[Taken](self.tr("Sure"), _confidence, 64, right=True),
        ]
        for number in range(SAMPLES):
            title = self.tr("Row {number}").format(number=number + 1)
            columns.append(Column[Taken](title, _sample(number), 108, stretch=2))
        return DataTable(self.tr("Columns"), columns, identity=lambda t: t.column.index)

    def _row_text(self, sheet: SheetReading) -> str:
        return str(sheet.heading_row) if sheet.heading_row else self.tr("no roster")

    def _show_sheet(self, sheet: SheetReading | None) -> None:
        if sheet is None:
            return
        title = self.tr("Columns of “{name}”").format(name=sheet.name) if sheet.name else ""
        self._card.set_title(title or self.tr("Columns"))
        note = self.tr("headings in row {row}").format(row=sheet.heading_row)
        self._card.set_note(note if sheet.heading_row else "")
        self.columns.show_rows(_taken(sheet))


def taken_for(field: str | None) -> str:
    """The word for what a column was taken for; ``head_`` marks one of the head only."""
    if field is None:
        return translate("ColumnsStep", "not taken")
    plain = field.removeprefix("head_")
    known = _of_household() | _of_member()
    word = known.get(plain, plain)
    if plain == field:
        return word
    return translate("ColumnsStep", "Head: {field}").format(field=word)


def _of_household() -> dict[str, str]:
    return {
        Field.VILLAGE: translate("ColumnsStep", "Village"),
        Field.GROUP: translate("ColumnsStep", "Villagers' group"),
        Field.HAMLET: translate("ColumnsStep", "Hamlet"),
        Field.NUMBER: translate("ColumnsStep", "Household number"),
        Field.SERIAL: translate("ColumnsStep", "Serial number"),
        Field.SIZE: translate("ColumnsStep", "Number of people"),
        Field.ADDRESS: translate("ColumnsStep", "Address"),
    }


def _of_member() -> dict[str, str]:
    return {
        Field.NAME: translate("ColumnsStep", "Full name"),
        Field.RELATION: translate("ColumnsStep", "Relation"),
        Field.IS_HEAD: translate("ColumnsStep", "Is the head"),
        Field.SEX: translate("ColumnsStep", "Sex"),
        Field.CITIZEN_NUMBER: translate("ColumnsStep", "Citizen number"),
        Field.BORN_ON: translate("ColumnsStep", "Born"),
        Field.PHONE: translate("ColumnsStep", "Phone"),
        Field.RESIDENCE: translate("ColumnsStep", "State"),
        Field.NOTE: translate("ColumnsStep", "Note"),
    }


def _taken(sheet: SheetReading) -> Sequence[Taken]:
    return [
        Taken(column, tuple(_masked(column.field, row[place]) for row in sheet.sample[:SAMPLES]))
        for place, column in enumerate(sheet.columns)
    ]


def _masked(field: str | None, text: str) -> str:
    """Numbers of people stay masked here as everywhere."""
    if field is not None and field.endswith(Field.CITIZEN_NUMBER):
        return mask_citizen_number(text)
    return mask_phone(text) if field is not None and field.endswith(Field.PHONE) else text


def _tone(taken: Taken) -> Tone:
    if taken.column.field is None:
        return Tone.NEUTRAL
    return Tone.GREEN if taken.column.confidence >= 1 else Tone.AMBER


def _confidence(taken: Taken) -> str:
    return "—" if taken.column.field is None else f"{taken.column.confidence:.0%}"


def _sample(number: int) -> Callable[[Taken], str]:
    return lambda taken: taken.samples[number] if number < len(taken.samples) else ""
