"""A cell that lists several people → one text each, with what it says of each of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from gridapp.domain.households import relations
from gridapp.rosters import cells
from gridapp.rosters.evidence import is_family_name
from gridapp.rosters.vocabulary import Field

_MARKS = re.compile(r"[、,;/\n\r()\[\]【】:|+。]+|\s-+\s")
_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?![\dXx])")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_NOISE = re.compile(
    r"(?:公民)?(?:身份证号?码?|身份号码|证件号码?)|(?:联系)?(?:电话|手机)号?码?|姓名|性别|与户主关系|关系"
    r"|\d{1,3}岁|出生(?:日期|年月)?"
)
_REMARK = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_HAN = r"[㐀-鿿豈-﫿\U00020000-\U0003ffff〇]"
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}+(?:[·•]{_HAN}+)+|[A-Za-z][A-Za-z ]{{1,28}}")
_NUMBERING = re.compile(r"^(?:\d{1,2}|[①-⑳])[.、)\s]*(?=[㐀-鿿])")
_SHORT = ("妻", "夫", "子", "女", "父", "母", "媳")
"""Relations of one character that stand before a name; 孙 is left out, it is a family name too."""

_LEADING = frozenset(_SHORT) - {"母"}
_SHORTEST = 3
"""Characters of 妻李秀. 母 alone is left out of these, since it is a family name as well."""


@dataclass
class Listed:
    """A person of a list."""

    name: str = ""
    texts: dict[Field, str] = field(default_factory=dict)

    def says_woman(self, word: str) -> None:
        """女 is the sex beside another relation, else the relation itself."""
        others = {word, self.texts.get(Field.RELATION, "女")} - {"女"}
        if others:
            self.texts[Field.SEX] = "女"
        self.texts[Field.RELATION] = others.pop() if others else "女"


def is_list(text: str) -> bool:
    """Whether a cell may hold more than a name."""
    if len(text) < 4:
        return text[:1] in _LEADING and len(text) == _SHORTEST and is_family_name(text[1:])
    return bool(_MARKS.search(text) or _NUMBER.search(text)) or _lead_of(text) > 0


def people_of(text: str) -> list[Listed]:
    """The people of a list in order; [] when a part of it is nothing that a list would say.

    Understands 李秀（妻）、韦军（长子） and 妻：李秀；长子：韦军, with numbers and phones too.
    """
    words = _words(text)
    relation_first = bool(words) and words[0][0] is Field.RELATION
    people: list[Listed] = []
    pending: dict[Field, str] = {}
    for kind, word in words:
        if kind is None:
            return []
        if kind is Field.NAME:
            people.append(Listed(word, pending))
            pending = {}
        elif not people or (kind is Field.RELATION and relation_first):
            pending[kind] = word
        elif kind is Field.RELATION and "女" in (word, people[-1].texts.get(kind)):
            people[-1].says_woman(word)
        elif kind in people[-1].texts:
            pending[kind] = word
        else:
            people[-1].texts[kind] = word
    return people


def _words(text: str) -> list[tuple[Field | None, str]]:
    found: list[tuple[Field | None, str]] = []
    for part in _MARKS.split(_spaced(text)):
        for word in _apart(part.strip()):
            found += _read(word)
    return found


def _spaced(text: str) -> str:
    """Numbers and labels stand apart from names, however closely they were typed."""
    text = _REMARK.sub(lambda found: found[0] if _tells(found[1]) else "、", text)
    text = _NUMBER.sub(lambda found: f"、{found[0]}、", text)
    text = _PHONE.sub(lambda found: f"、{found[0]}、", text)
    return _NOISE.sub("、", text)


def _tells(remark: str) -> bool:
    """Whether what stands in brackets says more of a person, or names several; 五保户 does not."""
    words = [word for part in _MARKS.split(_NUMBER.sub("", remark)) for word in _read(part.strip())]
    names = sum(kind is Field.NAME for kind, _word in words)
    return names > 1 or len(words) > names or bool(_NUMBER.search(remark))


def _apart(part: str) -> list[str]:
    """Blanks part words, unless they only spread a name: 李 秀 妻."""
    if part.isascii():
        return [part]
    words: list[str] = []
    for word in _NUMBERING.sub("", part).split():
        single = len(word) == 1 and not relations.code_of(word)
        if single and words and len(words[-1]) < 3 and not relations.code_of(words[-1]):
            words[-1] += word
        else:
            words.append(word)
    return words


def _read(word: str) -> list[tuple[Field | None, str]]:
    if not word or (word.isdigit() and len(word) < 5):
        return []
    for kind, looks in _TELLING:
        if looks(word):
            return [(kind, word)]
    size = _lead_of(word)
    lead = [(Field.RELATION, word[:size])] if size else []
    return [*lead, (Field.NAME if _NAME.fullmatch(word[size:]) else None, word[size:])]


def _is_state(word: str) -> bool:
    named = is_family_name(word) and not word.startswith(("常住", "常年"))
    return not named and cells.residence(word) is not None


_TELLING: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (Field.CITIZEN_NUMBER, _NUMBER.fullmatch),
    (Field.PHONE, _PHONE.fullmatch),
    (Field.SEX, lambda word: word == "男"),
    (Field.RELATION, relations.code_of),
    (Field.RESIDENCE, _is_state),
)
"""What words are that are no names; 女 is a relation until there is another."""


def _lead_of(word: str) -> int:
    """How many characters of a relation stand before a name: 2 in 长子韦军."""
    return next((size for size in (3, 2, 1) if _is_relation_before(word, size)), 0)


def _is_relation_before(word: str, size: int) -> bool:
    lead, rest = word[:size], word[size:]
    if not (2 <= len(rest) <= 4 and is_family_name(rest)):
        return False
    return lead in _SHORT if len(lead) == 1 else relations.code_of(lead) != ""
