"""The facts of a case beside its steps: parties, people and sums, what it repeats, its level."""

from collections.abc import Sequence
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
from gridapp.store.disputes.disputes import RelatedLine
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


def set_parties(desk: Desk, dispute_id: UUID, parties: Sequence[NewParty]) -> Changed:
    """These are the parties of the case now; who is not among them leaves it."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        wanted = [party_record(desk, dispute, place, one) for place, one in enumerate(parties)]
        handling = {dispute.handler, dispute.agent, dispute.leader} - {""}
        named = {handler.partition("@")[0] for handler in dispute.handlers}
        faults = party_faults(wanted, handling | named)
        refuse(faults)
        standing = {party.id: party for party in disputes.parties(session, dispute_id)}
        edits = _party_edits(desk, standing, wanted)
        return save(desk, session, "dispute.parties_set", dispute.title, edits, dispute_id)


def _party_edits(
    desk: Desk, standing: dict[UUID, Party], wanted: Sequence[PartyRecord]
) -> list[Edit]:
    """Who leaves, or represents the others no longer, makes room for who does from now on."""
    edits = []
    for record in sorted(wanted, key=lambda party: party.representative):
        before = standing.pop(record.id, None)
        if before is None:
            edits.append(journal.create(desk.new_id(), "party", record))
            continue
        changed = {
            name: getattr(record, name)
            for name in PartyRecord.model_fields
            if getattr(record, name) != getattr(before, name)
        }
        if changed:
            edits.append(journal.change(desk.new_id(), "party", before, **changed))
    return [journal.remove(desk.new_id(), "party", left) for left in standing.values()] + edits


def set_amounts(
    desk: Desk,
    dispute_id: UUID,
    claimed: int | None,
    agreed: int | None,
    paid: int | None,
    people_involved: int | None = None,
) -> Changed:
    """The sums of a case in fen, None for unknown; and how many people it is about."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        people = dispute.people_involved if people_involved is None else people_involved
        fields = {
            "amount_claimed": claimed,
            "amount_agreed": agreed,
            "amount_paid": paid,
            "people_involved": people,
        }
        faults = figure_faults(dispute.model_copy(update=fields))
        refuse(faults)
        edits = [journal.change(desk.new_id(), "dispute", dispute, **fields)]
        return save(desk, session, "dispute.amounts_set", dispute.title, edits, dispute_id)


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
