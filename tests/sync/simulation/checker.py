"""The promises I1 to I8, checked after the quiet phase against what persons saw as saved."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid5

from gridapp.contract.kinds import KINDS
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Op
from tests.sync.simulation.laptop import MENDED, Laptop
from tests.sync.simulation.ledger import Saved, is_kept
from tests.sync.simulation.sight import (
    CountySight,
    Held,
    Judged,
    Key,
    beside_records,
    differ,
    everything,
    on_laptop,
)
from tests.sync.simulation.world import World

Place = tuple[Key, str]
"""A field of a record."""

Covered = dict[tuple[Place, Any], dict[UUID, Any]]
"""What stood under a value that the county has refused, by the changes that brought the value."""

WORD = re.compile(r"<[\w ]+>")
"""The values that persons write; each is written once only."""

COUNTY_TABLES = ("record", "batch", "quarantine", "audit")
LAPTOP_TABLES = (*KINDS, "carried", "change", "operation", "draft", "audit", "meta")
IN_SIGHT = {"waiting", "refused", "conflict", "quarantined"}
"""States of a change that its person is shown."""


def broken(world: World) -> list[str]:
    """Every promise that does not hold."""
    county = CountySight(world.county.memory)
    found = [
        *world.ledger.broken,
        *(f"I7 the county fell over a request: {fall}" for fall in world.county.fell),
        *mended(world, county),
        *nothing_lost(world, county),
        *refusals_seen(world, county),
        *values_kept(world, county),
        *nothing_made_up(county),
        *guarded(world, county),
        *first_answers(world, county),
        *in_order(world, county),
        *erased_for_good(world, county),
    ]
    for laptop in world.laptops:
        found += differences(laptop, county)
        found += backlog(laptop, county)
        found += leftovers(laptop, county)
    return found


def is_restless(laptop: Laptop, county: CountySight) -> bool:
    """Whether the laptop has still something to exchange."""
    return any(differences(laptop, county)) or any(backlog(laptop, county))


def mended(world: World, county: CountySight) -> Iterator[str]:
    """I3: no feed had to be read anew because its sum differed.

    But for two moves that contradict each other: the county's stands, perhaps out of sight. And for
    a county that was put back: only the sum can tell a laptop that it took an old message, or that
    it lacks something of a unit that this laptop was just about to move into the feed.
    """
    if world.ledger.judged_unheard:
        return
    contested = {
        f["field"] for change in county.journal for f in change.result.get("conflicts", ())
    }
    if "unit_id" in contested or "parent_id" in contested:
        return
    saved = world.ledger.saved.values() if world.ledger.went_back else ()
    entered = {change.fields.get("parent_id") for change in saved}
    yield from (
        f"I3 the sum of feed {feed} differed and had to be mended"
        for feed in MENDED
        if feed not in entered
    )


def nothing_lost(world: World, county: CountySight) -> Iterator[str]:
    """I1: each saved change has come to the county, or is in sight where it was made."""
    judged = {change.change_id: change for change in county.journal}
    waiting = {change for laptop in world.laptops for change in laptop.changes(*IN_SIGHT)}
    forgotten = _forgotten_in_good_faith(world)
    for saved in world.ledger.saved.values():
        if _is_erased(saved, county) or saved.change_id in forgotten:
            continue
        change = judged.get(saved.change_id)
        if change is None:
            if saved.change_id not in waiting:
                yield f"I1 lost: {_told(saved)}"
        elif change.op == Op.SET_ASIDE:
            if saved.change_id not in waiting:
                yield f"I7 set aside and not in sight: {_told(saved)}"
        elif not _same(saved.fields, change.fields):
            yield f"I1 came as something else: {_told(saved)} as {change.fields}"


def _forgotten_in_good_faith(world: World) -> set[UUID]:
    """What no laptop could keep: a county that went back meanwhile had said that it has it."""
    gone = {change for laptop in world.laptops for change in laptop.changes("forgotten")}
    return gone & world.ledger.on_its_word


def refusals_seen(world: World, county: CountySight) -> Iterator[str]:
    """I1: what the county refused is in sight where it was made; both values of a conflict wait."""
    forgotten = _forgotten_in_good_faith(world)
    for change in county.journal:
        if change.change_id not in world.ledger.saved or change.change_id in forgotten:
            continue
        outcome = change.result["outcome"]
        makers = [laptop for laptop in world.laptops if change.change_id in laptop.history]
        seen = any(change.change_id in laptop.changes(*IN_SIGHT) for laptop in makers)
        if outcome == "refused" and makers and not seen and not _is_erased(change, county):
            yield f"I1 refused unseen: {change.kind} {change.fields} {change.result.get('code')}"
        for found in change.result.get("conflicts", ()):
            record = county.records.get(("conflict", uuid5(change.change_id, found["field"])))
            if record is None or record.fields.get("offered") != found["offered"]:
                yield f"I1 no conflict keeps what was offered: {found}"


def values_kept(world: World, county: CountySight) -> Iterator[str]:
    """I1: the last value that the county took for a field is the record's; others are conflicts."""
    last: dict[Place, Any] = {}
    seen: set[Key] = set()
    for change in county.journal:
        key = (change.kind, change.record_id)
        for name, value in _taken(county, change, known=key in seen).items():
            last[(key, name)] = value
        seen.add(key)
    for (key, name), value in last.items():
        record = county.records.get(key)
        if record is None:
            yield f"I1 the county took {key} and does not hold it"
        elif record.fields.get(name) != value and not record.erased:
            yield f"I1 {key} {name} is {record.fields.get(name)!r}, taken was {value!r}"


