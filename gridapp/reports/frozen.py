"""A report as it is kept for good: the drafted model with the cases behind its numbers, as JSON.

Screen, Word and Excel are made from this text alone. A later program reads every format that was
ever written (golden files in the tests); one that adds to the model gives the new field a value of
its own for reports that have none, or raises ``FORMAT`` and says in ``_read`` how to read the old.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from uuid import UUID

import msgspec

from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.metrics import Figure
from gridapp.reports.periodic.model import FrozenCase, PeriodReport

FORMAT = 1


class FrozenFault(StrEnum):
    """Why the text of a report cannot be shown."""

    NEWER_PROGRAM = "frozen.newer_program"
    UNREADABLE = "frozen.unreadable"


class FrozenError(ValueError):
    """The report stays as it is; ``code`` says why it is not shown."""

    def __init__(self, code: FrozenFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True)
class Frozen:
    """All that is kept of a report."""

    report: PeriodReport
    cases: tuple[FrozenCase, ...]


@dataclass(frozen=True)
class _Format:
    format: int


@dataclass(frozen=True)
class _Kept(_Format):
    report: PeriodReport
    cases: tuple[FrozenCase, ...]


def written(frozen: Frozen) -> bytes:
    """The text: the same report gives the same bytes."""
    kept = _Kept(FORMAT, frozen.report, frozen.cases)
    return msgspec.json.encode(msgspec.to_builtins(kept, str_keys=True, order="sorted"))


def read(text: bytes) -> Frozen:
    """What was written, by this program or an older one. Raises FrozenError."""
    try:
        if msgspec.json.decode(text, type=_Format).format > FORMAT:
            raise FrozenError(FrozenFault.NEWER_PROGRAM)
        kept = msgspec.json.decode(text, type=_Kept)
    except msgspec.MsgspecError as error:
        raise FrozenError(FrozenFault.UNREADABLE) from error
    return Frozen(kept.report, kept.cases)


@dataclass(frozen=True)
class _Closed:
    closing: Closing


@dataclass(frozen=True)
class _KeptClosing:
    report: _Closed


def closing(text: bytes) -> Closing:
    """Only what the next report begins with, twenty times as fast as the whole. Raises
    FrozenError.
    """
    try:
        return msgspec.json.decode(text, type=_KeptClosing).report.closing
    except msgspec.MsgspecError as error:
        raise FrozenError(FrozenFault.UNREADABLE) from error


def cases_behind(part: object) -> tuple[UUID, ...]:
    """The cases behind the numbers of a report or of a part of it, each once, in their order."""
    return tuple(sorted(set(_cases(part))))


def _cases(part: object) -> Iterator[UUID]:
    if isinstance(part, Figure):
        yield from part.cases
    elif isinstance(part, tuple):
        for one in part:
            yield from _cases(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _cases(getattr(part, field.name))
