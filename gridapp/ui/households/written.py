"""What people write into the cells of a member, read as they mean it."""

import re
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import SEX
from gridapp.contract.households import Residence
from gridapp.domain.households import relations
from gridapp.ui import words as names

translate = QCoreApplication.translate

_DAY = re.compile(r"(\d{4})\D*(\d{1,2})\D+(\d{1,2})\D*|(\d{4})(\d{2})(\d{2})")
_SEXES = {"1": "1", "男": "1", "2": "2", "女": "2", "9": "9"}

FIELDS = ("name", "relation", "sex", "born_on", "", "residence", "citizen_number", "phone", "note")
"""Of the columns of the members, in their order; "" is what follows from others."""

MASKED = ("citizen_number", "phone")


class UnreadError(Exception):
    """It cannot be understood; the message says in a sentence how to write it."""


def relation(text: str, sex: str = "0") -> str:
    """The GB/T 4761 code of a word or number; "" for nothing."""
    code = relations.code_of(text, sex) if text.strip() else ""
    if text.strip() and not code:
        raise UnreadError(
            translate("written", "This is no relation to the head. Write it like 长子, 儿媳 or 22.")
        )
    return code


def sex(text: str) -> str:
    """The GB/T 2261.1 code of 男, 女, 1 or 2; unknown for nothing."""
    plain = text.strip()
    known = _SEXES | {name: code for code, name in SEX.items()} | {"": "0", "—": "0"}
    if plain not in known:
        raise UnreadError(translate("written", "Write 男 or 女, or 1 or 2."))
    return known[plain]


def day(text: str) -> date | None:
    """2003-05-07, 2003.5.7, 2003年5月7日 or 20030507; None for nothing."""
    plain = text.strip()
    if not plain:
        return None
    found = _DAY.fullmatch(plain)
    try:
        return date(*(int(part) for part in found.groups() if part)) if found else _no_day()
    except ValueError:
        return _no_day()


def residence(text: str) -> str:
    """At home or away; who moved out or died does so by the acts below."""
    plain = text.strip()
    for one in (Residence.PRESENT, Residence.AWAY):
        if plain and plain in (names.residence(one), one.value):
            return one.value
    short = {"": Residence.PRESENT, "1": Residence.PRESENT, "2": Residence.AWAY}
    short |= dict.fromkeys(("在", "在家", "家", "常住", "正常"), Residence.PRESENT)
    short |= dict.fromkeys(("外", "外出", "务工", "外出务工", "上学", "打工"), Residence.AWAY)
    if plain not in short:
        raise UnreadError(
            translate("written", "Write 在家 or 外出. Moving out and death are entered below.")
        )
    return short[plain].value


def plain(text: str) -> str:
    """As it stands."""
    return text.strip()


def read(field: str, text: str, sex_code: str = "0") -> Any:
    """The value of a field. Raises UnreadError."""
    if field == "relation":
        return relation(text, sex_code)
    return {"sex": sex, "born_on": day, "residence": residence}.get(field, plain)(text)


def _no_day() -> date:
    raise UnreadError(translate("written", "This is no date. Write it like 2003-05-07."))
