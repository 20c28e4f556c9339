"""One row → the texts of its household and persons; titles, totals and samples are no persons."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gridapp.domain import relations
from gridapp.rosters import groups
from gridapp.rosters.cells import DITTO, filled, text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.headings import meaning_of
from gridapp.rosters.layout import Layout, Slot
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import Field

_TOTAL = re.compile(
    r"^[(（]?.{0,10}?(?:小计|合计|总计|共计|累计|汇总|总人数|总户数|总人口)[)）]?[:：]?.{0,15}$"
    r"|^(?:本页|全村|全组|本组|本户|以上|总)?共[:：]?\d*.{0,8}[户人口]$"
)
_REMARK = re.compile(
    r"^(?:[(（*※]*)(?:填表|审核|制表|填报|复核|审批|负责人|经办|签字|签名|签章|盖章|公章|单位|联系人|日期|注[:：\d]|注意"
    r"|说明|备注[:：]|填写|以上|本表|打印|导出|第.{1,4}页|此表|承诺|制单|统计|登记人|调查人|包村|村主任|村支书|书记|主任"
    r"|共.{1,4}页|接下页|续上页|续表|下转|#|//|--|=)"
)
_SAMPLE = re.compile(
    r"^[(\[【<]?(?:填写|填表|录入|填报)?(?:示例|样例|范例|举例|例子|例|样本|示范|例如|样表|参考样式)[\d一二)\]】>:：。、行]*$"
    r"|^(?:填写|填表)?(?:示例|样例|范例|例)[:：)\]】]|[(\[【](?:填写|填表)?(?:示例|样例|范例|例|举例|样本)[)\]】]"
    r"|^(?:示例|样例|范例|举例)"
)
_SAMPLE_WORD = re.compile("例|样本|示范|样表|参考样式")
_MASKED = re.compile(r"[Xx*×]{4,}")
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


@dataclass(slots=True)
class Line:
    """A row of people. Empty text means that the row says nothing: as above."""

    row: int
    section: int
    village: str = ""
    group: str = ""
    number: str = ""
    serial: str = ""
    size: str = ""
    address: str = ""
    note: str = ""
    head_name: str = ""
    people: list[PersonText] = field(default_factory=list)
    head: PersonText | None = None


@dataclass
class Above:
    """What the rows above have said; shared by the tables of a sheet."""

    section: int = 0
    village: str = ""
    group: str = ""
    latest: str = ""
    in_sample: bool = False


def lines_of(
    sheet: RawSheet, table: Table, layout: Layout, above: Above, tick: Callable[[int], None]
) -> Iterator[Line]:
    """The rows of a table that speak of people. ``tick`` hears of every row that is done."""
    readers = {kind: _indexes(columns) for kind, columns in layout.household.items()}
    for index in range(*table.body):
        if index % 1000 == 0:
            tick(index)
        row = sheet.rows[index]
        line = _line(row, index + 1, layout, readers, above)
        if line:
            yield line


def _line(
    row: list[Cell], number: int, layout: Layout, readers: dict[Field, list[int]], above: Above
) -> Line | None:
    people = [p for slot in layout.slots if (p := _person(row, number, slot))]
    named = [p for p in people if _is_named(p)]
    if not any(p.texts.get(Field.CITIZEN_NUMBER) for p in named) and _is_aside(row, named, above):
        return None
    line = Line(number, above.section)
    _household(line, row, readers, above)
    if layout.head:
        line.head = _person(row, number, layout.head)
        line.head_name = line.head.name if line.head else ""
    elif layout.is_wide and layout.slots[0].is_head and people:
        line.head_name = people[0].name if people[0].slot is layout.slots[0] else ""
    if _is_sample(line, row, people, above):
        return None
    line.people = [p for p in people if _is_named(p) or _has_number(p)]
    if line.people or line.head_name or line.number or line.group:
        above.latest = line.group or above.latest
        return line
    return None


def _person(row: list[Cell], number: int, slot: Slot) -> PersonText | None:
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


def _household(line: Line, row: list[Cell], readers: dict[Field, list[int]], above: Above) -> None:
    def said(kind: Field) -> str:
        for index in readers.get(kind, ()):
            text = text_of(row[index]) if index < len(row) and row[index] != "" else ""
            if text and text not in DITTO and filled(text):
                return text
        return ""

    group = said(Field.GROUP)
    if group and "村" in group:
        line.village = groups.village_inside(group)
    line.group = groups.canonical_group(group) if group else ""
    line.group = line.group or groups.canonical_group(said(Field.HAMLET)) or above.group
    village = said(Field.VILLAGE)
    line.village = groups.village_name(village) if village else line.village or above.village
    line.number, line.serial = said(Field.NUMBER), said(Field.SERIAL)
    line.size, line.address, line.note = said(Field.SIZE), said(Field.ADDRESS), said(Field.NOTE)


def _is_named(person: PersonText) -> bool:
    """Whether the name can be one. Long or odd ones need something else that speaks for them."""
    name = person.name
    if not name or name in _NO_NAMES or _TOTAL.match(name):
        return False
    if _has_number(person):
        return not name.isdigit()
    if not _NAME.fullmatch(name):
        parts = LISTED.split(name)
        if len(parts) > 1 and all(_NAME.fullmatch(p) and _reads_as_name(p) for p in parts):
            return True
        return bool(person.texts.get(Field.RELATION)) and not name.isdigit()
    return _is_related(person) or _reads_as_name(re.sub(r"\s", "", name))


def _is_related(person: PersonText) -> bool:
    return relations.code_of(person.texts.get(Field.RELATION, "")) != ""


def _reads_as_name(plain: str) -> bool:
    return len(plain) >= 2 and (len(plain) <= 5 or not plain.isalpha() or plain.isascii())


def _has_number(person: PersonText) -> bool:
    return sum(map(str.isdigit, person.texts.get(Field.CITIZEN_NUMBER, ""))) >= 14 or (
        "E+1" in person.texts.get(Field.CITIZEN_NUMBER, "").upper()
    )


def _is_aside(row: list[Cell], named: list[PersonText], above: Above) -> bool:
    """Whether the row is no person: blank, a total, a remark, or the title of a section."""
    texts = [text for cell in row if cell != "" and (text := text_of(cell))]
    if not texts:
        return True
    distinct = set(texts)
    if len(distinct) == 1 and _starts_section(texts[0], above):
        return True
    if any(_is_related(person) for person in named):
        return False
    if any(_TOTAL.match(re.sub(r"\s", "", text)) for text in texts if len(text) < 30):
        return True
    if _REMARK.match(texts[0]) or _is_heading_again(texts):
        return True
    return len(distinct) == 1 and not named and len(texts[0]) > 4


def _starts_section(text: str, above: Above) -> bool:
    village = groups.village_inside(text)
    if groups.is_group_row(text):
        if groups.group_inside(text) == above.latest:
            return True
        above.group = groups.group_inside(text)
    elif village and text.rstrip("委会:：") == village:
        above.group = ""
    else:
        return False
    above.village = village or above.village
    above.section += 1
    return True


def _is_heading_again(texts: list[str]) -> bool:
    known = sum(meaning_of(text).is_known for text in texts if not text.isdigit())
    return len(texts) > 2 and known >= len(texts) * 0.7


def _is_sample(line: Line, row: list[Cell], people: list[PersonText], above: Above) -> bool:
    """Whether the row is an example of how to fill in, or belongs to such a household."""
    marked = (cell for cell in row if isinstance(cell, str) and _SAMPLE_WORD.search(cell))
    if any(_SAMPLE.search(text_of(cell)) for cell in marked):
        above.in_sample = True
        return True
    if people and all(
        _MASKED.search(p.texts.get(Field.CITIZEN_NUMBER, "") or p.texts.get(Field.PHONE, ""))
        for p in people
    ):
        return True
    goes_on = not (line.number or line.serial or line.head_name)
    above.in_sample = above.in_sample and goes_on and not _is_head(people)
    return above.in_sample


def _is_head(people: list[PersonText]) -> bool:
    return any(p.texts.get(Field.RELATION, "") in ("户主", "本人") for p in people)


def _indexes(columns: list[Column]) -> list[int]:
    return [column.index for column in columns]
