"""Which ledgers there are: the shipped ones, and those that this unit or one above it has made."""

from dataclasses import dataclass, replace
from enum import StrEnum

from sqlmodel import Session

from gridapp.contract.rules import RuleRecord
from gridapp.reports import wording
from gridapp.reports.ledgers.definitions import SHIPPED, Definition, from_value, to_value
from gridapp.store import journal
from gridapp.store.grids import grids
from gridapp.store.reports import own_ledgers
from gridapp.usecases.county_rules import may_set
from gridapp.usecases.desk import Changed, Desk, refuse, save


class LedgerFault(StrEnum):
    """Why a ledger of a unit's own cannot be kept as it stands."""

    MAY_NOT = "ledger.may_not"
    NAME_MISSING = "ledger.name_missing"
    NAME_TAKEN = "ledger.name_taken"
    NO_COLUMN = "ledger.no_column"


@dataclass(frozen=True)
class Kept:
    """A ledger that was kept, and what that changed."""

    definition: Definition
    changed: Changed


def all_of(desk: Desk) -> tuple[Definition, ...]:
    """The shipped ones, then those of this unit and of those above it as they were made."""
    with desk.store.session() as session:
        return (*SHIPPED, *_own(desk, session))


def may_make(desk: Desk) -> bool:
    """Whoever sets the county's rules makes ledgers, for their own unit and all below it."""
    return may_set(desk)


def keep(desk: Desk, definition: Definition) -> Kept:
    """Keep a ledger for this unit and all below it; it replaces this unit's one of the same code.
    A definition without a code is a new one. Raises RejectedError.
    """
    kept = replace(
        definition,
        code=definition.code or f"{own_ledgers.PREFIX}{desk.new_id().hex}",
        name=wording.printable(definition.name.strip()),
        columns=tuple((key, wording.printable(text.strip())) for key, text in definition.columns),
        own=True,
        maker=desk.person.unit_name,
        may_change=True,
    )
    with desk.store.session() as session:
        known = _own(desk, session)
        others = {one.name for one in (*SHIPPED, *known) if one.code != kept.code}
        ours = not definition.code or _is_ours(known, kept.code)
        refuse(_faults(desk, kept, others, ours=ours))
        return Kept(kept, _set(desk, session, "ledger.kept", kept, stands=True))


def forget(desk: Desk, definition: Definition) -> Changed:
    """Drop a ledger of this unit everywhere; what it listed stays. Raises RejectedError."""
    with desk.store.session() as session:
        ours = may_make(desk) and _is_ours(_own(desk, session), definition.code)
        refuse([] if ours else [LedgerFault.MAY_NOT])
        return _set(desk, session, "ledger.dropped", definition, stands=False)


def _set(desk: Desk, session: Session, what: str, made: Definition, *, stands: bool) -> Changed:
    record = RuleRecord(
        id=desk.new_id(),
        unit_id=desk.person.unit_id,
        code=made.code,
        value=to_value(made),
        enabled=stands,
    )
    edits = [journal.create(desk.new_id(), "rule", record)]
    return save(desk, session, what, made.name, edits, record.id)


def _faults(desk: Desk, kept: Definition, others: set[str], *, ours: bool) -> list[LedgerFault]:
    found = []
    if not (ours and may_make(desk)):
        found.append(LedgerFault.MAY_NOT)
    if not kept.name:
        found.append(LedgerFault.NAME_MISSING)
    elif kept.name in others:
        found.append(LedgerFault.NAME_TAKEN)
    if not kept.lists:
        found.append(LedgerFault.NO_COLUMN)
    return found


def _is_ours(known: list[Definition], code: str) -> bool:
    return any(one.code == code and one.may_change for one in known)


def _own(desk: Desk, session: Session) -> list[Definition]:
    here = desk.person.unit_id
    units = {unit.id: unit.name for unit in grids.path(session, here)}
    may = may_make(desk)
    found = []
    for one in own_ledgers.standing(session, units):
        made = from_value(one.code, one.value)
        if made is not None:
            ours = may and one.unit_id == here
            found.append(replace(made, maker=units[one.unit_id], may_change=ours))
    return found
