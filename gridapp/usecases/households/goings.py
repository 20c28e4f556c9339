"""Who leaves a household: moving out, death; and the end of a household."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from gridapp.contract.households import HouseholdRecord, LifeEventKind, Residence
from gridapp.domain.households.life_events import LifeFault, is_here
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households.concerned import chosen, names, open_sheet
from gridapp.usecases.households.life_events import LifeAct


def move_out(
    desk: Desk, household_id: UUID, member_ids: Sequence[UUID], day: date, note: str = ""
) -> Changed:
    """Members leave for elsewhere. A household that nobody stays in ends the day before."""
    return _go(desk, LifeEventKind.MOVED_OUT, household_id, member_ids, day, note)


def death(desk: Desk, household_id: UUID, member_id: UUID, day: date, note: str = "") -> Changed:
    """A member has died. A household that nobody is left in ends the day before."""
    return _go(desk, LifeEventKind.DIED, household_id, [member_id], day, note)


def move_household_out(desk: Desk, household_id: UUID, day: date, note: str = "") -> Changed:
    """A household leaves with everybody in it; its last day is the one before."""
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, LifeEventKind.MOVED_OUT, day, note)
        end(act, sheet.household)
        return act.save(session, sheet.head, sheet.household)


def end(act: LifeAct, household: HouseholdRecord) -> None:
    """From the day of the act on the household stands no more."""
    act.change(household, household, until=act.day - timedelta(days=1))


def _go(
    desk: Desk,
    kind: LifeEventKind,
    household_id: UUID,
    member_ids: Sequence[UUID],
    day: date,
    note: str,
) -> Changed:
    residence = Residence.DEAD if kind == LifeEventKind.DIED else Residence.MOVED
    with desk.store.session() as session:
        sheet = open_sheet(session, household_id)
        act = LifeAct(desk, kind, day, note)
        going = chosen(act, sheet, member_ids)
        if not all(map(is_here, going)):
            act.faults.append(LifeFault.NOT_THERE)
        for one in going:
            act.change(one, sheet.household, residence=residence.value)
        if all(one.id in member_ids for one in sheet.members if is_here(one)):
            end(act, sheet.household)
        act.arrange(sheet.members)
        return act.save(session, names(going), sheet.household)
