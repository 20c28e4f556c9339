"""The texts of a person in a row, and whether they can be those of a person at all."""

import re
from dataclasses import dataclass

from gridapp.domain import relations
from gridapp.rosters.cells import filled, text_of
from gridapp.rosters.files import Cell
from gridapp.rosters.layout import Slot
from gridapp.rosters.vocabulary import Field

TOTAL = re.compile(
    r"^[(（]?.{0,10}?(?:小计|合计|总计|共计|累计|汇总|总人数|总户数|总人口)[)）]?[:：]?.{0,15}$"
    r"|^(?:本页|全村|全组|本组|本户|以上|总)?共[:：]?\d*.{0,8}[户人口]$"
)
"""A row or a name that only counts others."""

_NAME = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇·•‧・.A-Za-z ()]{1,30}")
LISTED = re.compile(r"\s*[、,;/\n\r]+\s*")
"""What stands between several names of one cell."""

_NOT_NAMES = (
    "姓名 必填 选填 文本 填写 字符 户主姓名 成员姓名 空户 无人 空挂户 空房 同上 姓 名"
    " 甲 乙 丙 丁 戊 文字 手填 汉字 户主 成员"
)
_NO_NAMES = frozenset(_NOT_NAMES.split())


@dataclass(slots=True)
class PersonText:
    """What the row says of a person, as texts; ``born`` is the raw cell."""

    slot: Slot
    row: int
    name: str
    texts: dict[Field, str]
    born: Cell = ""


def person_in(row: list[Cell], number: int, slot: Slot) -> PersonText | None:
    """The person of a slot; None when the row has neither a name nor a number there."""
    texts: dict[Field, str] = {}
    name, width = "", len(row)
    born: Cell = ""
    for kind, columns in slot.columns.items():
        for column in columns:
            cell = row[column.index] if column.index < width else ""
            if cell == "":
                continue
            text = text_of(cell)
            if kind is Field.NAME:
                name = name or filled(text)
            elif kind is Field.BORN_ON:
                born = born or cell
            elif kind in texts and kind is Field.PHONE:
                texts[kind] += "、" + text
            elif text and kind not in texts:
                texts[kind] = filled(text) if kind is Field.CITIZEN_NUMBER else text
    if not name and not texts.get(Field.CITIZEN_NUMBER):
        return None
    return PersonText(slot, number, name, texts, born)


def is_named(person: PersonText) -> bool:
    """Whether the name can be one. Long or odd ones need something else that speaks for them."""
    name = person.name
    if not name or name in _NO_NAMES or TOTAL.match(name):
        return False
    if has_number(person):
        return not name.isdigit()
    if not _NAME.fullmatch(name):
        parts = LISTED.split(name)
        if len(parts) > 1 and all(_NAME.fullmatch(p) and _reads_as_name(p) for p in parts):
            return True
        return bool(person.texts.get(Field.RELATION)) and not name.isdigit()
    return is_related(person) or _reads_as_name(re.sub(r"\s", "", name))


def is_related(person: PersonText) -> bool:
    """Whether the text names a relation to a head."""
    return relations.code_of(person.texts.get(Field.RELATION, "")) != ""


def _reads_as_name(plain: str) -> bool:
    return len(plain) >= 2 and (len(plain) <= 5 or not plain.isalpha() or plain.isascii())


def has_number(person: PersonText) -> bool:
    """Whether the text could once have been a citizen number."""
    return sum(map(str.isdigit, person.texts.get(Field.CITIZEN_NUMBER, ""))) >= 14 or (
        "E+1" in person.texts.get(Field.CITIZEN_NUMBER, "").upper()
    )
