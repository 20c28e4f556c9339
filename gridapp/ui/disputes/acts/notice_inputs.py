"""What is asked of a matter that is not accepted or is diverted: channel, notice and receipt."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.domain.disputes.mediation import Remedy, remedies
from gridapp.ui import case_words
from gridapp.ui.acts.act import Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Day, Line, Understood
from gridapp.ui.disputes.look import Look
from gridapp.ui.widgets.words import words

translate = QCoreApplication.translate


def notice(look: Look) -> tuple[Asked, ...]:
    """The written notice, and by what the person confirmed that they have it."""
    later = translate("acts", "Leave it empty while there is none.")
    return (
        Asked("notice", translate("acts", "Number of the notice"), Line, later),
        Asked("receipt", translate("acts", "Number of the receipt, or who signed it"), Line, later),
        Asked("receipt_on", translate("acts", "Received on"), partial(Day, look.today)),
    )


def channel(look: Look) -> Asked:
    """The legal channels of such a matter, each with its article."""
    listed = remedies(look.case.dispute.category)
    return Asked("channel", translate("acts", "To which legal channel"), partial(Channel, listed))


def told(values: Values) -> Mapping[str, Any]:
    """The data of the step: of the notice and the receipt what there is, of no receipt no day."""
    found = {name: values.get(name) for name in ("channel", "notice", "receipt")}
    if found["receipt"]:
        found["receipt_on"] = values["receipt_on"].isoformat()
    return {name: value for name, value in found.items() if value}


class Channel(Understood, QWidget):
    """One of the legal channels; below it in full, with its article. The value is its text."""

    wide = True
    touched = Signal()

    def __init__(self, listed: Sequence[Remedy]) -> None:
        super().__init__()
        other = translate("acts", "Another legal channel, named below")
        self._articles = {one.text: case_words.cite(one.source) for one in listed}
        self._pick = Pick([(text, text) for text in (*self._articles, other)])
        self._pick.setSizeAdjustPolicy(Pick.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._pick.touched.connect(self._tell)
        self._pick.touched.connect(self.touched)
        self._whole = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._pick)
        column.addWidget(self._whole)
        self.setFocusProxy(self._pick)
        self._tell()

    def value(self) -> str:
        """The chosen channel."""
        return self._pick.kept()

    kept = value

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self._pick.put_back(kept)
        self._tell()

    def setAccessibleName(self, name: str) -> None:
        """The name is read out where the focus is."""
        super().setAccessibleName(name)
        self._pick.setAccessibleName(name)

    def _tell(self) -> None:
        chosen = self.value()
        article = self._articles.get(chosen, "")
        self._whole.setText(f"{chosen} · {article}" if article else "")
        self._whole.setVisible(bool(article))
