"""A day stands in its field as words stand in theirs."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gridapp.ui import theme
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.words import set_property

DAY = date(2026, 11, 22)


def text_begins(field: QWidget) -> int:
    """The first dark column behind the border, in px."""
    image = field.grab().toImage()
    middle = range(image.height() // 4, image.height() * 3 // 4)
    for x in range(5, image.width()):
        if any(image.pixelColor(x, y).lightness() < 140 for y in middle):
            return x
    raise AssertionError("nothing is written")


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("wrong", [False, True])
def test_a_day_keeps_the_distance_from_the_border_that_words_keep(
    qtbot: QtBot, qapp: QApplication, percent: int, wrong: bool
) -> None:
    around, day, plain = QWidget(), DayEdit(DAY), QLineEdit(str(DAY))
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    for field in (day, plain):
        column.addWidget(field)
        set_property(field, "wrong", wrong)
    theme.apply(qapp, False, percent)
    around.show()
    assert abs(text_begins(day) - text_begins(plain)) <= 2
