"""Questions about what happened to households and their members."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.store.journal import chunks
from gridapp.store.tables import Dispute, LifeEvent, Party, Visit

Case = Dispute | Party


def kind_of(case: Case) -> str:
    """The name of its kind of record."""
    return "dispute" if isinstance(case, Dispute) else "party"


def of_subjects(session: Session, subject_ids: Iterable[UUID]) -> list[LifeEvent]:
    """Everything that happened to these households and members."""
    found: list[LifeEvent] = []
    for some in chunks(list(subject_ids)):
        found += session.exec(select(LifeEvent).where(col(LifeEvent.subject_id).in_(some)))
    return found


def of_act(session: Session, act_id: UUID) -> list[LifeEvent]:
    """What one act changed."""
    query = select(LifeEvent).where(col(LifeEvent.act_id) == act_id).order_by(col(LifeEvent.id))
    return list(session.exec(query))


def of_households(session: Session, household_ids: Sequence[UUID]) -> list[LifeEvent]:
    """What stands in the history of these households, the last first."""
    query = (
        select(LifeEvent)
        .where(col(LifeEvent.household_id).in_(household_ids))
        .order_by(
            col(LifeEvent.happened_on).desc(),
            col(LifeEvent.recorded_at).desc(),
            col(LifeEvent.id).desc(),
        )
    )
    return list(session.exec(query))


def cases_of(session: Session, household_id: UUID) -> list[Case]:
    """The cases and parties that name a household."""
    cases = session.exec(select(Dispute).where(col(Dispute.household_id) == household_id))
    parties = session.exec(select(Party).where(col(Party.household_id) == household_id))
    return [*cases, *parties]


def is_referred_to(session: Session, household_id: UUID) -> bool:
    """Whether a visit or case names the household."""
    visit = select(Visit.id).where(col(Visit.household_id) == household_id).limit(1)
    return session.exec(visit).first() is not None or bool(cases_of(session, household_id))
