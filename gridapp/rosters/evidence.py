"""What the cells of a column say it is, where its heading says nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from gridapp.domain.households import citizen_number, relations
from gridapp.rosters import cells, days
from gridapp.rosters.cells import text_of
from gridapp.rosters.files import Cell
from gridapp.rosters.headings import Meaning
from gridapp.rosters.proposal import DropReason
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import Field

SURE = 0.6
"""The confidence of a column that only its cells speak for."""

_LOOKED_AT = 60
"""Filled cells of a column that are looked at."""

_SHARE = 0.8
_NUMBER = re.compile(r"\d{17}[\dXx]|\d{15}|\d\.\d+E\+?1[4-7]")
_PHONE = re.compile(r"1[3-9]\d{9}(?:\D.*)?")
_NAME = re.compile(r"[㐀-鿿·]{2,4}")
_PLACE = re.compile(r"[村组屯寨巷路街栋]\S*\d+\s*号?|\d+号(?:\d+室)?$|[村屯寨]\S{0,4}[组队]")
_GROUP = re.compile(r"第?[\d一二三四五六七八九十]{1,3}(?:村民)?(?:小组|组|队)")
_FAMILY = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊"
    "葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉"
    "骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米"
    "柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班"
    "储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阎花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云"
    "容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼"
    "居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
)
"""First characters of family names."""


def is_family_name(text: str) -> bool:
    """Whether a text begins as names do."""
    return text[:1] in _FAMILY


def _is_name(text: str) -> bool:
    plain = text.replace(" ", "")
    return is_family_name(plain) and bool(_NAME.fullmatch(plain)) and not relations.code_of(plain)


def _is_relation(text: str) -> bool:
    return not text.isdigit() and relations.code_of(text) != ""


_TELLING: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (Field.CITIZEN_NUMBER, _NUMBER.fullmatch),
    (Field.SEX, lambda text: text in ("男", "女")),
    (Field.RELATION, _is_relation),
    (Field.NAME, _is_name),
    (Field.PHONE, _PHONE.fullmatch),
    (Field.GROUP, _GROUP.fullmatch),
    (Field.ADDRESS, _PLACE.search),
)
"""What the texts of a field look like, the most telling first."""


def field_of(texts: Sequence[str]) -> Field | None:
    """The field of which nearly all texts are; None when the texts do not tell."""
    for kind, looks in _TELLING:
        if texts and sum(bool(looks(text)) for text in texts) >= _SHARE * len(texts):
            return kind
    return None


def with_evidence(table: Table, rows: Sequence[list[Cell]]) -> Table:
    """The table with its unknown headings taken for what their cells show.

    Only for a field that no heading of the table names: cells never overrule a heading, but for
    户主 over ticks, which marks the head and names nobody.
    """
    body = rows[table.body[0] : table.body[1]]
    named = {column.meaning.field for column in table.columns}
    columns = []
    for column in table.columns:
        found = _read(column, body, named)
        named.add(found.meaning.field)
        columns.append(found)
    return replace(table, columns=tuple(columns))


def _read(column: Column, body: Sequence[list[Cell]], named: set[Field | None]) -> Column:
    meaning = column.meaning
    if meaning.field == Field.NAME and column.heading == "户主":
        texts = texts_of(body, column.index)
        if texts and all(cells.is_mark(text) for text in texts):
            return replace(column, meaning=Meaning(Field.IS_HEAD, confidence=SURE))
    if meaning.told or meaning.drop != DropReason.UNRECOGNISED:
        return column
    texts = texts_of(body, column.index)
    kind = field_of(texts)
    if kind is None and Field.BORN_ON not in named and _are_birthdays(body, column.index):
        kind = Field.BORN_ON
    if kind is None or kind in named:
        return column
    return replace(column, meaning=Meaning(kind, confidence=SURE))


def texts_of(body: Sequence[list[Cell]], index: int) -> list[str]:
    """The first filled texts of a column."""
    found: list[str] = []
    for row in body:
        if index < len(row) and row[index] != "" and (text := text_of(row[index])):
            found.append(text)
            if len(found) == _LOOKED_AT:
                break
    return found


def _are_birthdays(body: Sequence[list[Cell]], index: int) -> bool:
    """Whether the days lie as far apart as those of people."""
    read = [days.birthday(text)[0] for text in texts_of(body, index)]
    known = [day for day in read if day is not None]
    if len(known) < 2 or len(known) < _SHARE * len(read):
        return False
    years = sorted(day.year for day in known)
    return years[-1] - years[0] >= 15 and years[0] < 2000


@lru_cache(maxsize=4096)
def speaks_of_a_person(texts: tuple[str, ...]) -> bool:
    """Whether a row has a name beside something else that only a row of people has."""
    telling = {kind for text in texts for kind in [field_of([text])] if kind}
    return Field.NAME in telling and bool(
        telling & {Field.CITIZEN_NUMBER, Field.RELATION, Field.PHONE}
    )


def has_citizen_number(texts: Sequence[str]) -> bool:
    """Whether one of the texts is a good citizen number."""
    return any(
        _NUMBER.fullmatch(text) and citizen_number.WARNINGS.issuperset(citizen_number.check(text))
        for text in texts
    )
