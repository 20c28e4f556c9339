"""One cell → a text, phones, a sex or a state, in the forms that people type them."""

import re
import unicodedata
from datetime import datetime
from functools import lru_cache

from gridapp.rosters.files import Cell
from gridapp.rosters.states import State

_NOTHING = (
    r"无 没有 - -- --- — —— ― / // \ 暂无 无号码 无电话 不详 未知 空"
    " N/A #N/A NA NAN NULL NONE #REF! #VALUE! 0 未填"
)
_BLANKS = frozenset([*_NOTHING.split(), *_NOTHING.lower().split()])
DITTO = frozenset(["同上", "同前", "〃", "″", '"', "''", "々", "”"])
"""Marks that say: as above."""
SAYS_NOTHING = _BLANKS | DITTO
_PHONE = re.compile(r"\d[\d\- ]*\d")
_AREA = re.compile(r"\(?\b(0\d{2,3})(?:\)\s*|\s*-+\s*(?=\d{7,8}\b))")
_EXTENSION = re.compile(r"转(?:分机)?\s*\d{1,5}")
_LETTERS = re.compile(r"[A-Za-z一-鿿:：]+")
_SEX = {
    **dict.fromkeys(("男", "男性", "1", "M", "MALE", "男士", "01", "1男", "1-男"), "1"),
    **dict.fromkeys(("女", "女性", "2", "F", "FEMALE", "女士", "02", "2女", "2-女"), "2"),
    **dict.fromkeys(("未说明", "9"), "9"),
    **dict.fromkeys(("未知", "0", ""), "0"),
}
_STATES = (
    (
        State.MOVED,
        re.compile("迁出或死亡|迁出|迁移|搬离|搬走|外迁|外嫁|出嫁|已嫁|嫁出|转出|注销户口|销户"),
    ),
    (State.DEAD, re.compile("死亡|已故|去世|病故|亡故|过世|身故|逝世|死|殁|注销|故")),
    (State.PRESENT, re.compile("不外出|未外出|没外出|无外出|非外出|人在户不在|人户一致|人在户在")),
    (
        State.AWAY,
        re.compile(
            "不在|未在|空挂|人户分离|外出|务工|打工|在外|流出|县外|省外|市外|外地|外住|居外|外省|经商|上学|就读|当兵|参军|服役|离家|长期在"
        ),
    ),
    (
        State.PRESENT,
        re.compile(
            "正常|在家|在村|在册|常住|居住|留守|在户|健在|存活|现住|在籍|本地|流入|有效|迁入|在住|在世|自住|租住|自有"
        ),
    ),
)
_YES_WORDS, _NO_WORDS = "是 有 √ ✓ ✔ Y YES 1 对 ☑", "否 无 × ✗ N NO 0 不是 没有 X 不 ☐ 未"
_YES = frozenset(_YES_WORDS.split())
_NO = frozenset(_NO_WORDS.split())


def text_of(cell: Cell) -> str:
    """The cell as half-width text. A number too long for Excel keeps its exponent."""
    if type(cell) is str:
        text = cell.strip()
        if text.isascii():
            return text.lstrip("'").strip() if text[:1] == "'" else text
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
        return text.strip("'‘’\u200b\ufeff \t\r\n")
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not cell.hour else cell.isoformat(" ")
    return str(cell)


def _number_text(number: float) -> str:
    if abs(number) >= 1e15:
        return f"{number:.14E}"
    return str(int(number)) if number == int(number) else repr(number)


def filled(text: str) -> str:
    """The text, or "" when it only says that there is nothing."""
    return "" if text in _BLANKS else text


def phones(text: str) -> tuple[str, bool]:
    """All numbers of the cell, joined by 、, and whether each has a plausible length."""
    if len(text) == 11 and text.isascii() and text.isdigit() and text[0] == "1":
        return text, text[1] > "2"
    if not filled(text):
        return "", True
    if "*" in text:
        return text, False
    found = [re.sub(r"[- ]", "", part) for part in _PHONE.findall(_split_phones(text))]
    found = [re.sub(r"^(?:\+?86|0086)(?=1\d{10}$)", "", part) for part in found]
    if not found or "E" in text.upper():
        return text, False
    return "、".join(dict.fromkeys(found)), all(_is_phone(part) for part in found)


def _split_phones(text: str) -> str:
    """Keep apart two mobile numbers that only a blank or a dash separates."""
    text = _AREA.sub(r"\1-", _EXTENSION.sub("", re.sub("[—–―~]+", "-", text)))
    text = _LETTERS.sub(",", text)
    return re.sub(
        r"(?<=\d{11})[\s\-]+(?=1)|(?<=\d)[-\s]{2,}(?=\d)|(?<=\d{7})\s+(?=\d{7})", ",", text
    )


def _is_phone(digits: str) -> bool:
    if len(digits) == 11 and digits[0] == "1":
        return digits[1] > "2"
    return (
        5 <= len(digits) <= 8
        or (digits[0] == "0" and 10 <= len(digits) <= 12)
        or (len(digits) == 10 and digits[:3] in ("400", "800"))
    )


@lru_cache(maxsize=256)
def sex_code(text: str) -> str | None:
    """GB/T 2261.1 code, ``0`` for an empty cell, None for a text that is no sex."""
    return _SEX.get(filled(text).upper().replace(" ", ""))


def is_mark(text: str) -> bool:
    """Whether a text only ticks or denies."""
    return text.strip().upper() in _YES | _NO


def says_yes(text: str) -> bool:
    """Whether a text only ticks."""
    return text.strip().upper() in _YES


@lru_cache(maxsize=1024)
def residence(text: str, heading: str = "") -> State | None:
    """The state that a cell tells, None when it cannot be read.

    A mark answers its heading, and so does a word under one that is a state itself: where
    somebody went, or since when.
    """
    plain = re.sub(r"\s", "", text)
    if not plain:
        return State.PRESENT
    asked = _state_in(re.sub("是否|有无", "", heading))
    if is_mark(plain):
        return _answered(says_yes(plain), asked)
    return _state_in(plain) or (None if asked is State.PRESENT else asked)


def _state_in(text: str) -> State | None:
    return next((state for state, words in _STATES if words.search(text)), None)


def _answered(yes: bool, asked: State | None) -> State:
    """是否外出 否 → present; 是否在家 否 → away; 状态 否 → present, as nothing was asked."""
    if asked in (None, State.PRESENT):
        return State.PRESENT if yes or asked is None else State.AWAY
    return asked if yes else State.PRESENT
