"""The time of units: one ends or stands again on a day, with the posts of those who lead it."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import PostRecord
from gridapp.domain.grids.posts import ONE_DAY
from gridapp.store import journal
from gridapp.store.grids import posts
from gridapp.store.journal import Edit
from gridapp.store.tables import Post, Unit
from gridapp.usecases.desk import Desk


def end_unit(desk: Desk, session: Session, unit_id: UUID, day: date) -> list[Edit]:
    """A unit stands until the day before ``day``, and so long its posts are held."""
    last = day - ONE_DAY
    edits = [journal.change(desk.new_id(), "unit", session.get_one(Unit, unit_id), until=last)]
    for line in posts.posts(session, [unit_id]):
        post = session.get_one(Post, line.id)
        if line.since > last:
            edits.append(journal.remove(desk.new_id(), "post", post))
        elif line.until is None or line.until > last:
            edits.append(journal.change(desk.new_id(), "post", post, until=last))
    return edits


def reopen_unit(desk: Desk, session: Session, unit_id: UUID, day: date) -> list[Edit]:
    """A unit that had ended stands again; who led it to its end does so again from ``day`` on."""
    unit = session.get_one(Unit, unit_id)
    edits = [journal.change(desk.new_id(), "unit", unit, until=None)]
    for line in posts.posts(session, [unit_id]):
        if line.until == unit.until and not line.stands_in:
            post = PostRecord.model_validate(session.get_one(Post, line.id), from_attributes=True)
            again = post.model_copy(update={"id": desk.new_id(), "since": day, "until": None})
            edits.append(journal.create(desk.new_id(), "post", again))
    return edits
