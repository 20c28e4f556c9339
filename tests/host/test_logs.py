"""Logs hold nothing that names a person."""

import faulthandler
import logging
from pathlib import Path

import pytest

from gridapp.host.logs import impersonal, logging_to


@pytest.mark.parametrize(
    "personal",
    [
        "韦秀英",
        "450326198003071234",
        "45032619800307123X",
        "13812345678",
        "138-1234-5678",
        "138 1234 5678",
        "１３８１２３４５６７８",
        "𠮷田",
        repr("莫建国".encode()),
        ascii("莫建国"),
        "%E8%8E%AB%E5%BB%BA%E5%9B%BD",
    ],
)
def test_what_may_name_a_person_is_taken_out(personal: str) -> None:
    cleaned = impersonal(f"visit of {personal} failed")
    core = personal.strip("b'")
    assert core not in cleaned
    assert not any(len(run) >= 7 for run in cleaned.split() if run.isdigit())
    assert cleaned.startswith("visit of ")
    assert cleaned.endswith(" failed")


def test_short_numbers_and_codes_stay() -> None:
    assert impersonal("batch of 500, dseq 123456: 409.1") == "batch of 500, dseq 123456: 409.1"


def test_the_file_has_the_entry_and_the_traceback_without_the_person(tmp_path: Path) -> None:
    with logging_to(tmp_path):
        try:
            raise ValueError("韦秀英 13812345678")
        except ValueError:
            logging.getLogger("gridapp.sync").exception("push of %s failed", "莫建国")
    text = (tmp_path / "gridapp.log").read_text(encoding="utf-8")
    assert "ERROR gridapp.sync push of ~ failed" in text
    assert "Traceback" in text
    assert "ValueError: ~ #" in text


def test_afterwards_logging_is_as_it_was(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    with logging_to(tmp_path):
        assert faulthandler.is_enabled()
    assert (root.level, list(root.handlers)) == before
