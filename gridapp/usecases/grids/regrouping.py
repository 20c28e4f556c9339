"""Regrouping households: a plan is looked at before it is done, dated, and one operation."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level
from gridapp.domain.grids import regrouping as rules
from gridapp.domain.grids.regrouping import Grid, Plan, Preview
from gridapp.store import journal
from gridapp.store.grids import grids, posts
from gridapp.store.grids import regrouping as stored
from gridapp.store.households import households
from gridapp.store.journal import Edit
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.grids import terms
from gridapp.usecases.households import life_events


def preview(desk: Desk, plan: Plan) -> Preview:
    """What a plan comes to; with everything that stands against it."""
    with desk.store.session() as session:
        return _preview(desk, session, plan)


def _preview(desk: Desk, session: Session, plan: Plan) -> Preview:
    touched = _touched(session, plan)
    leaders = posts.leaders(session, desk.today())
    standing = [
        Grid(
            unit.id,
            unit.name,
            unit.since,
            banded=unit.level == Level.MICRO,
            leaders=tuple(leaders.get(unit.id, ())),
        )
        for unit in touched
    ]
    homes = stored.homes(session, [unit.id for unit in touched])
    return rules.preview(plan, standing, homes, desk.today())


def _touched(session: Session, plan: Plan) -> list[Unit]:
    """The units that households come into or leave, siblings in order."""
    moving = [id_ for ids in plan.moves.values() for id_ in ids]
    units = {row.unit_id for row in stored.rows(session, moving)}
    units |= plan.moves.keys() | plan.dissolved | plan.reopened
    return grids.by_ids(session, units)


def carry_out(desk: Desk, plan: Plan) -> Changed:
    """Do it, as one operation. Raises RejectedError."""
    with desk.store.session() as session:
        refuse(_preview(desk, session, plan).faults)
        edits = [journal.create(desk.new_id(), "unit", unit) for unit in plan.founded]
        edits += _moves(desk, session, plan)
        for unit_id in sorted(plan.dissolved):
            edits += terms.end_unit(desk, session, unit_id, plan.day)
        for unit_id in sorted(plan.reopened):
            edits += terms.reopen_unit(desk, session, unit_id, plan.day)
        first = next(iter(plan.moves), None)
        return save(desk, session, plan.what, plan.name, edits, first)


def _moves(desk: Desk, session: Session, plan: Plan) -> list[Edit]:
    """Households with their members into their units; who stays behind is numbered anew."""
    act_id, edits = desk.new_id(), list[Edit]()
    moving = {id_ for ids in plan.moves.values() for id_ in ids}
    left = {row.unit_id for row in stored.rows(session, list(moving))} | plan.moves.keys()
    for unit_id in sorted(left):
        walk = households.in_walking_order(session, unit_id)
        stays = [home for home in walk if home.until is None and home.id not in moving]
        edits += [
            journal.change(desk.new_id(), "household", home, walk_order=place)
            for place, home in enumerate(stays, 1)
            if home.walk_order != place
        ]
        edits += life_events.regrouped(
            desk,
            session,
            stored.rows(session, plan.moves.get(unit_id, ())),
            unit_id,
            plan.day,
            act_id=act_id,
            first_place=len(stays) + 1,
        )
    return edits


@dataclass(frozen=True)
class Past:
    """A regrouping that was done: how many households came into which grids, and by whom."""

    act_id: UUID
    day: date
    actor: str
    households: int
    into: tuple[str, ...]


def past(desk: Desk, village_id: UUID) -> list[Past]:
    """The regroupings of a village, the newest first."""
    with desk.store.session() as session:
        below = grids.subtree(session, village_id)
        names = {unit.id: unit.name for unit in grids.by_ids(session, below)}
        moved = stored.moved_within(session, set(below))
    acts: dict[UUID, list[stored.Moved]] = {}
    for one in moved:
        acts.setdefault(one.act_id, []).append(one)
    return [
        Past(
            act_id,
            act[0].day,
            act[0].actor,
            len(act),
            tuple(dict.fromkeys(names.get(one.after, "") for one in act)),
        )
        for act_id, act in acts.items()
    ]
