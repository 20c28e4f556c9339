"""Who takes on cases: agents (代办员), mediators and case leaders (包案领导), from day to day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from gridapp.contract.grids import PostKind, PostRecord
from gridapp.domain.grids.grids import post_faults
from gridapp.store import journal
from gridapp.store.tables import Post, Unit
from gridapp.usecases.desk import Changed, Desk, refuse, save


class DutyFault(StrEnum):
    """Why a duty cannot be kept as it stands."""

    LEADS_A_UNIT = "duty.leads_a_unit"
    """Leaders of units are appointed by ``posts.appoint``: one follows the other."""
    QUOTA_WRONG = "duty.quota_wrong"


@dataclass(frozen=True)
class NewDuty:
    """Somebody about to take on cases. ``quota``: so many at a time at most, 0 for no limit;
    ``identity``: ``contract.grids.Identity``; ``skills``: what a mediator is good at.
    """

    unit_id: UUID
    kind: PostKind
    holder: str
    identity: str
    since: date
    phone: str = ""
    quota: int = 0
    skills: str = ""


def take_up(desk: Desk, new: NewDuty) -> Changed:
    """Somebody takes up a duty in a unit, beside whoever has it there. Raises RejectedError."""
    faults: list[StrEnum] = [*post_faults(new.holder, new.phone, new.since, None)]
    if new.kind in {PostKind.MICRO_LEADER, PostKind.GRID_LEADER}:
        faults.append(DutyFault.LEADS_A_UNIT)
    if new.quota < 0:
        faults.append(DutyFault.QUOTA_WRONG)
    refuse(faults)
    with desk.store.session() as session:
        unit = session.get_one(Unit, new.unit_id)
        post = PostRecord(
            id=desk.new_id(),
            unit_id=unit.id,
            kind=new.kind.value,
            holder=new.holder.strip(),
            identity=new.identity,
            phone=new.phone.strip(),
            since=new.since,
            quota=new.quota,
            skills=new.skills.strip(),
        )
        edits = [journal.create(desk.new_id(), "post", post)]
        return save(desk, session, "duty.taken_up", f"{unit.name} {post.holder}", edits, post.id)


def lay_down(desk: Desk, post_id: UUID, last: date) -> Changed:
    """Somebody has a duty until this day, included. Raises RejectedError."""
    with desk.store.session() as session:
        post = session.get_one(Post, post_id)
        faults = post_faults(post.holder, post.phone, post.since, last)
        refuse(faults)
        edits = [journal.change(desk.new_id(), "post", post, until=last)]
        return save(desk, session, "duty.laid_down", post.holder, edits, post_id)
