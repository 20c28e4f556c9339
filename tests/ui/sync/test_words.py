"""Every code of the exchange has a sentence, every field that can be contested a name."""

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.contract.kinds import KINDS, Merge
from gridapp.contract.problems import Problem
from gridapp.ui import field_words, messages
from gridapp.usecases.sync.conflicts import ConflictFault
from gridapp.usecases.sync.refused import RefusedFault

LINE = ("offline", "proxy", "untrusted", "address", "paused", "running")


@pytest.mark.parametrize(
    "code", [*Problem, *ConflictFault, *RefusedFault, *map("sync.{}".format, LINE)]
)
def test_each_code_has_its_own_sentence(qapp: QApplication, code: str) -> None:
    assert str(code) not in messages.sentence(code)


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (name, field)
        for name, kind in KINDS.items()
        for field, merge in kind.merge.items()
        if merge is not Merge.PLAIN
    ],
)
def test_each_field_that_can_be_contested_has_a_name(
    qapp: QApplication, kind: str, field: str
) -> None:
    assert field_words.label(kind, field) != field


def test_what_a_newer_program_brings_is_shown_as_it_is(qapp: QApplication) -> None:
    assert field_words.kind("drone") == "drone"
    assert field_words.label("drone", "altitude") == "altitude"
    assert field_words.value("drone", "altitude", 12, {}) == "12"
    assert field_words.value("member", "residence", "on_the_moon", {}) == "on_the_moon"
