"""To which case a record on the bench belongs, and who sees it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from msgspec.structs import replace

from gridapp.domain.disputes.sealing import SEALING, is_accused, readers_of
from gridapp.domain.sync.merging import Stored
from gridapp.server.exchange.records import Kept, Key, ident


def case_named(kind: str, record_id: UUID, fields: Mapping[str, object]) -> UUID | None:
    """The case to which a record with these fields belongs by itself."""
    if kind == "dispute":
        return record_id
    named = fields.get("dispute_id")
    if named is None:
        return None
    try:
        return ident(str(named))
    except ValueError:
        return None


def case_of(
    key: Key, state: Stored, before: Kept | None, records: Mapping[Key, Kept]
) -> UUID | None:
    """The case of a record; a conflict is of the case that it is about."""
    if before is not None and (state.erased or key[0] == "conflict"):
        return before.case
    if key[0] == "conflict":
        about = (str(state.fields.get("kind")), ident(state.fields["record_id"]))
        return records[about].case if about in records else None
    return case_named(*key, state.fields)


def readers(case: Stored, parties: Iterable[Stored]) -> str:
    """Who sees a case with these parties, all of them when it is sealed."""
    return readers_of(case.fields, accused(parties) if case.fields.get("sealed") else ())


def accused(parties: Iterable[Stored]) -> set[str]:
    """The names of those among the parties who are complained of."""
    living = (party.fields for party in parties if not party.deleted)
    return {str(fields.get("name", "")).strip() for fields in living if is_accused(fields)}


def is_alike(before: Stored | None, after: Stored) -> bool:
    """Whether a case is sealed, or open, for the same handlers as before."""
    known = before.fields if before is not None else {}
    return after.erased or not any(
        (known.get(name) or None) != (after.fields.get(name) or None) for name in SEALING
    )


def told_again(state: Stored) -> Stored:
    """The record as it was, for other readers: whoever has worked on it before has not heard."""
    return replace(state, revision=state.revision + 1)
