"""The lines of the comparison: one a thing that can be taken or left, in words and masked."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.rosters.comparing import DiffRow, RowKind
from gridapp.rosters.differences import Part
from gridapp.ui import field_words
from gridapp.ui.tokens import Tone
from gridapp.usecases.rosters.roster_choices import Choices, is_taken

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Line:
    """A part of a difference and whether it is taken."""

    row: DiffRow
    part: Part
    taken: bool

    @property
    def key(self) -> tuple[str, str]:
        """What ``Choices`` know it by."""
        return (self.row.key, self.part.field)


def lines_of(rows: Iterable[DiffRow], choices: Choices, kind: RowKind | None) -> list[Line]:
    """The lines of one kind, or of all."""
    return [
        Line(row, part, is_taken(row, part, choices))
        for row in rows
        if kind is None or row.kind == kind or (kind, row.kind) == _NEW
        for part in row.parts
    ]


_NEW = (RowKind.NEW_HOUSEHOLD, RowKind.NEW_MEMBER)
"""Both are shown as new."""


def kind_word(line: Line) -> str:
    """What the line is about."""
    known: dict[str, str] = {
        RowKind.NEW_HOUSEHOLD: translate("CompareStep", "New household"),
        RowKind.NEW_MEMBER: translate("CompareStep", "New person"),
        RowKind.CHANGED: translate("CompareStep", "Changed"),
        RowKind.MOVED: translate("CompareStep", "Moved"),
        RowKind.MISSING: translate("CompareStep", "Missing"),
    }
    return known[line.row.kind]


def kind_tone(line: Line) -> Tone:
    """Its colour, beside the word."""
    known: dict[str, Tone] = {
        RowKind.CHANGED: Tone.ACCENT,
        RowKind.MOVED: Tone.AMBER,
        RowKind.MISSING: Tone.RED,
    }
    return known.get(line.row.kind, Tone.GREEN)


def field_word(line: Line) -> str:
    """Which thing would be set."""
    field = line.part.field
    own = {
        "household": translate("CompareStep", "Household"),
        "member": translate("CompareStep", "Person"),
        "household_id": translate("CompareStep", "Household"),
    }
    return own.get(field) or field_words.label(_kind(line), field)


def old_word(line: Line) -> str:
    """What is kept so far."""
    return _value(line, line.part.old) if line.part.old else "—"


def new_word(line: Line) -> str:
    """What the roster says, or what taking the line would do."""
    if line.part.field == "household":
        text = translate("CompareStep", "{count} people")
        return text.format(count=line.part.new)
    if line.row.kind == RowKind.MISSING:
        return translate("CompareStep", "Not in the roster: mark as moved out")
    return _value(line, line.part.new)


def taken_word(line: Line) -> str:
    """Whether it is taken."""
    if line.taken:
        return translate("CompareStep", "✓ take")
    return translate("CompareStep", "leave")


def taken_tone(line: Line) -> Tone:
    """The colour of that."""
    return Tone.GREEN if line.taken else Tone.NEUTRAL


def _kind(line: Line) -> str:
    return "household" if line.row.known_id == line.row.home_id else "member"


def _value(line: Line, value: str) -> str:
    if line.part.field == "citizen_number":
        return mask_citizen_number(value)
    if line.part.field == "phone":
        return mask_phone(value)
    if line.part.field in ("household_id", "member"):
        return value
    return field_words.value(_kind(line), line.part.field, value, {})
