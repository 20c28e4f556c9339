"""Rules about what happens in households: on which day it may be, and what can be reversed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from gridapp.contract.households import LifeEventRecord, MemberRecord
from gridapp.domain.households.history import GONE, standing
from gridapp.domain.households.relations import is_head


class LifeFault(StrEnum):
    """Why an act is not kept."""

    IN_FUTURE = "life.in_future"
    BEFORE_SINCE = "life.before_since"
    BEFORE_LATER = "life.before_later"
    NAME_MISSING = "life.name_missing"
    NOBODY_CHOSEN = "life.nobody_chosen"
    NOBODY_LEFT = "life.nobody_left"
    HEAD_NOT_THERE = "life.head_not_there"
    HEAD_ALREADY = "life.head_already"
    SAME_HOUSEHOLD = "life.same_household"
    HOUSEHOLD_MISSING = "life.household_missing"
    NOT_THERE = "life.not_there"
    NOT_GONE = "life.not_gone"
    BUILT_ON = "life.built_on"
    CHANGED_SINCE = "life.changed_since"
    REVERSED_ALREADY = "life.reversed_already"


def is_here(member: MemberRecord) -> bool:
    """Whether a member still belongs to the people of the household, at home or away."""
    return member.residence not in GONE


def head_of(members: Iterable[MemberRecord]) -> MemberRecord | None:
    """The head among those who are here; None for a household without one."""
    return next((one for one in members if is_head(one.relation) and is_here(one)), None)


def day_faults(
    day: date,
    today: date,
    since: Iterable[date | None],
    events: Iterable[LifeEventRecord],
    touched: Mapping[UUID, Collection[str]],
) -> list[LifeFault]:
    """What speaks against the day of an act.

    ``since``: the first days of its subjects. ``touched``: the dated fields that it sets, by
    subject; an act before another that set the same would leave both untrue.
    """
    found = []
    if day > today:
        found.append(LifeFault.IN_FUTURE)
    if any(first is not None and day < first for first in since):
        found.append(LifeFault.BEFORE_SINCE)
    if any(
        event.happened_on > day and touched.get(event.subject_id, set()) & event.after.keys()
        for event in standing(events)
    ):
        found.append(LifeFault.BEFORE_LATER)
    return found


def reversal_faults(
    undone: Sequence[LifeEventRecord],
    events: Iterable[LifeEventRecord],
    current: Mapping[UUID, Mapping[str, Any]],
) -> list[LifeFault]:
    """Why these events of one act cannot be taken back.

    ``events``: all of their subjects; ``current``: their dated fields now, as they travel; a
    subject that is not there is missing.
    """
    holding = standing(events)
    ids = {event.id for event in undone}
    if not ids <= {event.id for event in holding}:
        return [LifeFault.REVERSED_ALREADY]
    for event in undone:
        later = holding[holding.index(event) + 1 :]
        if any(
            other.id not in ids
            and other.subject_id == event.subject_id
            and event.after.keys() & other.after.keys()
            for other in later
        ):
            return [LifeFault.BUILT_ON]
        now = current.get(event.subject_id)
        if now is None or any(now[name] != value for name, value in event.after.items()):
            return [LifeFault.CHANGED_SINCE]
    return []
