"""Settings tell what is wrong with the county's own templates, where, and what is right."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.ui.settings import SettingsPage
from gridapp.ui.settings.templates import TemplatesCard
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import templates
from gridapp.usecases.reports import template_files
from tests.ui.conftest import settle
from tests.ui.pages import AtDesk, Said, at_desk, said

__all__ = ["at_desk", "said"]


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, at_desk: AtDesk) -> Iterator[TemplatesCard]:
    page = SettingsPage(at_desk(desk))
    qtbot.addWidget(page)
    page.resize(911, 700)
    page.show()
    page.opened()
    settle(page.services.background)
    yield page.templates


def test_own_templates_are_written_out_changed_checked_and_left(
    card: TemplatesCard,
    desk: Desk,
    said: Said,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    page = card.window()
    assert isinstance(page, SettingsPage)
    rest = lambda: settle(page.services.background)  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    assert not card.ours.isVisible()
    card.write.click()
    rest()
    assert str(len(templates.shipped())) in said.notices[0]
    assert card.where.text() == str(folder)
    assert not card.faults.isVisible()
    assert str(len(templates.shipped())) in card.note.text()
    own = docx.Document(str(folder / "卷宗封底.docx"))
    own.add_paragraph("立卷人：{{登记员}}")
    own.save(str(folder / "卷宗封底.docx"))
    card.check.click()
    rest()
    assert "{{登记员}}" in card.faults.text()
    assert "{{登记人}}" in card.faults.text()
    assert card.faults.text().startswith("卷宗封底")
    card.ours.click()
    rest()
    assert template_files.folder(desk) is None
