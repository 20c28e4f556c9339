"""The facts of a case beside its steps: parties, people and sums, what it repeats, its level."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.disputes import DisputeRecord, PartyRecord
from gridapp.domain.disputes import levels
from gridapp.domain.disputes.dispute_faults import (
    DisputeFault,
    figure_faults,
    party_faults,
)
from gridapp.domain.disputes.levels import Matter, Proposal
from gridapp.store import journal, rules
from gridapp.store.disputes import disputes
from gridapp.store.disputes.disputes import Case, RelatedLine
from gridapp.store.journal import Edit
from gridapp.store.tables import Dispute, Party
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes.registering import NewDispute, NewParty, party_record


def propose_level(desk: Desk, dispute: DisputeRecord | NewDispute) -> Proposal:
    """The level that should handle a case, new or registered, and why."""
    matter = Matter(
        category=dispute.category,
        scale=dispute.scale,
        people=dispute.people_involved,
        amount=dispute.amount_claimed or 0,
        since=dispute.occurred_on or dispute.registered_on,
    )
    with desk.store.session() as session:
        values = dict(rules.enabled(session, levels.RULE)).get(levels.RULE, {})
    return levels.propose(matter, desk.today(), levels.tuned(values))


def set_parties(desk: Desk, seen: Case, parties: Sequence[NewParty]) -> Changed:
    """These are the parties now instead of those of the case as it was seen: who is not among them
    leaves it. Who came meanwhile stays, and what was changed meanwhile.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, seen.dispute.id)
        wanted = [party_record(desk, dispute, place, one) for place, one in enumerate(parties)]
        handling = {dispute.handler, dispute.agent, dispute.leader} - {""}
        named = {handler.partition("@")[0] for handler in dispute.handlers}
        faults = party_faults(wanted, handling | named)
        refuse(faults)
        edits = _party_edits(desk, {party.id: party for party in seen.parties}, wanted)
        return save(desk, session, "dispute.parties_set", dispute.title, edits, dispute.id)


def _party_edits(desk: Desk, seen: dict[UUID, Party], wanted: Sequence[PartyRecord]) -> list[Edit]:
    """Who leaves, or represents the others no longer, makes room for who does from now on."""
    edits = []
    for record in sorted(wanted, key=lambda party: party.representative):
        before = seen.pop(record.id, None)
        if before is None:
            edits.append(journal.create(desk.new_id(), "party", record))
            continue
        changed = {
            name: getattr(record, name)
            for name in PartyRecord.model_fields
            if getattr(record, name) != getattr(before, name)
        }
        if changed:
            edit = journal.change(desk.new_id(), "party", before, **changed)
            edits.append(replace(edit, seen=before.revision))
    left = [
        replace(journal.remove(desk.new_id(), "party", one), seen=one.revision)
        for one in seen.values()
    ]
    return left + edits


def set_amounts(
    desk: Desk,
    seen: Dispute,
    claimed: int | None,
    agreed: int | None,
    paid: int | None,
    people_involved: int | None = None,
) -> Changed:
    """The sums of a case in fen, None for unknown; and how many people it is about.

    What is as it was ``seen`` is left as it may be by now.
    """
    people = seen.people_involved if people_involved is None else people_involved
    fields = {
        "amount_claimed": claimed,
        "amount_agreed": agreed,
        "amount_paid": paid,
        "people_involved": people,
    }
    refuse(figure_faults(seen.model_copy(update=fields)))
    new = {name: value for name, value in fields.items() if value != getattr(seen, name)}
    if not new:
        return Changed(frozenset())
    edit = journal.change(desk.new_id(), "dispute", seen, **new)
    with desk.store.session() as session:
        edits = [replace(edit, seen=seen.revision)]
        return save(desk, session, "dispute.amounts_set", seen.title, edits, seen.id)


def relate(desk: Desk, dispute_id: UUID, earlier_id: UUID | None) -> Changed:
    """Say which earlier matter this one repeats; None: none. Joins matters, never persons."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        faults = _relation_faults(session, dispute_id, earlier_id)
        refuse(faults)
        edits = [journal.change(desk.new_id(), "dispute", dispute, repeat_of=earlier_id)]
        return save(desk, session, "dispute.related", dispute.title, edits, dispute_id)


def _relation_faults(
    session: Session, dispute_id: UUID, earlier_id: UUID | None
) -> list[DisputeFault]:
    if earlier_id is None:
        return []
    if session.get(Dispute, earlier_id) is None:
        return [DisputeFault.REPEATED_MISSING]
    chain = [earlier_id, *disputes.earlier(session, earlier_id)]
    return [DisputeFault.REPEATS_ITSELF] if dispute_id in chain else []


def related(desk: Desk, dispute_id: UUID) -> tuple[RelatedLine, ...]:
    """The matters that this one repeats, and those that repeat it, oldest first."""
    with desk.store.session() as session:
        person = f"{desk.person.name}@{desk.person.unit_id}"
        return disputes.related(session, dispute_id, person)
