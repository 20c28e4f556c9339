"""Guesses from a text copied from WeChat: who, phone, where, what, when. Pure.

Each guess comes with the words that it was taken from. A person looks at them and decides; what is
not plain is left empty.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from gridapp.domain.disputes.pasted_days import Said, find_day
from gridapp.domain.disputes.pasting_words import COMPOUND, SURNAMES, WORDS

T = TypeVar("T")


class Guess(NamedTuple, Generic[T]):
    """A value and the words of the text that speak for it."""

    value: T
    words: str


class Pasted(NamedTuple):
    """What a text seems to say; None where it does not say it plainly. ``unit``: a known name."""

    text: str
    first: Guess[str] | None = None
    second: Guess[str] | None = None
    phone: Guess[str] | None = None
    unit: Guess[str] | None = None
    category: Guess[str] | None = None
    day: Guess[date] | None = None


_WHEN = r"[\d年月日./\-\s昨前今天上下午晚凌晨早星期一二三四五六周]*?\d{1,2}:\d{2}(?::\d{2})?"
_HEAD = re.compile(rf"^\s*(?P<name>[^\s:：]{{1,12}}?)?\s*[:：]?\s*(?P<when>{_WHEN})\s*$")
_SPEAKER = re.compile(r"^\s*(?P<name>[\u4e00-\u9fff]{2,4})\s*[:：]\s*(?P<rest>.*)$")
_HAN = r"[\u4e00-\u9fff]"
_NAME = rf"(?:(?:{COMPOUND}){_HAN}{{1,2}}?|[{SURNAMES}]{_HAN}{{1,2}}?)"
_AFTER = r"(?=家|两|二人|之间|因|为|的|在|又|发生|吵|打|争|闹|起|[，。,、；！!\s]|$)"
_PAIR = re.compile(rf"({_NAME})(?:家)?[和与跟同]({_NAME}){_AFTER}")
_SELF = re.compile(
    rf"(?:我是(?:{_HAN}{{0,8}}(?:村|组|屯|社区)的?)?|我叫|反映人[:：]?|联系人[:：]?|姓名[:：]?)"
    rf"({_NAME})(?=[，。,、；！!\s（(0-9]|$)"
)
_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)[ -]?(\d{4})[ -]?(\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def read_pasted(text: str, units: Iterable[str], today: date) -> Pasted:
    """What a text says. ``units``: the names of the places that may be meant. A message with its
    own date is read as of that day.
    """
    said, sender, sent = _split(text.translate(_FULL_WIDTH), today)
    pair = _PAIR.search(said)
    own = _SELF.search(said)
    first = Guess(pair.group(1), pair.group()) if pair else sender
    first = first if pair or not own else Guess(own.group(1), own.group())
    day = find_day(said, sent.value if sent else today) or sent
    return Pasted(
        text=text.strip(),
        first=first,
        second=Guess(pair.group(2), pair.group()) if pair else None,
        phone=_phone(said),
        unit=_unit(said, units),
        category=_category(said),
        day=Guess(day.value, day.words) if day else None,
    )


def _split(text: str, today: date) -> tuple[str, Guess[str] | None, Said | None]:
    """What was said, without the lines that tell who spoke when; the first of these."""
    said, sender, sent = [], None, None
    for line in text.splitlines():
        head = _HEAD.match(line)
        speaker = None if head else _SPEAKER.match(line)
        if speaker and not re.fullmatch(_NAME, speaker.group("name")):
            speaker = None
        found = head or speaker
        name = found.group("name") if found else None
        if name and sender is None and re.fullmatch(_NAME, name):
            sender = Guess(name, line.strip())
        if head and sent is None:
            sent = find_day(head.group("when"), today)
        if not head:
            said.append(speaker.group("rest") if speaker else line)
    return "\n".join(said), sender, sent


def _phone(said: str) -> Guess[str] | None:
    mobile = _PHONE.search(said)
    if mobile:
        return Guess("".join(mobile.groups()), mobile.group())
    landline = _LANDLINE.search(said)
    return Guess(landline.group(), landline.group()) if landline else None


def _unit(said: str, units: Iterable[str]) -> Guess[str] | None:
    """The most exact place that is named."""
    named = [name for name in units if len(name) > 1 and name in said]
    best = max(named, key=len, default=None)
    return Guess(best, best) if best else None


def _category(said: str) -> Guess[str] | None:
    """The one for which most words speak."""
    found = {code: [word for word in words if word in said] for code, words in WORDS.items()}
    best = max(found, key=lambda code: len(found[code]))
    return Guess(best, "、".join(found[best])) if found[best] else None
