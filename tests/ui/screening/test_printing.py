"""The walking list on paper."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from gridapp.contract.screening import Outcome
from gridapp.store.screening import WalkLine
from gridapp.ui.screening.printing import walking_list

LINE = WalkLine(
    household_id=UUID(int=1),
    unit_id=UUID(int=2),
    place=1,
    address="坪岭1组1号",
    head="韦国平",
    outcome=None,
    visit_id=None,
    note="",
    last_seen_on=date(2026, 10, 15),
)


def printed(*lines: WalkLine) -> tuple[str, int]:
    """The text and the number of rows of its table, the heading included."""
    document = QTextDocument()
    document.setHtml(walking_list("11月集中排查", "坪岭1-1", lines))
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return document.toPlainText(), table.rows()


def test_rows_are_numbered_as_on_screen_with_a_box_for_each_outcome(qapp: QApplication) -> None:
    text, rows = printed(LINE, replace(LINE, place=2, head="李春兰"))
    assert rows == 3
    assert text.count("□") == 2 * len(Outcome)
    assert text.index("韦国平") < text.index("李春兰")
    assert "11月集中排查" in text


def test_what_was_found_already_is_ticked(qapp: QApplication) -> None:
    text, _rows = printed(replace(LINE, outcome=Outcome.ABSENT))
    assert (text.count("☑"), text.count("□")) == (1, len(Outcome) - 1)


def test_a_name_never_becomes_markup(qapp: QApplication) -> None:
    text, _rows = printed(replace(LINE, head="<b>韦</b>&"))
    assert "<b>韦</b>&" in text
