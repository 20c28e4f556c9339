"""Reads everything that is needed to decide a batch, in a few questions whatever its size."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import Connection

from gridapp.contract.alike import AlikeChanges
from gridapp.contract.sync import Change, Op
from gridapp.domain.disputes.sealing import EVERYBODY, SEALING, readers_as
from gridapp.domain.sync.merging import Mark, others_since
from gridapp.domain.sync.scope import Tree
from gridapp.server.access import devices
from gridapp.server.access.devices import Device
from gridapp.server.database import driver
from gridapp.server.exchange import batch, journal, records, sealing
from gridapp.server.exchange.bench import Bench
from gridapp.server.exchange.records import Kept, Key
from gridapp.server.exchange.rights import Place, Rights


def judge(
    connection: Connection, tree: Tree, sender: Device, changes: Sequence[Change], now: datetime
) -> batch.Judge:
    """A judge with all records, grants and former places at hand."""
    if any(change.kind == "unit" for change in changes):
        tree = tree.copy()
    found = records.read(connection, batch.needs(changes))
    former = _former(connection, found)
    known = _known(connection, sender, changes, found)
    found |= records.of_cases(connection, _whole(changes, found))
    found |= records.following(connection, _leaders(changes, found))
    found |= records.of_units(connection, _below_moving_units(tree, changes))
    granted = devices.all_grants_of(connection, sender.id)
    grants = [grant for grant, _ in granted]
    lasting = [grant for grant, ended in granted if not ended]
    me = readers_as(sender.person, lasting)
    bench = Bench(tree, found, sender.number, me)
    return batch.Judge(
        bench=bench,
        device=sender,
        rights=Rights(bench, grants, lasting, readers_as(sender.person, grants), former),
        former=former,
        known=known,
        person_of=partial(devices.person_of, connection),
        now=now,
    )


def likely_feeds(tree: Tree, changes: Sequence[Change]) -> frozenset[UUID]:
    """The feeds to which the changes go if nothing has moved meanwhile."""
    if isinstance(changes, AlikeChanges):
        named = {(changes.kind, unit) for unit in set(changes.units)}
    else:
        named = {(change.kind, change.unit) for change in changes}
    return frozenset(tree.feed_of(kind, unit) for kind, unit in named if unit in tree)


def _whole(changes: Iterable[Change], found: Mapping[Key, Kept]) -> list[UUID]:
    """Cases that are sealed, that a change may seal, or where somebody may become one of those
    who represent the others.
    """
    cases: set[UUID | None] = {
        kept.case for kept in found.values() if kept.case and kept.readers != EVERYBODY
    }
    for change in changes:
        anew = change.op == Op.CREATE and not change.fields.get("sealed")
        if change.kind == "dispute" and not anew and not SEALING.isdisjoint(change.fields):
            cases.add(change.record_id)
        elif change.kind == "party" and change.fields.get("representative"):
            cases.add(_case_of(change, found))
    return sorted(case for case in cases if case is not None)


def _case_of(change: Change, found: Mapping[Key, Kept]) -> UUID | None:
    kept = found.get((change.kind, change.record_id))
    named = sealing.case_named(change.kind, change.record_id, change.fields)
    return kept.case if kept is not None else named


def _leaders(changes: Iterable[Change], found: Mapping[Key, Kept]) -> list[UUID]:
    """Records that others move with, or whose conflicts are erased with them."""
    leaders: set[UUID] = set()
    for change in changes:
        if change.op == Op.ERASE:
            leaders |= leads_to(change.kind, change.record_id, found)
        elif "unit_id" in change.fields and change.op == Op.UPDATE:
            leaders.add(change.record_id)
    return sorted(leaders)


def leads_to(kind: str, record_id: UUID, found: Mapping[Key, Kept]) -> set[UUID]:
    """What the conflicts about a record follow: itself, or the household that it follows."""
    kept = found.get((kind, record_id))
    leader = records.leader_of(kind, kept.state.fields) if kept else None
    return {record_id, leader or record_id}


def _below_moving_units(tree: Tree, changes: Iterable[Change]) -> list[UUID]:
    """Units whose records may change feed, because a unit above them is put elsewhere."""
    below: set[UUID] = set()
    for change in changes:
        if change.kind != "unit":
            continue
        node = tree.node(change.record_id)
        if node is None:
            continue
        parent = str(node.parent_id) if node.parent_id else None
        stays = change.fields.get("parent_id", parent) == parent
        if not stays or change.fields.get("level", node.level) != node.level:
            below |= tree.below(change.record_id)
    return sorted(below)


def _former(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[Place]]:
    """The places that records have left. A record that is new has been nowhere."""
    found: dict[Key, list[Place]] = {}
    for kind, id_, unit, revision, readers in driver.ask_among(
        connection,
        "SELECT kind, id, from_unit, revision, readers FROM stub WHERE id IN ids",
        [record_id.bytes for _, record_id in keys],
    ):
        place = Place(UUID(bytes=unit), revision, readers)
        found.setdefault((kind, UUID(bytes=id_)), []).append(place)
    return found


def _known(
    connection: Connection, sender: Device, changes: Sequence[Change], found: Mapping[Key, Kept]
) -> dict[Key, frozenset[Mark]]:
    """What the laptop wrote under its former id to records on which others' writes now stand.

    The journal up to where their histories part says which revisions these are.
    """
    contested = set()
    for change in changes:
        kept = found.get((change.kind, change.record_id))
        if kept and others_since(kept.state.marks, change.base_revision, sender.number):
            contested.add(change.record_id)
    if not contested:
        return {}
    rows = driver.ask(
        connection,
        "SELECT s.former_id, s.dseq, d.number FROM shared_history s"
        " JOIN device d ON d.id = s.former_id WHERE s.device_id = ?",
        sender.id.bytes,
    )
    shared = {UUID(bytes=former): (dseq, number) for former, dseq, number in rows}
    known: dict[Key, set[Mark]] = {}
    for entry in journal.about(connection, contested) if shared else ():
        up_to, number = shared.get(entry.device, (0, 0))
        if entry.change.dseq <= up_to:
            key = (entry.change.kind, entry.change.record_id)
            known.setdefault(key, set()).add(Mark(entry.result.revision, number))
    return {key: frozenset(marks) for key, marks in known.items()}
