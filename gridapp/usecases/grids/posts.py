"""Who leads a unit: appointing, standing in, ending; who was responsible on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import Level, PostKind, PostRecord
from gridapp.domain.grids import posts as rules
from gridapp.domain.grids.grids import GridFault, post_faults
from gridapp.domain.grids.posts import ONE_DAY
from gridapp.store import journal
from gridapp.store.grids import grids, posts
from gridapp.store.grids.posts import PostLine
from gridapp.store.journal import Edit
from gridapp.store.tables import Post, Unit
from gridapp.usecases.desk import Changed, Desk, refuse, save


@dataclass(frozen=True)
class NewPost:
    """A leader about to be appointed, or with ``stands_in`` somebody in their place for a time."""

    unit_id: UUID
    holder: str
    identity: str
    phone: str
    since: date
    until: date | None = None
    stands_in: bool = False


@dataclass(frozen=True)
class Answerable:
    """Who was responsible for a unit on a day. ``above``: the unit whose leader it was when the
    post was vacant, with nobody standing in.
    """

    holders: tuple[PostLine, ...]
    stand_ins: tuple[PostLine, ...]
    above: str = ""


def appoint(desk: Desk, new: NewPost) -> Changed:
    """Make a person leader of a unit from a day on; whoever leads it without an end now ends the
    day before. Who stands in does so beside the holder. Raises RejectedError.
    """
    with desk.store.session() as session:
        unit = session.get_one(Unit, new.unit_id)
        held = posts.posts(session, [unit.id])
        refuse(_faults(new, held))
        edits = [] if new.stands_in else _ended(desk, session, held, new.since)
        post = _record(desk, unit, new)
        edits.append(journal.create(desk.new_id(), "post", post))
        what = "grid.stood_in" if new.stands_in else "grid.appointed"
        return save(desk, session, what, f"{unit.name} {post.holder}", edits, post.id)


def _faults(new: NewPost, held: Sequence[PostLine]) -> list[GridFault]:
    faults = post_faults(new.holder, new.phone, new.since, new.until)
    if not new.stands_in:
        return faults + rules.succession_faults(held, new.since, new.until)
    if new.until is None:
        faults.append(GridFault.STAND_IN_ENDLESS)
    return faults


def _ended(desk: Desk, session: Session, held: Sequence[PostLine], since: date) -> list[Edit]:
    return [
        journal.change(desk.new_id(), "post", session.get_one(Post, post.id), until=since - ONE_DAY)
        for post in held
        if post.until is None and not post.stands_in
    ]


def _record(desk: Desk, unit: Unit, new: NewPost) -> PostRecord:
    kind = PostKind.MICRO_LEADER if unit.level == Level.MICRO else PostKind.GRID_LEADER
    return PostRecord(
        id=desk.new_id(),
        unit_id=unit.id,
        kind=kind.value,
        holder=new.holder.strip(),
        identity=new.identity,
        phone=new.phone.strip(),
        since=new.since,
        until=new.until,
        stands_in=new.stands_in,
    )


def history(desk: Desk, unit_id: UUID) -> list[PostLine]:
    """Who has led a unit, newest first, with those who stood in."""
    with desk.store.session() as session:
        return posts.posts(session, [unit_id])


def answerable(desk: Desk, unit_id: UUID, day: date) -> Answerable:
    """Who was responsible for a unit on a day: holder and stand-in, or the leader above."""
    with desk.store.session() as session:
        for unit in reversed(grids.path(session, unit_id)):
            holders, stand_ins = rules.on(posts.posts(session, [unit.id]), day)
            if holders or stand_ins:
                above = unit.name if unit.id != unit_id else ""
                return Answerable(tuple(holders), tuple(stand_ins), above)
    return Answerable((), ())
