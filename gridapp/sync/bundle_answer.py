"""The county's answer on a USB stick, taken in as if it had come over the network."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import delete, or_
from sqlmodel import Session, col, select

from gridapp.contract import bundle, wire
from gridapp.contract.bundle import Answer, BundleError, BundleFault, Header, Incoming, Page, Way
from gridapp.contract.problems import Problem
from gridapp.domain.sync.timekeeping import Compared
from gridapp.store import forgetting, meta, plain
from gridapp.store.bookkeeping import BatchRow, ChangeRow
from gridapp.store.files import blob_sweep, blobs
from gridapp.store.opening import Store
from gridapp.store.sync import feeds, outbox
from gridapp.sync import engine, mending, outgoing, push, timekeeping, verdicts
from gridapp.sync import pull as pulling
from gridapp.sync.bundle import ALONE, State, parties, state, told_by
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import OnProgress, Progress
from gridapp.sync.pull import Reading


@dataclass
class _Taking:
    """What has been taken so far; ``more``: the last page did not fit, or left something."""

    reading: Reading = field(default_factory=Reading)
    verdicts: int = 0
    pages: int = 0
    more: bool = True


def take(
    store: Store, data: bytes, now: Callable[[], datetime], on_progress: OnProgress
) -> SyncResult:
    """Take in verdicts, then pages, each in a transaction of its own; again goes on from there.

    Raises BundleError when the file is not for this laptop, damaged, or holds nothing new.
    """
    with engine.alone(store) as free:
        if not free:
            return SyncResult(problem=engine.RUNNING)
        with store.session() as session:
            header, incoming = _opened(session, data)
            pulling.start(session)
            before = outbox.totals(session)
        try:
            taking = _take_all(store, incoming, now, on_progress)
        except wire.WireError as error:  # the county signed it: a newer one says more
            raise BundleError(BundleFault.FORMAT) from error
        with store.session() as session:
            problem = _problem(session, incoming, taking)
            blob_sweep.sweep(session, now())
            result = _result(session, taking, before, problem)
            if problem is None:
                made_at = datetime.fromtimestamp(header.made_at, UTC)
                here = now()
                clocks = timekeeping.facts(Compared(here, made_at) if here < made_at else None)
                meta.put_all(session, {"last_sync_at": made_at.isoformat()} | clocks)
                forgetting.purge(session, here, taking.reading.backed_up)
            leaves_traces = meta.get(session, forgetting.SCRUB, default=False)
        if leaves_traces:
            engine.scrub(store)
        return result


def _opened(session: Session, data: bytes) -> tuple[Header, Incoming]:
    us, found = parties(session), bundle.read(data)
    if found.header.way != Way.IN:
        raise BundleError(BundleFault.WRONG_WAY)
    if found.header.county != bundle.fingerprint(us.county_sign_key):
        raise BundleError(BundleFault.OTHER_COUNTY)
    if found.header.device != us.device:
        raise BundleError(BundleFault.OTHER_DEVICE)
    return found.header, bundle.unseal(found, us.county_sign_key, us.box_key, Incoming)


def _take_all(
    store: Store, incoming: Incoming, now: Callable[[], datetime], on_progress: OnProgress
) -> _Taking:
    taking, (told, _) = _Taking(), told_by(incoming.state)
    parts = len(incoming.answers) + len(incoming.pages)
    with store.session() as session:
        here, ours = state(session), _is_ours(session, incoming.answers)
    again = told.again if here.again == told.again else None
    for place, answer in enumerate(incoming.answers):
        on_progress(Progress(place, parts))
        with store.session() as session:
            taking.verdicts += _take_answer(session, answer, again, now())
    for place, page in enumerate(incoming.pages):
        on_progress(Progress(len(incoming.answers) + place, parts))
        with store.session() as session:
            fits = ours and _fits(session, told, place)
            taking.more = not fits or _take_page(session, page, taking)
    outdated = not ours or incoming.problem is None or here != told
    if outdated and not taking.verdicts and not taking.pages:
        raise BundleError(BundleFault.OLD if ours else BundleFault.OTHER_DEVICE)
    return taking


def _is_ours(session: Session, answers: Sequence[Answer]) -> bool:
    """Whether all that is answered was written here.

    The pages leave that out. What a copy of this laptop wrote would be missing here.
    """
    ids = [id_ for answer in answers for id_ in _ids(answer)]
    found = plain.ask_among(session, "SELECT change_id FROM change WHERE change_id IN ids", ids)
    return len(found) == len(ids)


def _ids(answer: Answer) -> list[UUID]:
    packed = answer.change_ids
    return [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)]


def _fits(session: Session, told: State, place: int) -> bool:
    """Whether nothing was pulled since the file was written but the pages before this one."""
    return state(session).pulls == told.pulls + place


def _take_answer(session: Session, answer: Answer, again: int | None, now: datetime) -> int:
    """Take in the verdicts on changes that are still without one; how many."""
    ids = _ids(answer)
    reply = wire.unpack_push_reply(answer.reply, ids)
    waits = outbox.WAITING
    if again is not None:
        waits = or_(waits, col(ChangeRow.dseq) >= again)
    unsettled: dict[UUID, int] = {}
    for some in feeds.chunks(ids):
        query = select(ChangeRow.change_id, ChangeRow.dseq)
        found = session.exec(query.where(waits, col(ChangeRow.change_id).in_(some)))
        unsettled.update(found.all())
    reply.results = [result for result in reply.results if result.change_id in unsettled]
    verdicts.take(session, reply, now)
    if unsettled:  # a batch on the line may hold what is settled now: it is packed anew without
        session.connection().execute(delete(BatchRow))
    if again is not None and unsettled:
        outgoing.sent_again(session, max(unsettled.values()))
    return len(unsettled)


def _take_page(session: Session, page: Page, taking: _Taking) -> bool:
    """Take in a page; whether there is more to ask for.

    Its sums say nothing of what the county has taken over the network since.
    """
    asked, reply = wire.unpack_pull(page.asked), wire.unpack_pull_reply(page.reply)
    taking.pages += 1
    if pulling.acknowledged(session)[0] > asked.ack[0]:
        for feed in reply.feeds.values():
            feed.count = None
    return pulling.take_reply(session, reply, asked.cursors, taking.reading)


def _problem(session: Session, incoming: Incoming, taking: _Taking) -> str | None:
    """What is left to do, if anything.

    A county restored from a backup gets what it has lost with the next file. A laptop that has a
    twin, or lacks the same, becomes a device of its own; for that it has to speak with the county.
    """
    if incoming.problem == Problem.DEVICE_FORKED:
        return BundleFault.NEEDS_NETWORK.value
    told, alone = told_by(incoming.state)
    if incoming.problem == Problem.DSEQ_GAP and state(session) == told:
        held = outgoing.rewind(session, incoming.expected or 1)
        blobs.offer_again(session)
        return incoming.problem if held else BundleFault.NEEDS_NETWORK.value
    if incoming.problem is not None:
        return _cut(session, incoming.problem, alone, len(incoming.answers))
    meta.drop(session, ALONE)
    if taking.reading.differing:
        return engine.DIFFERING
    return BundleFault.MORE.value if taking.more else None


def _cut(session: Session, problem: str, alone: int | None, answered: int) -> str:
    """If the county could not read a batch, each change goes alone in the next file.

    One that was alone and still is not read is set aside, as by network (``push.cut``).
    """
    if not problem.startswith(mending.UNREADABLE):
        return problem
    if alone is None:
        meta.put(session, ALONE, value=True)
        return BundleFault.MORE.value
    refused = alone + answered
    if refused != outgoing.first_waiting(session):  # the network was there meanwhile
        return BundleFault.MORE.value
    return BundleFault.MORE.value if push.set_aside(session, refused, problem) else problem


def _result(
    session: Session, taking: _Taking, before: outbox.Totals, problem: str | None
) -> SyncResult:
    meta.put(session, "last_sync_error", problem)
    after = outbox.totals(session)
    return SyncResult(
        pushed=taking.verdicts,
        pulled=taking.reading.rows,
        refused=max(after.refused - before.refused, 0),
        conflicts=max(after.conflicts - before.conflicts, 0),
        kinds=frozenset(taking.reading.kinds),
        problem=problem,
    )