def nothing_made_up(county: CountySight) -> Iterator[str]:
    """I2, I7: each record at the county was created by a change that the county took."""
    created = {
        (change.kind, change.record_id)
        for change in county.journal
        if change.op == Op.CREATE and change.result["outcome"] != "refused"
    }
    for key in county.records.keys() - created:
        if key[0] != "conflict":
            yield f"I7 {_named(key)} is at the county, and nobody's change made it"


def guarded(world: World, county: CountySight) -> Iterator[str]:
    """I1: a guarded value is only replaced by somebody who has seen it; else it is a conflict."""
    if world.ledger.went_back:
        return
    standing: dict[Place, tuple[Any, UUID]] = {}
    covered: Covered = {}
    for change in county.journal:
        saved = world.ledger.saved.get(change.change_id)
        key = (change.kind, change.record_id)
        fields = _taken(county, change, known=True)
        if saved is not None:
            for name in saved.seen.keys() - fields.keys():
                under = covered.setdefault(((key, name), _one(saved.fields[name])), {})
                under[change.change_id] = _one(saved.seen[name])
        for name, taken in fields.items():
            value = _one(taken)
            place = (key, name)
            if saved is not None and name in saved.seen and place in standing:
                before, by = standing[place]
                makers = [m for m in world.laptops if change.change_id in m.history]
                own = {made for maker in makers for made in maker.history}
                if by not in own and before not in {value, *_seen(saved, place, covered, own)}:
                    yield f"I1 unseen {before!r} was replaced: {_told(saved)} saw {saved.seen}"
            standing[place] = (value, change.change_id)


def _seen(saved: Saved, place: Place, covered: Covered, own: set[UUID]) -> Iterable[Any]:
    """What its person saw there, and what stood under that if the county had not taken it.

    ``own``: the changes that its laptop has made, or had when it was copied from another.
    """
    values, further = set[Any](), {_one(saved.seen[place[1]])}
    while further:
        values |= further
        under = [covered.get((place, value), {}) for value in further]
        further = {one for some in under for by, one in some.items() if by in own} - values
    return values


def _one(value: Any) -> Any:
    """A value that can stand in a set: a list as a tuple."""
    return tuple(value) if isinstance(value, list) else value


def first_answers(world: World, county: CountySight) -> Iterator[str]:
    """I2: the answer that left the county is the one that it keeps.

    But for a copy's change that another copy had set aside under its id: it is refused as such.
    """
    judged = {change.change_id: change for change in county.journal}
    for change_id, answer in world.ledger.answers.items():
        kept = judged.get(change_id)
        if kept is None:
            yield f"I1 {change_id} was answered {answer.outcome} and is not in the journal"
        elif kept.op == Op.SET_ASIDE and answer.code == Problem.CHANGE_ID_REUSED:
            continue
        elif not is_kept(answer, kept.result):
            yield f"I2 {change_id} was answered {answer} and is kept as {kept.result}"


def in_order(world: World, county: CountySight) -> Iterator[str]:
    """I6: a laptop's changes to one record were taken in the order made."""
    place = {change.change_id: n for n, change in enumerate(county.journal)}
    for laptop in world.laptops:
        latest: dict[Key, int] = {}
        for change_id in laptop.history:
            saved = world.ledger.saved.get(change_id)
            if saved is None or change_id not in place:
                continue
            key = (saved.kind, saved.record_id)
            if place[change_id] < latest.get(key, -1):
                yield f"I6 out of order: {_told(saved)}"
            latest[key] = place[change_id]


