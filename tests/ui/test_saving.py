"""A file is saved under the name that was chosen, and never over another unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.ui.saving import SaveDialog

Answers = Callable[..., list[str]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Answers the dialog with these paths one after the other; the list is what it proposed."""

    def answer(*paths: Path | str) -> list[str]:
        proposed: list[str] = []
        rest = list(paths)

        def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
            proposed.append(name)
            return str(rest.pop(0)), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer


@pytest.fixture
def dialog(qtbot: object) -> SaveDialog:
    return SaveDialog(None)  # type: ignore[arg-type]  # nobody looks at its parent here


def test_a_name_without_its_ending_gets_it(
    dialog: SaveDialog, answers: Answers, tmp_path: Path
) -> None:
    answers(tmp_path / "周报")
    assert dialog.ask("周报.xlsx", ".xlsx") == tmp_path / "周报.xlsx"


def test_a_name_that_becomes_that_of_a_file_is_asked_about_by_the_dialog(
    dialog: SaveDialog, answers: Answers, tmp_path: Path
) -> None:
    there = tmp_path / "周报.xlsx"
    there.write_text("another's work")
    proposed = answers(tmp_path / "周报", there)
    assert dialog.ask("周报.xlsx", ".xlsx") == there
    assert proposed[1:] == [str(there)]
    answers(tmp_path / "周报", "")
    assert dialog.ask("周报.xlsx", ".xlsx") is None
