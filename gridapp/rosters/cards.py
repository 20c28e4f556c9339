"""Household registers on cards: 户号：001  户主：韦大明  住址：… above a small table of members."""

import re

from gridapp.rosters.cells import filled
from gridapp.rosters.evidence import is_family_name
from gridapp.rosters.headings import HEAD, meaning_of
from gridapp.rosters.layout import Slot
from gridapp.rosters.persons import PersonText
from gridapp.rosters.vocabulary import EXACT, Field

_PAIR = re.compile(r"([^\s:,;，；]{1,8})\s*:\s*([^:]*?)(?=[\s,;，；]+[^\s:,;，；]{1,8}\s*:|$)")
_OF_CARD = frozenset(
    {Field.VILLAGE, Field.GROUP, Field.HAMLET, Field.NUMBER, Field.SIZE, Field.ADDRESS}
)
OF_HEAD = frozenset({Field.CITIZEN_NUMBER, Field.PHONE, Field.SEX})
"""What a card says of its head."""

_HEAD_SLOT = Slot(is_head=True)

_SURE_KEY = 0.9
_KEYS = frozenset({"户主", "户主姓名", "户主名字"}) | {
    word for word, kind in EXACT.items() if kind in _OF_CARD | OF_HEAD
}
"""With what a row of a card may begin; cheap, since it is asked of every row."""

Card = dict[Field, str]


def card_in(row: list[str]) -> Card:
    """What a row of keys and values says of a household and its head; {} for any other row.

    A value stands after its colon or in the next filled cell.
    """
    first = next(filter(None, row), "")
    if ":" in first:
        return _after_colons([text for text in row if text])
    if first.replace(" ", "") in _KEYS:
        return _side_by_side([text for text in row if text])
    return {}


def begins_card(card: Card) -> bool:
    """Whether it names a household: only such a row begins another card."""
    return Field.NUMBER in card or Field.NAME in card


def _after_colons(texts: list[str]) -> Card:
    card: Card = {}
    for place, text in enumerate(texts):
        after = texts[place + 1] if place + 1 < len(texts) else ""
        for found in _PAIR.finditer(text):
            value = found[2].strip() or (after if ":" not in after else "")
            _take(card, found[1], filled(value))
    return card


def _side_by_side(texts: list[str]) -> Card:
    """户主姓名 | 韦大明 | 电话 | 138…: nothing but keys and values, two to begin a card."""
    card: Card = {}
    key, values = "", 0
    for text in texts:
        if meaning_of(text).confidence >= _SURE_KEY and (not key or not is_family_name(text)):
            key = text
        elif key:
            _take(card, key, filled(text))
            key, values = "", values + 1
        else:
            return {}
    return card if values > 1 or not begins_card(card) else {}


def _take(card: Card, key: str, value: str) -> None:
    meaning = meaning_of(key)
    kind = meaning.field
    named = kind is Field.NAME and meaning.owner == HEAD
    if value and kind and (named or kind in _OF_CARD or kind in OF_HEAD):
        card.setdefault(kind, value)


def head_of(card: Card, row: int) -> PersonText | None:
    """The head whom a card names."""
    if Field.NAME not in card:
        return None
    texts = {kind: text for kind, text in card.items() if kind in OF_HEAD}
    return PersonText(_HEAD_SLOT, row, card[Field.NAME], texts)
