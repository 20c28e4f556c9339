"""Household registers on cards: 户号：001  户主：韦大明  住址：… above a small table of members."""

import re

from gridapp.rosters.cells import filled
from gridapp.rosters.headings import HEAD, meaning_of
from gridapp.rosters.layout import Slot
from gridapp.rosters.persons import PersonText
from gridapp.rosters.vocabulary import Field

_PAIR = re.compile(r"([^\s:,;，；]{1,8})\s*:\s*([^:]*?)(?=[\s,;，；]+[^\s:,;，；]{1,8}\s*:|$)")
_OF_CARD = frozenset(
    {Field.VILLAGE, Field.GROUP, Field.HAMLET, Field.NUMBER, Field.SIZE, Field.ADDRESS}
)
OF_HEAD = frozenset({Field.CITIZEN_NUMBER, Field.PHONE, Field.SEX})
"""What a card says of its head."""

_HEAD_SLOT = Slot(is_head=True)

Card = dict[Field, str]


def card_in(row: list[str]) -> Card:
    """What a row of keys and values says of a household and its head; {} for any other row.

    A value stands after its colon or in the next filled cell. Only a row that names a household
    number or a head begins a card.
    """
    if ":" not in next(filter(None, row), ""):
        return {}
    texts = [text for text in row if text]
    card: Card = {}
    for place, text in enumerate(texts):
        after = texts[place + 1] if place + 1 < len(texts) else ""
        for found in _PAIR.finditer(text):
            value = found[2].strip() or (after if ":" not in after else "")
            _take(card, found[1], filled(value))
    return card if Field.NUMBER in card or Field.NAME in card else {}


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
