"""Joining a county and exchanging with it; what waits, by name."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from gridapp.contract.enrolment import EnrolReply
from gridapp.domain.sync import timekeeping
from gridapp.host.laptop import Laptop
from gridapp.host.people import person_folder
from gridapp.store import meta
from gridapp.store.grids import grids
from gridapp.store.opening import Store
from gridapp.store.sync import outbox
from gridapp.store.sync.conflicts import ConflictLine
from gridapp.store.sync.outbox import Totals, WaitingLine
from gridapp.sync import engine, enrol
from gridapp.sync.county import BadAddress, County
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.sync.timekeeping import known
from gridapp.usecases import people
from gridapp.usecases.desk import Desk, Person, RejectedError, refuse
from gridapp.usecases.people import NewPerson
from gridapp.usecases.sync import conflicts, refused
from gridapp.usecases.sync.refused import RefusedChange

OnProgress = Callable[[Progress], None]


class JoinFault(StrEnum):
    """Why a county cannot be joined as entered."""

    ADDRESS_MISSING = "join.address_missing"
    ADDRESS_DOUBTFUL = "join.address_doubtful"
    CODE_MISSING = "join.code_missing"


@dataclass(frozen=True)
class SyncStatus:
    """The state of the line, honestly."""

    joined: bool
    county: str
    address: str
    last_sync_at: datetime | None
    last_error: str | None
    """Code of what stopped the last attempt; None when it went through."""
    totals: Totals
    clock_ahead: timedelta = timedelta()
    """How far this laptop's clock is known to be ahead of the county's; negative: behind."""


@dataclass(frozen=True)
class Held:
    """What is on this laptop and not, or not yet, settled with the county."""

    waiting: tuple[WaitingLine, ...]
    refused: tuple[RefusedChange, ...]
    conflicts: tuple[ConflictLine, ...]
    settled: tuple[ConflictLine, ...]


def status(desk: Desk) -> SyncStatus:
    """What the chip, Today and the sync page show of the line."""
    with desk.store.session() as session:
        last = meta.get(session, "last_sync_at")
        return SyncStatus(
            joined=enrol.is_joined(session),
            county=meta.get(session, "county_name", ""),
            address=meta.get(session, "county_address", ""),
            last_sync_at=None if last is None else datetime.fromisoformat(last),
            last_error=meta.get(session, "last_sync_error"),
            totals=outbox.totals(session),
            clock_ahead=timekeeping.ahead(known(session), desk.now()),
        )


def held(desk: Desk) -> Held:
    """What the sync page lists."""
    with desk.store.session() as session:
        waiting = tuple(outbox.waiting(session))
    return Held(
        waiting,
        tuple(refused.all_refused(desk)),
        tuple(conflicts.open_conflicts(desk)),
        tuple(conflicts.settled_conflicts(desk)),
    )


def synchronise(
    desk: Desk, on_progress: OnProgress | None = None, stop: Callable[[], bool] | None = None
) -> SyncResult:
    """Exchange with the county once; what went wrong is in the result.

    ``stop`` is asked between two pieces; what is left then goes the next time. Raises LookupError
    when this laptop has not joined a county.
    """
    county = enrol.county_of(desk.store, desk.now)
    watch = on_progress or _unwatched
    try:
        return engine.sync_once(desk.store, county, desk.now, watch, stop=stop or engine.never)
    finally:
        county.close()


def _unwatched(progress: Progress) -> None:
    """Nobody watches the bar."""


def move_to(desk: Desk, address: str) -> None:
    """The county is reached at another address from now on. Raises RejectedError."""
    with desk.store.session() as session:
        enrol.move_to(session, _checked_address(address))


def join(desk: Desk, address: str, code: str) -> Desk:
    """Make a laptop that was set up offline a device of a county; returns the desk as it is now.

    The unit and role are those that the code grants. Raises RejectedError or ``LineFault``.
    """
    reply = _enrol(desk.store, desk.now, address, code, desk.person.name)
    joined = Desk(desk.store, _person(desk.person, reply), desk.now, desk.new_id)
    synchronise(joined)
    named = _named(joined)
    data, id_ = named.place()
    people.announce(data, id_, named.person)
    return named


def join_county(laptop: Laptop, address: str, code: str, new: NewPerson) -> Desk:
    """Set up a person as a device of a county and pull what they may see.

    Raises RejectedError, ``host.keyfile.KeyRefused``, StoreError or ``LineFault``; then nobody
    is left behind on the laptop.
    """
    _check(address, code)
    id_, store = people.make_store(laptop, new)
    try:
        reply = _enrol(store, laptop.now, address, code, new.name.strip())
        nobody = Person(new.name.strip(), laptop.new_id(), "", "", new.demo)
        desk = Desk(store, _person(nobody, reply), laptop.now, laptop.new_id)
        synchronise(desk)
    except BaseException:
        store.close()
        shutil.rmtree(person_folder(laptop.data, id_), ignore_errors=True)
        raise
    named = _named(desk)
    people.announce(laptop.data, id_, named.person)
    return named


def _enrol(
    store: Store, now: Callable[[], datetime], address: str, code: str, name: str
) -> EnrolReply:
    """Exchange the code. The device is kept first: when the reply is lost, the same asks again."""
    _check(address, code)
    where = _checked_address(address)
    with store.session() as session:
        device = enrol.next_device(session, os.urandom)
    county = County(where, None, now)
    try:
        enrolment = enrol.enrol(county, where, code.strip().upper(), name, device)
    finally:
        county.close()
    with store.session() as session:
        enrol.keep(session, enrolment)
        meta.drop(session, "next_device")
    return enrolment.reply


def _check(address: str, code: str) -> None:
    faults = []
    if not address.strip():
        faults.append(JoinFault.ADDRESS_MISSING)
    if not code.strip():
        faults.append(JoinFault.CODE_MISSING)
    refuse(faults)
    _checked_address(address)


def _checked_address(address: str) -> str:
    """The address as it can be used: without a scheme it is https."""
    where = address.strip().rstrip("/")
    where = where if "://" in where else f"https://{where}"
    try:
        County(where, None, datetime.now).close()
    except BadAddress as error:
        raise RejectedError([JoinFault.ADDRESS_DOUBTFUL]) from error
    return where


def _person(before: Person, reply: EnrolReply) -> Person:
    grant = reply.grants[0]
    return Person(before.name, grant.unit_id, before.unit_name, grant.role, before.demo)


def _named(desk: Desk) -> Desk:
    """The desk under the name of its unit, now that the tree has been pulled."""
    with desk.store.session() as session:
        path = grids.path(session, desk.person.unit_id)
    name = path[-1].name if path else desk.person.unit_name
    person = Person(desk.person.name, desk.person.unit_id, name, desk.person.role, desk.person.demo)
    named = Desk(desk.store, person, desk.now, desk.new_id)
    people.remember(named)
    return named
