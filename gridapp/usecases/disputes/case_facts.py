"""Gathers what the documents of a case are filled from; numbers of people masked unless asked."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.domain.disputes.clocks import faces
from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.domain.sync.scope import FEED_LEVELS
from gridapp.reports.documents.facts import CaseFacts, KeptFile, PartyFacts
from gridapp.store.disputes import agreements, casework, disputes
from gridapp.store.disputes.disputes import Case
from gridapp.store.grids import grids
from gridapp.store.tables import Attachment, Household, Member, Party
from gridapp.usecases import calendar
from gridapp.usecases.desk import CHINA, Desk


def facts_of(
    desk: Desk, session: Session, dispute_id: UUID, *, whole: bool = False
) -> CaseFacts | None:
    """The facts of a case; None when it is not on this laptop. ``whole``: numbers in full."""
    case = disputes.case(session, dispute_id)
    if case is None:
        return None
    path = grids.path(session, case.dispute.unit_id)
    files = select(Attachment).where(col(Attachment.dispute_id) == dispute_id)
    kept = session.exec(files.order_by(col(Attachment.added_at))).all()
    return CaseFacts(
        dispute=case.dispute,
        path=tuple(unit.name for unit in path if unit.level in FEED_LEVELS),
        writer=desk.person.name,
        writer_unit=desk.person.unit_name,
        today=desk.today(),
        parties=_parties(session, case.parties, whole=whole),
        events=case.events,
        agreements=tuple(agreements.of_case(session, dispute_id)),
        tasks=tuple(casework.tasks(session, dispute_id)),
        kept=tuple(map(_kept, kept)),
        units=_units(session, case),
        limits=_limits(session, case),
        whole=whole,
    )


def _kept(file: Attachment) -> KeptFile:
    return KeptFile(file.name, file.added_at.astimezone(CHINA).date(), file.template, file.note)


def _parties(session: Session, parties: Iterable[Party], *, whole: bool) -> tuple[PartyFacts, ...]:
    return tuple(_party(session, party, whole=whole) for party in parties)


def _party(session: Session, party: Party, *, whole: bool) -> PartyFacts:
    """A party with what the roster of their household says about a member of that name."""
    household = session.get(Household, party.household_id) if party.household_id else None
    member = _member(session, party)
    number, phone = member.citizen_number if member else "", party.phone
    phone = phone or (member.phone if member else "")
    return PartyFacts(
        name=party.name,
        side=party.side,
        role=party.role,
        phone=phone if whole else mask_phone(phone),
        sex=member.sex if member else "",
        born_on=member.born_on if member else None,
        citizen_number=number if whole else mask_citizen_number(number),
        address=household.address if household else "",
    )


def _member(session: Session, party: Party) -> Member | None:
    """None also when two of the household have that name: better a blank than another's number."""
    if party.household_id is None:
        return None
    same = (col(Member.household_id) == party.household_id) & (col(Member.name) == party.name)
    found = session.exec(select(Member).where(same)).all()
    return found[0] if len(found) == 1 else None


def _units(session: Session, case: Case) -> dict[str, str]:
    """The names of the units that steps refer to, by id."""
    ids = {str(event.data["unit"]) for event in case.events if event.data.get("unit")}
    return {str(unit.id): unit.name for unit in grids.by_ids(session, map(UUID, ids))}


def _limits(session: Session, case: Case) -> dict[str, date]:
    """The last day of each clock of the case that has started."""
    steps = [(event.kind, event.happened_on) for event in case.events]
    known, days = calendar.clocks_of_county(session), calendar.of_county(session)
    found = faces(known, steps, days, case.dispute.extended_to)
    return {face.rule.code: face.limit for face in found}
