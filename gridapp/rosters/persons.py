"""The texts of a person in a row, and whether they can be those of a person at all."""

import re
from dataclasses import dataclass

from gridapp.domain.households import relations
from gridapp.rosters.cells import filled, says_yes, text_of
from gridapp.rosters.files import Cell
from gridapp.rosters.layout import Slot
from gridapp.rosters.listing import is_list, people_of
from gridapp.rosters.tables import Column
from gridapp.rosters.vocabulary import Field

TOTAL = re.compile(
    r"^[(（]?.{0,10}?(?:小计|合计|总计|共计|累计|汇总|总人数|总户数|总人口)[)）]?[:：]?.{0,15}$"
    r"|^(?:本页|全村|全组|本组|本户|以上|总)?共[:：]?\d*.{0,8}[户人口]$"
)
"""A row or a name that only counts others."""

_NAME = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇·•‧・.A-Za-z ()]{1,30}")
_NOT_NAMES = (
    "姓名 必填 选填 文本 填写 字符 户主姓名 成员姓名 空户 无人 空挂户 空房 同上 姓 名"
    " 甲 乙 丙 丁 戊 文字 手填 汉字 户主 成员"
)
_HEADS = frozenset({"业主", "房主", "户代表", "产权人", "户主代表"})
"""How lists of residents in towns call the head of a household."""

_CHECKED = frozenset({Field.CITIZEN_NUMBER, Field.SEX, Field.RELATION})
"""Fields of which not every text says something."""

_NO_NAMES = frozenset(_NOT_NAMES.split())


@dataclass(slots=True)
class PersonText:
    """What the row says of a person, as texts; ``born`` is the raw cell.

    ``states`` are (heading, text) of each column that tells where the person is.
    """

    slot: Slot
    row: int
    name: str
    texts: dict[Field, str]
    born: Cell = ""
    states: tuple[tuple[str, str], ...] = ()


def person_in(row: list[Cell], said: list[str], number: int, slot: Slot) -> PersonText | None:
    """The person of a slot; None when the row has neither a name nor a number there.

    ``said`` are the texts of the row's cells.
    """
    texts: dict[Field, str] = {}
    states: tuple[tuple[str, str], ...] = ()
    name, width = "", len(said)
    born: Cell = ""
    for kind, column in slot.plan:
        text = said[column.index] if column.index < width else ""
        if not text:
            continue
        if kind is Field.NAME:
            name = name or filled(text)
        elif kind is Field.BORN_ON:
            born = row[column.index] if born == "" else f"{text_of(born)}-{text}"
        elif kind is Field.RESIDENCE:
            states += ((column.heading, text),)
        elif kind in texts and kind is Field.PHONE:
            texts[kind] += "、" + text
        elif kind in texts:
            continue
        elif kind not in _CHECKED:
            texts[kind] = text
        elif told := _told_once(kind, column, text):
            texts[kind] = told
    if Field.FAMILY_NAME in texts:
        name = texts.pop(Field.FAMILY_NAME) + name
    if not name and Field.CITIZEN_NUMBER not in texts:
        return None
    return PersonText(slot, number, name, texts, born, states)


def _told_once(kind: Field, column: Column, text: str) -> str:
    """What the text says of the person, "" for nothing; a tick under 男 or 女 says that."""
    if kind is Field.CITIZEN_NUMBER:
        return filled(text)
    if kind is Field.SEX and column.heading in ("男", "女"):
        return column.heading if says_yes(text) else ""
    return "户主" if text in _HEADS else text


def head_in(row: list[Cell], said: list[str], number: int, slot: Slot) -> PersonText | None:
    """The head who is named beside the members; None where the cell says that there is none."""
    head = person_in(row, said, number, slot)
    return None if head and head.name in _NO_NAMES else head


def is_named(person: PersonText) -> bool:
    """Whether the name can be one. Long or odd ones need something else that speaks for them."""
    name = person.name
    if not name or name in _NO_NAMES or TOTAL.match(name):
        return False
    if has_number(person):
        return not name.isdigit()
    plain = re.sub(r"\s", "", name)
    if relations.code_of(plain):
        return False
    if is_list(name) and people_of(name):
        return True
    if not _NAME.fullmatch(name):
        return bool(person.texts.get(Field.RELATION)) and not name.isdigit()
    return is_related(person) or _reads_as_name(plain)


def says_head(person: PersonText) -> bool:
    """Whether the column that asks for the head says yes."""
    text = person.texts.get(Field.IS_HEAD, "")
    return bool(text) and (text == "户主" or says_yes(text))


def is_related(person: PersonText) -> bool:
    """Whether the text names a relation to a head."""
    return relations.code_of(person.texts.get(Field.RELATION, "")) != ""


def _reads_as_name(plain: str) -> bool:
    return len(plain) >= 2 and (len(plain) <= 5 or not plain.isalpha() or plain.isascii())


def has_number(person: PersonText) -> bool:
    """Whether the text could once have been a citizen number."""
    number = person.texts.get(Field.CITIZEN_NUMBER, "")
    if number[:17].isdigit() and len(number) > 14:
        return True
    return sum(map(str.isdigit, number)) >= 14 or "E+1" in number.upper()
