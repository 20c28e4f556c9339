"""Which photos and scans come to this laptop: those that are asked for, or all."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gridapp.store.files.blobs import Downloads
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, set_property, words


class DownloadsCard(Card):
    """``chosen(Downloads)`` when the person chose."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Photos and scans of cases"))
        words_of = {
            Downloads.ON_DEMAND: self.tr("When I ask for them"),
            Downloads.ALL: self.tr("All of them"),
        }
        row = QWidget()
        flow = FlowLayout(row)
        self.choices = {
            which: button(text, partial(self._choose, which)) for which, text in words_of.items()
        }
        for made in self.choices.values():
            flow.addWidget(made)
        hint = self.tr(
            "They are fetched after the text and never hold it up. What was added on this laptop"
            " stays here."
        )
        self.add(words(self.tr("Fetch"), "muted"), row, words(hint, "muted", wrap=True))

    def show_choice(self, chosen: Downloads) -> None:
        """Show what is in force."""
        for which, made in self.choices.items():
            set_property(made, "chosen", which is chosen)
            made.setAccessibleDescription(self.tr("chosen") if which is chosen else "")

    def _choose(self, which: Downloads) -> None:
        self.chosen.emit(which)
