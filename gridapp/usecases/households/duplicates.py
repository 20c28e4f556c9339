"""Finding people who stand in the rosters twice, and making one of two, field by field."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import LifeEventKind, Residence
from gridapp.domain.households.duplicates import Pair, folded, pairs
from gridapp.domain.households.life_events import LifeFault, is_here
from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.domain.spelling import in_name
from gridapp.host import pinyin
from gridapp.store import journal
from gridapp.store.grids import grids
from gridapp.store.households import duplicates, households, life_events
from gridapp.store.households.households import Sheet
from gridapp.store.tables import Household, Member
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.households.family_changes import follow
from gridapp.usecases.households.goings import end
from gridapp.usecases.households.life_events import LifeAct

FIELDS = ("name", "sex", "born_on", "citizen_number", "phone", "residence", "note")
"""What is chosen field by field; the household that is chosen brings the relation along."""

_STEP = 500


@dataclass(frozen=True)
class Side:
    """One of two, as the screen shows it; numbers masked."""

    id: UUID
    household_id: UUID
    home: str
    """Head, address and unit of the household."""
    relation: str
    values: dict[str, Any]


@dataclass(frozen=True)
class BothSides:
    """Two that may be one, and in which fields they differ (seen before masking)."""

    first: Side
    second: Side
    differ: frozenset[str]


def find(desk: Desk, unit_id: UUID, progress: Callable[[int, int], None]) -> list[Pair]:
    """The pairs of a unit and all below it that somebody should look at, the surest first."""
    with desk.store.session() as session:
        people = duplicates.records(session, set(grids.subtree(session, unit_id)))
        apart = duplicates.apart(session)
    heard = cache(sound)  # for this search alone: no names stay behind
    total = len(people) + _STEP
    for done in range(0, len(people), _STEP):
        progress(done, total)
        for one in people[done : done + _STEP]:
            heard(one.name)
    found = pairs(people, heard, apart)
    progress(total, total)
    return found


def sound(name: str) -> str:
    """How a name is heard, its surname as a surname; "" for one that cannot be read."""
    ways = in_name(name, pinyin.readings, pinyin.surnames())
    return folded(ways[0]) if ways else ""


def both(desk: Desk, first: UUID, second: UUID) -> BothSides | None:
    """Two people side by side; None when one of them is no longer here."""
    with desk.store.session() as session:
        one, other = _with_home(session, first), _with_home(session, second)
    if one is None or other is None:
        return None
    (left, _), (right, _) = one, other
    differ = {name for name in FIELDS if getattr(left, name) != getattr(right, name)}
    return BothSides(_side(*one), _side(*other), frozenset(differ))


def not_the_same(desk: Desk, first: UUID, second: UUID) -> None:
    """Remember that these are two; they are not offered again on this laptop."""
    with desk.store.session() as session:
        duplicates.keep_apart(session, first, second)


def merge(desk: Desk, kept_id: UUID, dropped_id: UUID, taken: Collection[str]) -> Changed:
    """Make one of two. Who is kept stays in their household; ``taken``: fields of the other.

    The other is from today on among those gone from their household, which ``reverse`` takes back
    even when it was sent; what was taken stays. Of two in one household the other is removed.
    """
    with desk.store.session() as session:
        one, other = _with_home(session, kept_id), _with_home(session, dropped_id)
        if one is None or other is None or kept_id == dropped_id:
            raise RejectedError([LifeFault.NOT_THERE])
        (kept, home), (dropped, left) = one, other
        act = LifeAct(desk, LifeEventKind.MERGED, desk.today())
        fields = {name: getattr(dropped, name) for name in FIELDS if name in taken}
        if kept.since is not None and (dropped.since is None or dropped.since < kept.since):
            fields["since"] = dropped.since
        act.set_quietly(kept, **fields)
        if left.household.id == home.household.id:
            act.add(journal.remove(desk.new_id(), "member", dropped))
        else:
            _leave(act, session, left, dropped, home.household)
        act.arrange(one for one in home.members if one.id != dropped_id)
        name = str(fields.get("name", kept.name))
        return save(desk, session, "duplicate.merged", name, act.edits, home.household.id)


def _leave(act: LifeAct, session: Session, left: Sheet, dropped: Member, home: Household) -> None:
    """What becomes of the household in which the person was a second time: it ends when nobody is
    left in it. Its cases go along then, else those of the person by name; visits stay.
    """
    cases = life_events.cases_of(session, left.household.id)
    act.change(dropped, left.household, residence=Residence.MOVED.value)
    act.tell(home, home, {}, {})
    if any(is_here(one) for one in left.members if one.id != dropped.id):
        cases = [case for case in cases if getattr(case, "name", None) == dropped.name]
        act.arrange(left.members)
    else:
        end(act, left.household)
    follow(act, cases, home.id)


def _with_home(session: Session, member_id: UUID) -> tuple[Member, Sheet] | None:
    member = session.get(Member, member_id)
    sheet = households.sheet(session, member.household_id) if member is not None else None
    if member is None or sheet is None or sheet.household.until is not None:
        return None
    return member, sheet


def _side(member: Member, sheet: Sheet) -> Side:
    values = {name: getattr(member, name) for name in FIELDS}
    values["citizen_number"] = mask_citizen_number(member.citizen_number)
    values["phone"] = mask_phone(member.phone)
    parts = (sheet.head, sheet.household.address, sheet.unit_name)
    home = " · ".join(part for part in parts if part)
    return Side(member.id, sheet.household.id, home, member.relation, values)
