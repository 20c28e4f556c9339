"""Disputes: the ledger, one case with its clocks; and everything that is done with a case."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from gridapp.domain.disputes.clocks import Face, faces
from gridapp.domain.masking import mask_name, mask_names, mask_text
from gridapp.store import audit
from gridapp.store.disputes import disputes
from gridapp.store.disputes.disputes import Case, DisputeLine, RelatedLine, Shelf, SortBy
from gridapp.store.many_ids import ManyIds
from gridapp.usecases import calendar, exporting
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes.dispute_facts import (
    propose_level,
    relate,
    related,
    set_amounts,
    set_parties,
)
from gridapp.usecases.disputes.dispute_steps import (
    Step,
    escalate,
    seal,
    step_edits,
    take_step,
    unseal,
)
from gridapp.usecases.disputes.registering import (
    HistoryRejectedError,
    NewDispute,
    NewParty,
    enter_history,
    register,
    registration,
)
from gridapp.usecases.exporting import Export

__all__ = [
    "Case",
    "DisputeLine",
    "HistoryRejectedError",
    "NewDispute",
    "NewParty",
    "RelatedLine",
    "Shelf",
    "SortBy",
    "Step",
    "case",
    "clocks",
    "enter_history",
    "escalate",
    "ledger",
    "ledger_ids",
    "ledger_lines",
    "lines_to_take_out",
    "propose_level",
    "register",
    "registration",
    "relate",
    "related",
    "seal",
    "set_amounts",
    "set_parties",
    "shelf_counts",
    "step_edits",
    "take_step",
    "unseal",
]


def ledger(
    desk: Desk,
    shelf: Shelf,
    sort: tuple[SortBy, bool] = (SortBy.REGISTERED, True),
    ids: tuple[UUID, ...] | None = None,
) -> list[DisputeLine]:
    """Cases of a shelf of the ledger, sorted by (column, descending)."""
    with desk.store.session() as session:
        return disputes.ledger(session, shelf, desk.today(), desk.person.name, sort=sort, ids=ids)


def ledger_ids(desk: Desk, shelf: Shelf, sort: tuple[SortBy, bool]) -> ManyIds:
    """Which cases stand on a shelf of the ledger, sorted by (column, descending)."""
    with desk.store.session() as session:
        return disputes.ledger_ids(session, shelf, desk.today(), desk.person.name, sort)


def ledger_lines(desk: Desk, ids: Sequence[UUID]) -> list[DisputeLine]:
    """These cases as lines of the ledger, in this order."""
    with desk.store.session() as session:
        return disputes.lines(session, ids)


def lines_to_take_out(desk: Desk, ids: Sequence[UUID]) -> list[DisputeLine]:
    """These cases as lines that leave the laptop: names covered, without the sealed ones. It is
    written down.
    """
    with desk.store.session() as session:
        found = [line for line in disputes.lines(session, ids) if not line.sealed]
        what = Export("cases", len(found), desk.person.unit_id, "clipboard")
        exporting.permit(desk, session, what)
    return [_covered(line) for line in found]


def _covered(line: DisputeLine) -> DisputeLine:
    names = line.parties.split("、")
    title = mask_names(mask_text(line.title), names)
    return replace(line, title=title, parties="、".join(map(mask_name, names)))


def shelf_counts(desk: Desk) -> dict[Shelf, int]:
    """How many cases stand on each shelf."""
    with desk.store.session() as session:
        return disputes.shelf_counts(session, desk.today(), desk.person.name)


def case(desk: Desk, dispute_id: UUID) -> Case | None:
    """One case with parties and timeline; None when it is no longer on this laptop.

    Who reads a sealed one, and when, is in the audit trail.
    """
    with desk.store.session() as session:
        found = disputes.case(session, dispute_id)
        if found is not None and found.dispute.sealed:
            detail = {"dispute": str(dispute_id)}
            audit.note(session, desk.now(), desk.person.name, "read", detail)
        return found


def clocks(desk: Desk, found: Case) -> list[Face]:
    """Every clock of a case that has started, by the county's rules, the nearest limit first."""
    steps = [(event.kind, event.happened_on) for event in found.events]
    with desk.store.session() as session:
        known = calendar.of_county(session)
        return faces(calendar.clocks_of_county(session), steps, known, found.dispute.extended_to)
