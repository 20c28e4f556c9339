"""What happened to a household, as its sheet tells it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import LifeEventKind as Kind
from gridapp.domain.households.history import standing
from gridapp.store.households import households, life_events
from gridapp.store.tables import LifeEvent
from gridapp.usecases.desk import CHINA


@dataclass(frozen=True)
class HistoryLine:
    """One act in the history of a household: what, when, who was concerned, who wrote it."""

    act_id: UUID
    kind: str
    day: date
    names: str
    note: str
    actor: str
    recorded_on: date
    holds: bool
    """Not reversed, and no reversal itself."""


def history(session: Session, household_id: UUID) -> list[HistoryLine]:
    """What happened to a household and to those that were merged into it, the last first."""
    found = life_events.of_households(session, [household_id])
    acts = {act_id: life_events.of_act(session, act_id) for act_id in _crossing(found)}
    merged = {e.household_id for act in acts.values() for e in act if e.kind == Kind.MERGED}
    if merged - {household_id}:
        found = life_events.of_households(session, [*merged | {household_id}])
    for event in found:
        if event.act_id not in acts:
            acts[event.act_id] = [one for one in found[::-1] if one.act_id == event.act_id]
    holding = {event.id for event in standing(found)}
    subjects = {event.subject_id for act in acts.values() for event in act}
    people = {one.id: one.name for one in households.members_by_id(session, list(subjects))}
    order = dict.fromkeys(event.act_id for event in found)
    return [_line(acts[act_id], people, holding) for act_id in order]


def _crossing(events: Sequence[LifeEvent]) -> set[UUID]:
    """The acts of which a part stands in the sheet of another household."""
    kinds = {Kind.SPLIT, Kind.JOINED, Kind.MERGED, Kind.REVERSED}
    return {event.act_id for event in events if event.kind in kinds}


def _line(
    events: Sequence[LifeEvent], people: Mapping[UUID, str], holding: Collection[UUID]
) -> HistoryLine:
    first = events[0]
    ids = dict.fromkeys(event.subject_id for event in events)
    return HistoryLine(
        act_id=first.act_id,
        kind=first.kind,
        day=first.happened_on,
        names="、".join(people[id_] for id_ in ids if id_ in people),
        note=first.note,
        actor=first.actor,
        recorded_on=first.recorded_at.astimezone(CHINA).date(),
        holds=any(event.id in holding for event in events),
    )
