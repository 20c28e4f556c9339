"""What the index of the search holds of a record, and how a typed text is asked of it.

A Chinese character is a word; so is a run of digits or letters. Spellings in Latin letters are
words too, each from any character of a name on, so that a text that is being typed is the start of
one of them. What must not be mistaken for a spelling begins with a digit of ours.
"""

import re
from functools import lru_cache

from gridapp.domain import spelling
from gridapp.host import pinyin

OTHER = "0"
"""Before a spelling by a reading that is not the usual one of the name."""

PHONE, CITIZEN = "1", "2"
"""Before a phone or citizen number, written backwards: its tail is then its start."""

FIRST = "3"
"""Before the first character of a name."""

SHORTEST_TAIL = 3

_CHARACTER = r"(?:[^\W_a-z0-9]|[\ue000-\uf8ff\U000f0000-\U0010fffd])"
"""Of any script; characters that only some fonts have stand in rare names too."""
_PIECE = re.compile(rf"[0-9]+|[a-z]+|{_CHARACTER}")
_RUN = re.compile(rf"[0-9]+|[a-z]+|{_CHARACTER}+")
_PHONE = re.compile(r"\d{3,}")
_NUMBER = re.compile(rf"\d{{{SHORTEST_TAIL},}}x?")


def person(name: str, phone: str, citizen_number: str = "") -> str:
    """Of a member or party: the characters of the name, alone and in pairs, its spellings, numbers.

    The index knows no order of words; pairs do.
    """
    numbers = [PHONE + one[::-1] for one in _PHONE.findall(phone)]
    if citizen_number:
        numbers.append(CITIZEN + citizen_number.strip().lower()[::-1])
    characters = pieces(name)
    first = [FIRST + one for one in characters[:1]]
    written = [*first, *characters, *_pairs("".join(characters))]
    return " ".join([*written, *_spellings(name), *numbers])


def place(address: str, group_name: str, number: str) -> str:
    """Of a household: its address, group and number, as they are written."""
    return " ".join(pieces(f"{address} {group_name} {number}"))


def titled(title: str, number: str) -> str:
    """Of a case or a unit: its title or name with one spelling, and its number or code.

    The last part of a number is also found without the zeros before it.
    """
    characters = pieces(title)
    usual = [readings[0] for readings in map(pinyin.readings, characters) if readings]
    numbers = pieces(number)
    running = [one.lstrip("0") for one in numbers[-1:]]
    return " ".join([*characters, *sorted(spelling.endings(usual)), *numbers, *running])


def pieces(text: str) -> list[str]:
    """The words of a text: characters, runs of digits and of letters."""
    return _PIECE.findall(spelling.plain(text))


def _pairs(run: str) -> list[str]:
    """Characters that follow each other, two and two."""
    return [run[at : at + 2] for at in range(len(run) - 1)]


@lru_cache(maxsize=4096)
def _spellings(name: str) -> tuple[str, ...]:
    """Spellings of a name; those by other readings are marked."""
    ways = spelling.in_name(spelling.plain(name), pinyin.readings, pinyin.surnames())
    usual = spelling.endings(ways[0]) if ways else set()
    others = {ending for way in ways[1:] for ending in spelling.endings(way)}
    return (*sorted(usual), *sorted(OTHER + one for one in others - usual))


def for_name(text: str, mark: str = "") -> str:
    """The question for names; "" when the text cannot be one.

    Characters are the name's; letters are the start of a spelling: 王jj is 王 and ``jj…``.
    ``mark``: ``OTHER`` readings only, or ``FIRST``: the text begins the name.
    """
    runs = _RUN.findall(spelling.plain(text).replace("'", ""))
    written = [run for run in runs if not run.isascii()]
    letters = [run for run in runs if run.isascii()]
    if not runs or any(run.isdigit() for run in letters):
        return ""
    if (mark == FIRST and runs[0] in letters) or (mark == OTHER and not letters):
        return ""
    asked = [FIRST + written[0][0]] if mark == FIRST else []
    asked += [one for run in written for one in _pairs(run) or (run,)]
    other = OTHER if mark == OTHER else ""
    return " AND ".join([*(f'"{one}"' for one in asked), *(f'"{other}{run}" *' for run in letters)])


def for_tail(text: str, mark: str) -> str:
    """The question for the tail of a phone or citizen number; "" when the text is none."""
    found = _NUMBER.fullmatch(spelling.plain(text).strip())
    return f'"{mark}{found.group()[::-1]}" *' if found else ""


def for_text(text: str) -> str:
    """The question for a text as it is written: each word a phrase, its last piece not whole."""
    return " AND ".join(_phrase(word) for word in text.split() if pieces(word))


def _phrase(word: str) -> str:
    """Pieces that follow each other; digits and letters at the end may go on."""
    some = pieces(word)
    if not some:
        return ""
    return f'"{" ".join(some)}"' + (" *" if some[-1].isascii() else "")
