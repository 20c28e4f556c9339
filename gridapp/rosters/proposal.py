"""What the reading of a roster proposes: households, members, faults. Frozen, never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Progress = Callable[[int, int], None]
"""Hears of the rows done and of all rows."""


class FileFault(StrEnum):
    """Why a file cannot be read at all."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_SPREADSHEET = "not_a_spreadsheet"
    OTHER_KIND = "other_kind"
    """A document, a picture or an archive."""

    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    HOSTILE = "hostile"
    NO_HEADING = "no_heading"
    TOO_SLOW = "too_slow"


class UnreadableFile(Exception):
    """The file as a whole is refused; ``code`` says why."""

    def __init__(self, code: FileFault) -> None:
        super().__init__(code.value)
        self.code = code


class RosterFault(StrEnum):
    """What can be wrong at a row. The values are stable: reports count by them."""

    LOST_DIGITS = "citizen number lost its last digits in Excel"
    NUMBER_LENGTH = "citizen number is not 18 characters long"
    NUMBER_CHARACTERS = "citizen number has other characters than digits"
    NUMBER_DATE = "citizen number holds no real date"
    CHECK_DIGIT = "citizen number fails its check digit"
    AREA_UNKNOWN = "citizen number begins with an unknown area"
    OLD_NUMBER = "citizen number is of the old kind with 15 digits"
    NUMBER_MISSING = "citizen number is missing"
    DUPLICATE_NUMBER = "citizen number occurs more than once"
    NAME_MISSING = "name is missing"
    RELATION_UNKNOWN = "relation to the head is unknown"
    SEX_UNKNOWN = "sex cannot be read"
    SEX_DIFFERS = "sex differs from the citizen number"
    BIRTHDAY_UNREADABLE = "birthday cannot be read"
    BIRTHDAY_DIFFERS = "birthday differs from the citizen number"
    PHONE_DOUBTFUL = "phone number has a wrong number of digits"
    STATE_UNKNOWN = "state cannot be read"
    NO_HEAD = "household has no head"
    TWO_HEADS = "household has more than one head"
    NOTE_LEFT_OUT = "note holds a label of a person and is left out"


NOTICES = frozenset(
    {
        RosterFault.AREA_UNKNOWN,
        RosterFault.OLD_NUMBER,
        RosterFault.NUMBER_MISSING,
        RosterFault.STATE_UNKNOWN,
        RosterFault.NO_HEAD,
        RosterFault.NOTE_LEFT_OUT,
    }
)
"""Codes that a correct roster can have; they are shown but not counted as flagged."""


class DropReason(StrEnum):
    """Why a column is not imported."""

    RELIGION = "religion"
    LABEL = "label"
    PETITION = "petition"
    HEALTH = "health"
    CRIMINAL = "criminal"
    RISK = "risk"
    NEEDLESS = "needless"
    UNRECOGNISED = "unrecognised"
    CHOSEN = "chosen"


HARMLESS = frozenset({DropReason.NEEDLESS, DropReason.UNRECOGNISED, DropReason.CHOSEN})
"""Why a column is left out that the person may take all the same; the others may never be."""


@dataclass(frozen=True)
class DroppedColumn:
    """A column whose values never leave the reader, by its heading."""

    heading: str
    reason: DropReason


@dataclass(frozen=True)
class MatchedColumn:
    """What a column was taken for. ``index`` counts from 0; ``field`` is None when it is not read.

    ``confidence`` is 1.0 for a known heading, less for one that only contains a known word, least
    where only the cells speak for it. ``told``: the person has said so. ``drop`` is the reason why
    it is not read, "" for a column that is.
    """

    index: int
    heading: str
    field: str | None
    confidence: float
    drop: str = ""
    told: bool = False


@dataclass(frozen=True)
class SheetReading:
    """How a sheet was read. ``heading_row`` (from 1) is 0 for a sheet that is no roster.

    ``sample`` holds the first rows as texts, blank in every column that is not read. ``mark`` tells
    its heading row from others (``handling.mark_of``). ``left_out``: the person does not want it.
    """

    name: str
    heading_row: int
    columns: tuple[MatchedColumn, ...]
    sample: tuple[tuple[str, ...], ...]
    mark: str = ""
    left_out: bool = False


@dataclass(frozen=True)
class Fault:
    """Something wrong at a row (from 1, as Excel counts) of a sheet, under a heading.

    ``index`` is the column to put it right in (from 0), -1 where no cell can; ``cell`` is what
    stands there as the person typed it.
    """

    sheet: str
    row: int
    column: str
    code: RosterFault
    value: str
    index: int = -1
    cell: str = ""


class ProposedMember(NamedTuple):
    """A person as read. Fields as in ``contract.households.MemberRecord``.

    A tuple, since a roster has tens of thousands: it is made four times as fast as a dataclass.
    """

    name: str
    relation: str
    sex: str
    citizen_number: str
    born_on: date | None
    phone: str
    residence: str
    note: str
    row: int


@dataclass(frozen=True)
class ProposedHousehold:
    """A household as read. ``group`` is canonical (``1组``); ``row`` is its first row."""

    group: str
    number: str
    address: str
    village: str
    note: str
    members: tuple[ProposedMember, ...]
    sheet: str
    row: int


@dataclass(frozen=True)
class Roster:
    """All that a file proposes. ``dropped`` may never be stored; ``ignored`` is merely needless."""

    sheets: tuple[SheetReading, ...]
    households: tuple[ProposedHousehold, ...]
    faults: tuple[Fault, ...]
    dropped: tuple[DroppedColumn, ...]
    ignored: tuple[DroppedColumn, ...] = ()
