"""Which ledgers there are: the shipped ones, and those that somebody made on this laptop."""

from dataclasses import replace
from enum import StrEnum

from sqlmodel import Session

from gridapp.reports import wording
from gridapp.reports.ledgers.definitions import SHIPPED, Definition, from_json, to_json
from gridapp.store import meta
from gridapp.usecases.desk import Desk, refuse

_KEY = "ledgers"
"""Of the facts about this database: ledgers of one's own stay on this laptop."""


class LedgerFault(StrEnum):
    """Why a ledger of one's own cannot be kept as it stands."""

    NAME_MISSING = "ledger.name_missing"
    NAME_TAKEN = "ledger.name_taken"
    NO_COLUMN = "ledger.no_column"


def all_of(desk: Desk) -> tuple[Definition, ...]:
    """The shipped ones, then those of this laptop in the order in which they were made."""
    with desk.store.session() as session:
        return (*SHIPPED, *_own(session))


def keep(desk: Desk, definition: Definition) -> Definition:
    """Keep a ledger of one's own on this laptop; one of the same code is replaced. A definition
    without a code is a new one. Raises RejectedError.
    """
    kept = replace(
        definition,
        code=definition.code or str(desk.new_id()),
        name=wording.printable(definition.name.strip()),
        columns=tuple((key, wording.printable(text.strip())) for key, text in definition.columns),
        own=True,
    )
    with desk.store.session() as session:
        others = [one for one in _own(session) if one.code != kept.code]
        refuse(_faults(kept, {one.name for one in (*SHIPPED, *others)}))
        meta.put(session, _KEY, [to_json(one) for one in (*others, kept)])
    return kept


def forget(desk: Desk, code: str) -> None:
    """Drop a ledger of one's own; what it listed stays."""
    with desk.store.session() as session:
        meta.put(session, _KEY, [to_json(one) for one in _own(session) if one.code != code])


def _faults(kept: Definition, names: set[str]) -> list[LedgerFault]:
    found = []
    if not kept.name:
        found.append(LedgerFault.NAME_MISSING)
    elif kept.name in names:
        found.append(LedgerFault.NAME_TAKEN)
    if not kept.columns:
        found.append(LedgerFault.NO_COLUMN)
    return found


def _own(session: Session) -> list[Definition]:
    found = (from_json(body) for body in meta.get(session, _KEY, []))
    return [one for one in found if one is not None]
