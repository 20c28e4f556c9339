"""What one heading means: whose column it is and what stands in it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from gridapp.rosters.proposal import DropReason
from gridapp.rosters.vocabulary import ADDRESS_RANK, CONTAINS, EXACT, NEEDLESS, NEVER, Field

_SIMPLIFIED = str.maketrans(
    "戶關係號證電話組與備註別聯絡編碼機齡現務類長範",
    "户关系号证电话组与备注别联络编码机龄现务类长范",
)
"""The traditional characters that headings are written with, for Big5 files."""

HEAD = "head"
MEMBER = "member"
LONGEST = 40
_NUMERALS = "一二三四五六七八九十"
_MARKS = re.compile(r"[\s*※★☆:：、,，。;；.“”\"'_\-—]|必填项?|选填项?|请填写")
_BRACKETED = re.compile(r"[(\[【〔<《][^)\]】〕>》]*[)\]】〕>》]")
_BRACKETS = re.compile(r"[()\[\]【】〔〕<>《》/]")
_GROUP_WORD = r"(?:基本|个人|本人)?(?:信息|情况|资料|明细|一栏|栏)?"
_OF_HEAD = re.compile(rf"^(?:户主)(?!.*(?:成员|家属|家人)){_GROUP_WORD}")
_OF_MEMBER = re.compile(
    rf"^(?:家庭|户内|其他家庭|其他|共同居住|同住)?(?:成员|家属|人员|家人){_GROUP_WORD}"
    r"\(?(\d{1,2}|[一二三四五六七八九十]{1,2})?\)?"
)
_LIST_OF_ONE = re.compile(r"^(?:家庭)?(?:成员|户主|家属)[^()]*\(姓名.+\)")
"""All of a person in one cell: 家庭成员一(姓名/关系/身份证号)."""

_OF_KIN = re.compile(
    r"^(配偶|妻子|丈夫|父母|父亲|母亲|长子|次子|三子|长女|次女|三女|子女|儿子|女儿|儿媳|女婿|孙子|孙女|外孙|之妻|爱人"
    r"|岳父|岳母|公公|婆婆|祖父|祖母|兄弟|哥哥|弟弟|姐姐|妹妹)"
    rf"{_GROUP_WORD}\(?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})?\)?"
)
_CODED = re.compile(r"(?:代码|编码|代号|中文)$")
_NAMED = re.compile(r"(?:名称|栏)$")
_AS_CODE = frozenset({Field.RELATION, Field.SEX, Field.RESIDENCE})
"""Fields whose columns may hold codes, so that 与户主关系代码 is the relation."""

_ORDINAL = re.compile(r"[(]?(\d|1[012]|[一二三四五六七八九十])[)]?$")


@dataclass(frozen=True)
class Meaning:
    """What a heading means.

    ``owner`` is ``head``, ``member`` or ``""`` (as the columns around it); ``place`` tells several
    members of one row apart; ``kin`` is the relation word that the heading itself gives. Smaller
    ``rank`` is preferred among columns of one field. ``drop`` is set when nothing is read.
    ``told``: the person has said so.
    """

    field: Field | None = None
    owner: str = ""
    place: str = ""
    kin: str = ""
    confidence: float = 0.0
    rank: int = 0
    drop: DropReason | None = None
    told: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the heading is one that the vocabulary knows, read or dropped."""
        return self.field is not None or self.drop not in (None, DropReason.UNRECOGNISED)


UNKNOWN = Meaning(drop=DropReason.UNRECOGNISED)


def one_line(text: str) -> str:
    """A heading as people would write it in one line: half-width, simplified, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(_SIMPLIFIED)


@lru_cache(maxsize=8192)
def meaning_of(heading: str) -> Meaning:
    """Match a heading, whatever its blanks, brackets and width; ``UNKNOWN`` when nothing fits."""
    plain = one_line(heading)
    if not plain or len(plain) > LONGEST or plain.isdigit():
        return UNKNOWN
    # The words that never pass are sought before all else and inside brackets too.
    for reason, words in NEVER:
        if words.search(plain):
            return Meaning(drop=reason, confidence=1.0)
    tidy = _MARKS.sub("", plain)
    whole = _field_of(tidy)
    if whole and whole[1] == 1.0 and tidy != "成员":
        return _meaning(*whole, text=tidy)
    return _owned(tidy) or (_meaning(*whole, text=tidy) if whole else _not_read(tidy))


def _owned(tidy: str) -> Meaning | None:
    """The meaning of a heading that says whose it is (户主电话, 成员2姓名, 配偶身份证号)."""
    if _LIST_OF_ONE.match(tidy):
        return _owned(tidy[: tidy.index("(")] + "姓名")
    if "关系" not in tidy and (head := _OF_HEAD.match(tidy)):
        rest = tidy[head.end() :]
        found = _field_of(rest) if rest else (Field.NAME, 0.9) if tidy == "户主" else None
        return _meaning(*found, text=rest, owner=HEAD) if found else None
    for pattern in (_OF_MEMBER, _OF_KIN):
        if match := pattern.match(tidy):
            rest, kin = tidy[match.end() :], pattern is _OF_KIN
            place = match[match.lastindex or 1] if match.lastindex else ""
            found = _field_of(rest) if rest else (Field.NAME, 0.8)
            word = match[1].lstrip("之") if kin else ""
            number = match[2] if kin else place
            if found:
                return _meaning(*found, rest, MEMBER, word + _arabic(number or ""), word)
    if (match := _ORDINAL.search(tidy)) and match.start():
        found = _field_of(tidy[: match.start()])
        if found:
            return _meaning(*found, tidy, "", _arabic(match[1]))
    return None


def _field_of(tidy: str) -> tuple[Field, float] | None:
    """The field of a heading without owner, and how sure that is."""
    bare = _BRACKETS.sub("", _BRACKETED.sub("", tidy))
    joined = _BRACKETS.sub("", tidy)
    for text in (joined, bare):
        if text in EXACT or text.upper() in EXACT:
            return EXACT.get(text) or EXACT[text.upper()], 1.0
    if EXACT.get(_CODED.sub("", joined)) in _AS_CODE:
        return EXACT[_CODED.sub("", joined)], 0.9
    if _NAMED.sub("", joined) in EXACT:
        return EXACT[_NAMED.sub("", joined)], 0.9
    if NEEDLESS.search(bare or joined):
        return None
    for text in (bare, joined):
        for field, words in CONTAINS:
            if words.search(text):
                return field, 0.8
    return None


def _meaning(
    field: Field, confidence: float, text: str, owner: str = "", place: str = "", kin: str = ""
) -> Meaning:
    rank = 0
    if field == Field.ADDRESS:
        rank = next(number for number, words in enumerate(ADDRESS_RANK) if words.search(text))
        rank = 2 if "户籍" in text or "户口" in text or "身份证" in text else rank
    return Meaning(field, owner, place, kin, confidence, rank)


def _not_read(tidy: str) -> Meaning:
    if NEEDLESS.search(tidy):
        return Meaning(drop=DropReason.NEEDLESS, confidence=0.9)
    return UNKNOWN


def _arabic(number: str) -> str:
    return str(_NUMERALS.index(number) + 1) if number in _NUMERALS and number else number
