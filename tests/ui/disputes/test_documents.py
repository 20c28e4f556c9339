"""The documents of a case by keyboard alone: chosen, looked at, saved, kept; and on paper."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gridapp.contract.disputes import EventKind
from gridapp.reports.documents import paper as papers
from gridapp.reports.documents.catalogue import DOCUMENTS
from gridapp.store.disputes.disputes import Case, Shelf
from gridapp.ui import paper
from gridapp.ui.disputes.cards.documents import DocumentsCard
from gridapp.ui.paper import Pages
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import Columns
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import attachments, disputes
from gridapp.usecases.disputes.disputes import Step
from tests.desks import TODAY
from tests.reports.documents.test_filling import drawn
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk, Said

KEYS = Qt.Key


def accepted(desk: Desk) -> Case:
    """A case that was accepted today."""
    line = next(line for line in disputes.ledger(desk, Shelf.ALL) if line.state == "registered")
    disputes.take_step(desk, line.id, Step(EventKind.ACCEPTED, "属调解范围。", TODAY))
    found = disputes.case(desk, line.id)
    assert found is not None
    return found


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, at_desk: AtDesk) -> Iterator[DocumentsCard]:
    """Beside something else, as on the page of the case."""
    services = at_desk(desk)
    made, columns, page = DocumentsCard(services), Columns(stack_below=860), QScrollArea()
    columns.add_left(Card("　"))
    columns.add_right(made)
    page.setWidget(columns)
    page.setWidgetResizable(True)
    qtbot.addWidget(page)
    page.resize(911, 512)
    page.show()
    page.activateWindow()
    made.show_case(accepted(desk))
    settle(services.background)
    yield made


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def case_id(card: DocumentsCard) -> UUID:
    assert card._case is not None
    return card._case.dispute.id


def test_a_person_with_only_a_keyboard_draws_up_looks_at_saves_and_keeps(
    card: DocumentsCard, desk: Desk, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QPrintPreviewDialog] = []

    def look(dialog: QPrintPreviewDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(QPrintPreviewDialog, "exec", look)
    path = tmp_path / "受理告知书"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    rest = lambda: settle(card._services.background)  # noqa: E731
    assert "acceptance" in card.buttons
    assert "talk" not in card.buttons
    card.buttons["acceptance"].setFocus()
    press(KEYS.Key_Return)
    assert card.panel.look.hasFocus()
    press(KEYS.Key_Return)
    rest()
    assert shown[0].windowTitle().startswith("受理告知书")
    card.panel.word.setFocus()
    press(KEYS.Key_Return)
    rest()
    assert path.with_suffix(".docx").read_bytes().startswith(b"PK")
    card.panel.pdf.setFocus()
    press(KEYS.Key_Return)
    rest()
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert len(said.notices) == 2
    card.panel.keep.setFocus()
    press(KEYS.Key_Return)
    rest()
    assert [file.template for file in attachments.files(desk, case_id(card))] == ["acceptance"]
    assert "acceptance" not in card.buttons
    assert card.more.hasFocus()
    press(KEYS.Key_Return)
    assert len(card.buttons) == len(DOCUMENTS)
    said.undo[0]()
    rest()
    assert attachments.files(desk, case_id(card)) == ()


def test_numbers_in_full_ask_what_for(card: DocumentsCard, said: Said, tmp_path: Path) -> None:
    card.open_document("application")
    assert card.panel.field.isHidden()
    card.panel.whole.setFocus()
    press(KEYS.Key_Space)
    assert card.panel.reason.hasFocus()
    card.panel.preview()
    settle(card._services.background)
    assert card.panel.field.error.isVisible(), "it is not shown without a reason"
    press(KEYS.Key_Escape)
    assert card.panel.isHidden()
    assert card.buttons["application"].hasFocus()


def test_a_fault_of_the_disk_is_a_sentence_in_the_card(
    card: DocumentsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(tmp_path / "gone" / "a.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (gone, ""))
    card.open_document("cover")
    card.panel.save_word()
    settle(card._services.background)
    assert card.panel.fault.isVisible()
    assert "report." not in card.panel.fault.text()


def test_the_card_in_all_its_looks(card: DocumentsCard, picture: Picture) -> None:
    picture(card.window(), "documents-due")
    card.toggle()
    picture(card.window(), "documents-all")
    card.open_document("agreement")
    card.panel.whole.setChecked(True)
    picture(card.window(), "documents-one")


def test_pages_are_black_on_white_and_hold_all_that_was_written(qtbot: QtBot) -> None:
    laid = papers.lay_out(drawn("agreement"), "人民调解协议书")
    assert laid.whole
    pages = Pages(laid)
    assert pages.count == 2
    image = QImage(794, 1123, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    pages.paint(painter, 1)
    painter.end()
    dark = {
        (x, y)
        for x in range(0, 794, 2)
        for y in range(0, 1123, 2)
        if QColor(image.pixel(x, y)).lightness() < 90
    }
    assert len(dark) > 1000, "it is written on"
    assert min(x for x, _ in dark) > 90, "the margin at the left stays free"
    assert max(y for _, y in dark) > 1030, "the number of the page stands at the foot"


def test_the_preview_prints_by_keyboard(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = paper.preview(parent, papers.lay_out(drawn("agreement"), "人民调解协议书"))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    dialog.show()
    dialog.activateWindow()
    QTest.qWait(1)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    QTest.keyClick(dialog, KEYS.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    QTest.qWait(1)
    assert not isValid(dialog), "its pages are not kept"
    written = (tmp_path / "printed.pdf").read_bytes()
    assert written.count(b"/Type /Page\n") == 2
    assert paper.pdf(papers.lay_out(drawn("cover"), "卷宗")).count(b"/Type /Page\n") == 1
