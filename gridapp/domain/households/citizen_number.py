"""Rules about the citizen number (公民身份号码, GB 11643): what is wrong with it, what it says."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from stdnum.cn.ric import calc_check_digit


class NumberFault(StrEnum):
    """What a check of a citizen number can find. The values are stable: reports count by them."""

    LOST_DIGITS = "citizen number lost its last digits in Excel"
    LENGTH = "citizen number is not 18 characters long"
    CHARACTERS = "citizen number has other characters than digits"
    DATE = "citizen number holds no real date"
    CHECK_DIGIT = "citizen number fails its check digit"
    AREA_UNKNOWN = "citizen number begins with an unknown area"
    OLD = "citizen number is of the old kind with 15 digits"


WARNINGS = frozenset({NumberFault.AREA_UNKNOWN, NumberFault.OLD})
"""Findings that a correct number can have: shown, never blocking."""

_PROVINCE_CODES = """
11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54
61 62 63 64 65 71 81 82 83 91
"""
_PROVINCES = frozenset(_PROVINCE_CODES.split())
"""GB/T 2260 provinces; 83 is the residence permit of Taiwan residents, 91 of foreigners."""

_SCIENTIFIC = re.compile(r"(\d)\.(\d+)E\+?(1[4-8])")
_SEPARATORS = re.compile("[\\s'‘’`´\"“”\\-_.·,，、\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")


def normalised(text: str) -> str:
    """Write the number in half-width characters with a capital X and nothing around it.

    A number in scientific notation is written out, with zeros for the digits that are gone.
    """
    if len(text) == 18 and text.isascii() and text.isalnum():
        return text.upper()
    scientific = _scientific(text)
    if scientific:
        lead, rest, exponent = scientific.groups()
        return (lead + rest).ljust(int(exponent) + 1, "0")
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text).upper())
    # People without an X on their keyboard write ×, or a star in its place.
    return re.sub(r"[×*]$", "X", plain)


class Reading(NamedTuple):
    """All that a number says, as the functions below tell each for itself."""

    number: str
    faults: tuple[NumberFault, ...]
    sex: str
    born_on: date | None


def read(text: str) -> Reading:
    """Everything at once: a roster asks it of tens of thousands."""
    number = normalised(text)
    born_on = _birthday(number)
    faults = (NumberFault.LOST_DIGITS,) if _scientific(text) else _faults(number, born_on)
    return Reading(number, faults, _sex(number), born_on)


def check(text: str) -> tuple[NumberFault, ...]:
    """Everything there is to say against a number, nothing for a good one.

    An abolished area code is legitimate, so an unknown area is only among the ``WARNINGS``.
    """
    return read(text).faults


def _faults(number: str, born_on: date | None) -> tuple[NumberFault, ...]:
    if not (number.isascii() and number[:-1].isdigit() and (number[-1:].isdigit() or _x(number))):
        return (NumberFault.CHARACTERS,)
    if len(number) not in (15, 18):
        return (NumberFault.LENGTH,)
    wrong = len(number) == 18 and calc_check_digit(number) != number[-1]
    if not wrong and born_on and len(number) == 18 and number[:2] in _PROVINCES:
        return ()  # nearly always
    # Excel keeps 15 digits of a number and writes zeros for the rest.
    if wrong and number.endswith("000"):
        return (NumberFault.LOST_DIGITS,)
    told = (
        (number[:2] not in _PROVINCES, NumberFault.AREA_UNKNOWN),
        (len(number) == 15, NumberFault.OLD),
        (born_on is None, NumberFault.DATE),
        (wrong, NumberFault.CHECK_DIGIT),
    )
    return tuple(fault for holds, fault in told if holds)


def born_on_of(text: str) -> date | None:
    """The birthday that the number holds; None when it holds none. Old numbers are of 19xx."""
    return _birthday(normalised(text))


def _scientific(text: str) -> re.Match[str] | None:
    if len(text) == 18 and text.isalnum():
        return None
    return _SCIENTIFIC.fullmatch(unicodedata.normalize("NFKC", text).strip(" '\t\"").upper())


def _birthday(number: str) -> date | None:
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    if len(number) not in (15, 18) or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return date.fromisoformat(digits)
    except ValueError:
        return None


def sex_of(text: str) -> str:
    """GB/T 2261.1 code (1 man, 2 woman) by the parity of the order code; 0 when unknown."""
    return _sex(normalised(text))


def _sex(number: str) -> str:
    digit = number[16:17] if len(number) == 18 else number[14:] if len(number) == 15 else ""
    if not (digit.isascii() and digit.isdigit()):
        return "0"
    if number.endswith("000") and (len(number) != 18 or calc_check_digit(number) != "0"):
        return "0"
    return "1" if int(digit) % 2 else "2"


def filled_in(text: str, sex: str, born_on: date | None) -> tuple[str, date | None]:
    """Sex and birthday, each from the number where it is missing; "0" and None when unknown."""
    return (sex_of(text) if sex in ("", "0") else sex, born_on or born_on_of(text))


def _x(number: str) -> bool:
    """Whether the number ends in the X that only the 18th place may have."""
    return len(number) == 18 and number[-1] == "X"
