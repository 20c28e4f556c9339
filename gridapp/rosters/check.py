"""The report of ``gridapp roster check``: counts, masked faults, dropped columns."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from gridapp.domain.masking import mask_citizen_number, mask_name, mask_phone
from gridapp.rosters.proposal import (
    NOTICES,
    Fault,
    Roster,
    RosterFault,
    UnreadableFile,
)
from gridapp.rosters.sandbox import read_limited
from gridapp.rosters.wording import SENTENCES, WORDS

_NUMBERS = frozenset(
    {
        RosterFault.LOST_DIGITS,
        RosterFault.NUMBER_LENGTH,
        RosterFault.NUMBER_DATE,
        RosterFault.CHECK_DIGIT,
        RosterFault.AREA_UNKNOWN,
        RosterFault.OLD_NUMBER,
        RosterFault.DUPLICATE_NUMBER,
    }
)
_BIRTHDAYS = frozenset({RosterFault.BIRTHDAY_DIFFERS, RosterFault.BIRTHDAY_UNREADABLE})


def report(roster: Roster) -> dict[str, Any]:
    """What the command prints as JSON. ``flagged`` counts faults by code, notices left out."""
    flagged = Counter(fault.code.value for fault in roster.faults if fault.code not in NOTICES)
    return {
        "households": len(roster.households),
        "members": sum(len(household.members) for household in roster.households),
        "flagged": dict(flagged),
        "faults": [_shown(fault) for fault in roster.faults],
        "dropped": list(dict.fromkeys(column.heading for column in roster.dropped)),
    }


def main_check(path: Path, as_json: bool) -> int:
    """Read the file under limits and print the report. Exit status 0, or 2 with one sentence."""
    try:
        found = report(read_limited(path))
    except UnreadableFile as refused:
        print(SENTENCES[refused.code], file=sys.stderr)
        return 2
    print(json.dumps(found, ensure_ascii=False, indent=1) if as_json else _in_words(found))
    return 0


def masked(fault: Fault) -> str:
    """The value of a fault as anybody may see it."""
    if fault.code == RosterFault.NUMBER_CHARACTERS:
        # Anything can stand there, a name and a number in one cell too.
        return "*" * len(fault.value)
    if fault.code in _NUMBERS:
        return mask_citizen_number(fault.value)
    if fault.code in _BIRTHDAYS:
        return fault.value[:4] + "*" * len(fault.value[4:])
    if fault.code == RosterFault.TWO_HEADS:
        return mask_name(fault.value)
    return mask_phone(fault.value)


def _shown(fault: Fault) -> dict[str, Any]:
    return {
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "code": fault.code.value,
        "value": masked(fault),
    }


def _in_words(found: dict[str, Any]) -> str:
    lines = [f"户数 {found['households']}，人数 {found['members']}"]
    lines += [f"{_word(code)}：{count}" for code, count in found["flagged"].items()]
    lines += [
        f"{fault['sheet']} 第{fault['row']}行 {fault['column']}：{_word(fault['code'])}"
        f" {fault['value']}"
        for fault in found["faults"]
    ]
    if found["dropped"]:
        lines.append("不导入的列：" + "、".join(found["dropped"]))
    return "\n".join(lines)


def _word(code: str) -> str:
    return WORDS[RosterFault(code)]
