"""How households become micro-grids: the choice, and how many of which sizes come of it."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.domain.grids.grids import BAND, Size, size_of
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, set_property, words
from gridapp.usecases.grids import grid_board
from gridapp.usecases.grids.grids import Forming

MOST_SIZES = 8


class FormingChoice(QWidget):
    """Two buttons and a sentence that answers at once."""

    def __init__(self) -> None:
        super().__init__()
        self.forming = Forming.BY_GROUP
        self._groups: Sequence[str] = ()
        self.buttons = {
            Forming.BY_GROUP: button(
                self.tr("By villagers' group"), partial(self.choose, Forming.BY_GROUP)
            ),
            Forming.EVENLY: button(
                self.tr("Evenly along the walk"), partial(self.choose, Forming.EVENLY)
            ),
        }
        self.outcome = words("", wrap=True)
        self.band = Chip()
        choice = QWidget()
        row = FlowLayout(choice)
        for made in self.buttons.values():
            row.addWidget(made)
        row.addWidget(self.band)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(choice)
        column.addWidget(self.outcome)
        self.choose(Forming.BY_GROUP)

    def show_groups(self, groups: Sequence[str]) -> None:
        """The 村民组 of each household that is to be put into a micro-grid."""
        self._groups = groups
        self.choose(self.forming)

    def choose(self, forming: Forming) -> None:
        """Choose a way and say what comes of it."""
        self.forming = forming
        for known, made in self.buttons.items():
            set_property(made, "chosen", known == forming)
            mark = self.tr("chosen") if known == forming else ""
            made.setAccessibleDescription(mark)
        sizes = grid_board.sizes(self._groups, forming)
        self.outcome.setText(self._sentence(sizes))
        self.band.setVisible(bool(sizes))
        outside = sum(size_of(size) != Size.FITTING for size in sizes)
        low, high = BAND
        if outside:
            text = self.tr("{count} outside {low}–{high}")
            tone = Tone.AMBER
        else:
            text, tone = self.tr("all within {low}–{high}"), Tone.GREEN
        self.band.show_state(text.format(count=outside, low=low, high=high), tone)

    def _sentence(self, sizes: list[int]) -> str:
        counts = sorted(Counter(sizes).items(), reverse=True)
        shown = "、".join(f"{count} × {size}" for size, count in counts[:MOST_SIZES])
        rest = " …" if len(counts) > MOST_SIZES else ""
        text = self.tr("{households} households become {count} micro-grids: {sizes} households")
        return text.format(households=sum(sizes), count=len(sizes), sizes=shown + rest)