def differences(laptop: Laptop, county: CountySight) -> Iterator[str]:
    """I3, I5, I8: a laptop holds exactly what its grants show, with what it cannot read."""
    device = laptop.device()
    if county.status(device) != "active":
        return
    shown, held = county.shown(device), on_laptop(laptop.memory)
    own = _unanswered(laptop)
    for key in sorted(shown.keys() | held.keys()):
        there, here = shown.get(key), held.get(key)
        if here is None and there is not None:
            yield f"I3 {laptop.name} misses {_named(key)}"
        elif there is None and here is not None:
            if key not in own or here.revision > 0:
                yield f"I4 {laptop.name} still holds {_named(key)} {here}"
        elif there is not None and here is not None:
            yield from _compared(laptop, key, there, here)


def _compared(laptop: Laptop, key: Key, there: Held, here: Held) -> Iterator[str]:
    names = differ(there, here)
    if names:
        values = {name: (there.fields[name], here.fields.get(name)) for name in names}
        yield f"I3 {laptop.name} {_named(key)} differs: {values}"
    elif there.revision != here.revision:
        yield f"I3 {laptop.name} {_named(key)} revision {here.revision}, not {there.revision}"


def backlog(laptop: Laptop, county: CountySight) -> Iterator[str]:
    """I7: nothing waits any more."""
    waiting = laptop.changes("waiting")
    if waiting and county.status(laptop.device()) is not None:
        yield f"I7 {laptop.name} still waits with {len(waiting)} changes"


def leftovers(laptop: Laptop, county: CountySight) -> Iterator[str]:
    """I4: values of records that a laptop does not see are not on its disc.

    What was done on this laptop itself stays in its journal for 90 days: I1 needs it when the
    county comes back from a backup. What that replaced, half-written forms and all else goes.
    """
    device = laptop.device()
    if county.status(device) != "active":
        return
    shown = county.shown(device)
    hidden = {
        key: held
        for key, held in county.records.items()
        if held.erased or not county.sees(device, key)
    }
    own = _unanswered(laptop)
    words = _words(held for key, held in hidden.items() if key not in own)
    words -= _words(shown.values())
    for place, text in beside_records(laptop.memory):
        for word in words & set(WORD.findall(text)):
            yield f"I4 {laptop.name} still has {word} in {place}: {text[:80]}"


def erased_for_good(world: World, county: CountySight) -> Iterator[str]:
    """I4: of a record erased by law no value is left, neither at the county nor on a laptop."""
    words = {
        word
        for saved in world.ledger.saved.values()
        if _is_erased(saved, county)
        for word in WORD.findall(json.dumps(saved.fields))
    }
    if not words:
        return
    places = [("the county", world.county.memory, COUNTY_TABLES)]
    places += [
        (laptop.name, laptop.memory, LAPTOP_TABLES)
        for laptop in world.laptops
        if county.status(laptop.device()) == "active"
    ]
    for name, memory, tables in places:
        for word in words & set(WORD.findall(everything(memory, tables))):
            yield f"I4 {name} still has {word}, which was erased by law"


def _words(records: Iterable[Held]) -> set[str]:
    return {word for held in records for word in WORD.findall(json.dumps(held.fields))}


def _taken(county: CountySight, change: Judged, *, known: bool) -> dict[str, Any]:
    """The values of a change that the county says it has taken.

    Where members and visits are is their household's business, and a unit that was there stands.
    """
    outcome = change.result["outcome"]
    if outcome not in {"applied", "merged", "conflict"} or change.op == "delete":
        return {}
    if change.kind == "unit" and change.op == "create" and known:
        return {}
    contested = {found["field"] for found in change.result.get("conflicts", ())}
    if change.kind == "dispute":  # sealed from who said so: they are not told what is contested
        records = {name: ("conflict", uuid5(change.change_id, name)) for name in change.fields}
        contested |= {name for name, key in records.items() if key in county.records}
    beside = {"id", "unit_id"} if change.kind in {"member", "visit", "conflict"} else {"id"}
    return {n: v for n, v in change.fields.items() if n not in contested | beside}


def _unanswered(laptop: Laptop) -> set[Key]:
    """Records with changes in sight that the county has not taken."""
    rows = laptop.memory.rows("SELECT kind, record_id, state FROM change")
    return {(kind, UUID(bytes=id_)) for kind, id_, state in rows if state in IN_SIGHT}


def _is_erased(saved: Saved | Judged, county: CountySight) -> bool:
    record = county.records.get((saved.kind, saved.record_id))
    return record is not None and record.erased


def _same(saved: dict[str, Any], judged: dict[str, Any]) -> bool:
    return all(judged.get(name) == value for name, value in saved.items() if name != "id")


def _told(saved: Saved) -> str:
    return (
        f"{saved.by} {saved.op} {saved.kind} {saved.record_id.hex[:4]} {json.dumps(saved.fields)}"
    )


def _named(key: Key) -> str:
    return f"{key[0]} {key[1].hex[:4]}"
