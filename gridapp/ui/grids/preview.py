"""What a regrouping comes to, before it is done: people, open cases, sizes, whose laptop."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.domain.grids.regrouping import Fate, GridChange, Preview
from gridapp.ui.grids.sizing import TONES, band_word
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import words

translate = QCoreApplication.translate
MOST_ROWS = 8


class PreviewPart(QWidget):
    """A sentence, and a row for each grid that it touches."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = words("", wrap=True)
        self.cases = words("", "muted", wrap=True)
        self.table = DataTable(
            self.tr("What becomes of the grids"),
            _columns(),
            identity=lambda change: change.id,
            whole=MOST_ROWS,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.sentence, self.cases, self.table):
            column.addWidget(part)

    def show_preview(self, preview: Preview) -> None:
        """Say what a plan comes to."""
        text = self.tr("{households} households with {people} people go into another grid.")
        none = self.tr("No household goes into another grid yet.")
        moved = text.format(households=preview.households, people=preview.people)
        self.sentence.setText(moved if preview.households else none)
        cases = self.tr("{count} open cases stay in the books of the grid where they arose.")
        self.cases.setText(cases.format(count=preview.open_cases))
        self.cases.setVisible(preview.open_cases > 0)
        self.table.show_rows(preview.grids)
        self.table.setVisible(bool(preview.grids))


def _columns() -> tuple[Column[GridChange], ...]:
    return (
        Column[GridChange](translate("preview", "Grid"), _name, 130, stretch=2),
        Column[GridChange](
            translate("preview", "Households now"), lambda g: str(g.before), 90, right=True
        ),
        Column[GridChange](
            translate("preview", "Then"), lambda g: str(g.after), 70, right=True, ink=_ink
        ),
        Column[GridChange](translate("preview", "Size"), _size, 80, tone=_ink),
        Column[GridChange](translate("preview", "Whose laptop changes"), _who, 120, stretch=1),
    )


def _name(change: GridChange) -> str:
    if not change.banded:
        return translate("preview", "In no micro-grid")
    words_of = {
        Fate.FOUNDED: translate("preview", "{name} (new)"),
        Fate.DISSOLVED: translate("preview", "{name} (dissolved)"),
        Fate.REOPENED: translate("preview", "{name} (stands again)"),
    }
    return words_of.get(change.fate, "{name}").format(name=change.name)


def _size(change: GridChange) -> str:
    return "—" if change.size is None else band_word(change.size)


def _ink(change: GridChange) -> Tone | None:
    return None if change.size is None else TONES[change.size]


def _who(change: GridChange) -> str:
    return "、".join(change.leaders) or "—"
