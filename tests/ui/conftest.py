"""The screen tests: offscreen, in Chinese, with a font of their own; any Qt warning fails them."""

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Event

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pylopdf_fonts_zh_cn import sans_path
from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, Qt
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import delete, isValid

from gridapp.ui import theme
from gridapp.ui.background import Background
from gridapp.ui.changes import Changes
from gridapp.ui.services import Services
from gridapp.ui.start import make_application
from gridapp.ui.widgets.elided import Elided

SIZES = ((1280, 720), (911, 512))
PERCENTS = (100, 150)
LOOKS = [*itertools.product((False, True), PERCENTS, SIZES)]
FEWER_LOOKS = [look for look in LOOKS if look[0] == (look[1] > 100)]
"""Dark is light in other colours: words that fit in one fit in the other."""
TODAY = date(2026, 11, 22)
Picture = Callable[[QWidget, str], None]


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    app = make_application(["gridapp"])
    QFontDatabase.addApplicationFont(str(sans_path()))
    return app


@pytest.fixture(autouse=True)
def no_qt_warning(qtlog: object) -> Iterator[None]:
    yield
    said = [record.message for record in qtlog.records]  # type: ignore[attr-defined]
    assert [text for text in said if "propagateSizeHints" not in text] == []


@pytest.fixture(autouse=True)
def screens_die_here(qapp: QApplication) -> Iterator[None]:
    """Where they were made; one that lived on would be restyled with every change of theme."""
    gc.disable()
    yield
    gc.collect()
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.parent() is None:
            delete(window)
    gc.enable()


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    theme.apply(qapp, False, 100)


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.shut_down()


@pytest.fixture
def services(background: Background) -> Services:
    """For a page on its own: ``go``, ``notify`` and ``recorded`` do nothing here."""

    def nothing(*_arguments: object) -> None:
        return None

    return Services(background, Changes(), None, lambda: TODAY, *[nothing] * 4)


@pytest.fixture
def picture(qapp: QApplication, background: Background, request: pytest.FixtureRequest) -> Picture:
    """Draw a widget in all text sizes and window sizes; nothing may be cut off."""
    option = request.config.getoption("--pictures")
    looks = list(LOOKS if option else FEWER_LOOKS)

    def draw(widget: QWidget, name: str) -> None:
        widget.show()
        faults = []
        for dark, percent, size in looks:
            theme.apply(qapp, dark, percent)
            widget.resize(*size)
            settle(background)
            come_to_rest(widget)
            if cut_off(widget):  # layouts within layouts come to rest one after the other
                settle(background)
            image = widget.grab().toImage()
            look = f"{name}-{size[0]}x{size[1]}-{percent}-{'dark' if dark else 'light'}"
            if option:
                Path(option).mkdir(parents=True, exist_ok=True)
                image.save(str(Path(option) / f"{look}.png"))
            faults += [f"{look}: {text}" for text in cut_off(widget)]
            if _colours(image) < 6:
                faults.append(f"{look} is blank")
        looks.reverse()  # the next picture begins with the look that is in force: no new style
        assert faults == []

    return draw


def settle(background: Background) -> None:
    """Let answers land and layouts come to rest."""
    for _round in range(3):
        background.wait_idle()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QTest.qWait(1)


@contextmanager
def held(background: Background) -> Iterator[None]:
    """While this lasts, the database answers nothing: what is asked is surely under way."""
    go_on = Event()
    background.run(QObject(), go_on.wait)
    try:
        yield
    finally:
        go_on.set()


def come_to_rest(widget: QWidget) -> None:
    """Let everything that slides arrive."""
    for sliding in widget.findChildren(QPropertyAnimation):
        sliding.setCurrentTime(sliding.duration())


def cut_off(widget: QWidget) -> list[str]:
    """The words that do not fit where they stand, and the pages wider than their window."""
    found = [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible() and label.text() and not (_fits(label) and _inside(label))
    ]
    found += [
        button.text()
        for button in widget.findChildren(QPushButton)
        if button.isVisible()
        and not (button.width() >= button.minimumSizeHint().width() and _inside(button))
    ]
    found += [
        f"{area.widget().objectName() or type(area.widget()).__name__} is too wide"
        for area in widget.findChildren(QScrollArea)
        if area.isVisible()
        and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.horizontalScrollBar().maximum() > 0
    ]
    return found


def _fits(label: QLabel) -> bool:
    if isinstance(label, Elided):
        return True
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width()) - 1
    return label.width() >= label.sizeHint().width() and (
        label.height() >= label.fontMetrics().height()
    )


def _inside(widget: QWidget) -> bool:
    """Nothing around it cuts it off, up to where one can scroll."""
    inner = widget
    while (around := inner.parentWidget()) is not None and not inner.isWindow():
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return True
        if not around.rect().adjusted(-1, -1, 1, 1).contains(inner.geometry()):
            return False
        inner = around
    return True


def _colours(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    )
