"""Finding another household, or somebody of another household, for what happens between two."""

from dataclasses import dataclass
from uuid import UUID

from gridapp.domain.households.life_events import is_here
from gridapp.store.households import households
from gridapp.store.households.households import Sheet
from gridapp.store.search import search
from gridapp.store.search.search import HitKind
from gridapp.usecases.desk import Desk

MOST = 6


@dataclass(frozen=True)
class Found:
    """A household or member, with what tells it from others."""

    id: UUID
    text: str


def other_households(desk: Desk, text: str, besides: UUID) -> list[Found]:
    """Households that stand now, by any word of theirs; "" finds none."""
    return [
        Found(sheet.household.id, _of(sheet.head, sheet)) for sheet in _sheets(desk, text, besides)
    ]


def members_elsewhere(desk: Desk, text: str, besides: UUID) -> list[Found]:
    """Members of other households; those whose name holds the text come first."""
    found = [
        (text not in one.name, Found(one.id, _of(one.name, sheet)))
        for sheet in _sheets(desk, text, besides)
        for one in sheet.members
        if is_here(one)
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])][:MOST]


def _sheets(desk: Desk, text: str, besides: UUID) -> list[Sheet]:
    person = f"{desk.person.name}@{desk.person.unit_id}"
    with desk.store.session() as session:
        hits = search.find(session, text, person)
        ids = [one.id for one in hits if one.kind == HitKind.HOUSEHOLD and one.id != besides]
        sheets = [households.sheet(session, id_) for id_ in dict.fromkeys(ids)]
    standing = [sheet for sheet in sheets if sheet and sheet.household.until is None]
    return standing[:MOST]


def _of(name: str, sheet: Sheet) -> str:
    household = sheet.household
    parts = (name, sheet.head if sheet.head != name else "", household.address, sheet.unit_name)
    return " · ".join(part for part in parts if part)
