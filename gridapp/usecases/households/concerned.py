"""Whom an act concerns: a household that stands, and some of its people."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import MemberRecord
from gridapp.domain.households.life_events import LifeFault
from gridapp.store.households import households
from gridapp.store.households.households import Sheet
from gridapp.store.tables import Member
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.households.life_events import LifeAct


def open_sheet(session: Session, household_id: UUID) -> Sheet:
    """A household that stands now. Raises RejectedError when it has ended or is not here."""
    found = households.sheet(session, household_id)
    if found is None or found.household.until is not None:
        raise RejectedError([LifeFault.HOUSEHOLD_MISSING])
    return found


def chosen(act: LifeAct, sheet: Sheet, member_ids: Sequence[UUID]) -> list[Member]:
    """The members of a household that were chosen; a fault when there are none."""
    found = [one for one in sheet.members if one.id in member_ids]
    if not found:
        act.faults.append(LifeFault.NOBODY_CHOSEN)
    return found


def names(people: Sequence[MemberRecord]) -> str:
    """For the name of the operation: up to three."""
    told = "、".join(one.name for one in people[:3])
    return told if len(people) <= 3 else f"{told}…"
