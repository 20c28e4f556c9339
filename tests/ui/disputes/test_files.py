"""The card of photos and scans, by keyboard: taken in, looked at, fetched, copied, removed."""

import io
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gridapp.store import meta
from gridapp.store.disputes.disputes import Shelf
from gridapp.store.files import blobs
from gridapp.store.tables import Attachment
from gridapp.ui.disputes.files.card import FilesCard
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import attachments, disputes
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk, Said

PDF = b"%PDF-1.4 scan\n%%EOF\n"


class Screen:
    """A window with the card at its right, as on the page of a case."""

    def __init__(self, desk: Desk, card: FilesCard, window: QWidget) -> None:
        self.desk, self.card, self.window = desk, card, window
        found = disputes.case(desk, disputes.ledger(desk, Shelf.ALL)[0].id)
        assert found is not None
        self.case = found
        window.resize(1000, 600)
        window.show()
        window.activateWindow()
        card.show_case(found)
        self.rest()

    def rest(self) -> None:
        settle(self.card._services.background)

    def press(self, key: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self.rest()

    def names(self) -> list[str]:
        return [file.name for file in self.card.tiles.files]

    def texts(self) -> list[str]:
        return [self.card.tiles.item(row).text() for row in range(self.card.tiles.count())]


@pytest.fixture
def screen(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Screen:
    window, page = QScrollArea(), QWidget()
    page.setProperty("role", "page")
    qtbot.addWidget(window)
    card = FilesCard(at_desk(desk))
    row = QHBoxLayout(page)
    row.addStretch(1)
    row.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
    card.setFixedWidth(340)
    window.setWidget(page)
    window.setWidgetResizable(True)
    return Screen(desk, card, window)


def photo(seed: int, size: tuple[int, int] = (800, 600)) -> bytes:
    small = Image.frombytes("RGB", (8, 6), Random(seed).randbytes(8 * 6 * 3))
    out = io.BytesIO()
    small.resize(size, Image.Resampling.BICUBIC).save(out, "JPEG")
    return out.getvalue()


def given(desk: Desk, screen: Screen, folder: Path) -> list[Path]:
    paths = [folder / "排水沟现场东头.jpg", folder / "积水.jpg", folder / "土地证.pdf"]
    for path, content in zip(paths, (photo(1), photo(2, (600, 800)), PDF), strict=True):
        path.write_bytes(content)
    return paths


def test_files_are_taken_in_looked_at_copied_and_removed_by_keyboard(
    screen: Screen, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, paths = screen.card, given(screen.desk, screen, tmp_path)
    heic = tmp_path / "苹果.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic")
    chosen = [str(path) for path in (*paths[:2], heic, paths[2])]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    assert card.hint.isVisible()
    card.add_button.setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.names() == [path.name for path in paths]
    assert "微信" in card.fault.text(), "one that cannot be read does not hold back the rest"
    assert said.recorded[-1] == "已加入：土地证.pdf"
    assert not card.hint.isVisible()
    assert not card.tiles.item(0).icon().isNull()

    card.tiles.setFocus()
    screen.press(Qt.Key.Key_Home)
    screen.press(Qt.Key.Key_Return)
    viewer = card.album.viewer
    assert viewer is not None
    assert (viewer.isVisible(), viewer.geometry()) == (True, screen.window.rect())
    assert viewer.accessibleName().startswith("排水沟现场东头.jpg")
    screen.press(Qt.Key.Key_Right)
    assert viewer.accessibleName().startswith("积水.jpg")
    screen.press(Qt.Key.Key_Right)
    screen.press(Qt.Key.Key_Plus)
    screen.press(Qt.Key.Key_Tab)
    assert viewer.accessibleName().startswith("积水.jpg"), "the PDF is no photo"
    screen.press(Qt.Key.Key_Escape)
    assert (viewer.isVisible(), card.tiles.hasFocus()) == (False, True)
    assert card.tiles.current_file() == card.tiles.files[1]

    screen.press(Qt.Key.Key_End)
    screen.press(Qt.Key.Key_Return)
    assert card.copying.reason.hasFocus()
    screen.press(Qt.Key.Key_F9)
    assert card.copying.field.error.text() == "请写明副本用途。"
    card.copying.reason.setText("交法院")
    copy = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    screen.press(Qt.Key.Key_Return, control=True)
    assert copy.read_bytes() == PDF
    assert card.tiles.hasFocus()

    screen.press(Qt.Key.Key_Delete)
    assert screen.names() == [path.name for path in paths[:2]]
    said.undo[-1]()
    screen.rest()
    assert screen.names()[-1] == "土地证.pdf"
    assert not list(tmp_path.glob("*.part")), "nothing else is written anywhere"


def test_files_come_in_by_dragging_and_by_pasting(screen: Screen, tmp_path: Path) -> None:
    card, paths = screen.card, given(screen.desk, screen, tmp_path)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths[:2]])
    drop = QDropEvent(
        card.rect().center().toPointF(),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    card.dropEvent(drop)
    screen.rest()
    QGuiApplication.clipboard().setImage(QImage.fromData(photo(3)))
    card.add_button.setFocus()
    screen.press(Qt.Key.Key_V, control=True)
    assert screen.names() == ["排水沟现场东头.jpg", "积水.jpg", "粘贴的图片.png"]
    assert all(file.media_type == "image/jpeg" for file in card.tiles.files)


def test_what_is_not_here_says_so_and_is_fetched_by_enter(
    screen: Screen, said: Said, picture: Picture, tmp_path: Path
) -> None:
    card = screen.card
    card.add_paths(given(screen.desk, screen, tmp_path))
    screen.rest()
    assert all(text.endswith("KB") for text in screen.texts()), "no county has been joined"
    with screen.desk.store.session() as session:
        gone, begun = card.tiles.files[0].id, card.tiles.files[2].id
        for id_ in (gone, begun):
            row = session.get_one(Attachment, id_)
            kept = session.get_one(blobs.BlobRow, row.sha256)
            kept.held = 0
            session.delete(kept) if id_ == gone else session.add(kept)
        meta.put(session, blobs.PROBLEM, "507.1 disk_full")
        meta.put(session, "device", {"id": str(screen.desk.new_id())})
    card.show_case(screen.case)
    screen.rest()
    assert [text.split("\n")[1] for text in screen.texts()] == ["未下载", "未上传", "等待下载"]
    assert "文字照常上报" in card.problem.text()
    assert card.problem.isVisible()
    card.tiles.setFocus()
    screen.press(Qt.Key.Key_Home)
    assert card.open.text() == "下载"
    assert not card.copy.isVisible()
    picture(screen.window, "case-files")
    screen.press(Qt.Key.Key_Return)
    assert screen.texts()[0].endswith("等待下载")
    assert said.notices == ["下次同步时下载。"]
    assert attachments.files(screen.desk, screen.case.dispute.id)[0].wanted


def test_a_photo_as_large_as_the_window(screen: Screen, picture: Picture, tmp_path: Path) -> None:
    screen.card.add_paths(given(screen.desk, screen, tmp_path)[:1])
    screen.rest()
    screen.card.tiles.setCurrentRow(0)
    screen.card.open_chosen()
    screen.rest()
    picture(screen.window, "case-photo")
