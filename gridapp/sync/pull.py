"""What comes down: pages by feed, feeds read anew, counts and digests compared."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session

from gridapp.contract import SCHEMA
from gridapp.contract.sync import Cursor, FeedPage, PullReply, PullRequest
from gridapp.domain.sync.scope import Scope, scope_of
from gridapp.store import meta
from gridapp.store.sync import feeds
from gridapp.store.sync.feeds import Key
from gridapp.store.tables import TABLES
from gridapp.sync import apply, enrol, outgoing, sums

ATTEMPTS = 2
"""How often a feed is read from its start in one cycle before it is reported as differing."""

OWN_TOO = "own_too"
"""The fact that a feed is being read from its start, perhaps since an earlier cycle."""


@dataclass
class Reading:
    """What one cycle has read.

    ``leftovers``: records of feeds read anew that have not come again. They go when every feed has
    been read to its end: they may have come under another one.
    """

    leftovers: dict[str, set[Key]] = field(default_factory=dict)
    come: dict[Key, str] = field(default_factory=dict)
    """Records that have come in this cycle, and the feed in which each came last."""
    kinds: set[str] = field(default_factory=set)
    rows: int = 0
    anew: Counter[str] = field(default_factory=Counter)
    """How often each feed was read from its start in this cycle."""
    unsettled: set[str] = field(default_factory=set)
    """Feeds that are to be read anew once nothing waits: unsent work kept something from going."""
    differing: set[str] = field(default_factory=set)
    """Feeds that differed from the county's sum even after that."""
    backed_up: int = 0
    """This device's changes up to this number are in a verified backup of the county."""


def start(session: Session) -> None:
    """Forget the cursors of feeds that the last cycle left to be read anew."""
    again = meta.get(session, "reading_anew", [])
    for feed in again:
        feeds.forget(session, feed)
    if again:
        meta.put(session, "reading_anew", [])


def mark(session: Session) -> str:
    """What this laptop saw of the county last; empty when there is more to exchange than to ask
    for news.
    """
    known: str = meta.get(session, "mark", "")
    return known if outgoing.first_waiting(session) is None else ""


def request(session: Session, device: UUID, reading: Reading, rows: int) -> PullRequest:
    """Ask for what came after the cursors, at most so many rows."""
    return PullRequest(
        device=device,
        schema_version=SCHEMA,
        ack=acknowledged(session),
        cursors=feeds.cursors(session),
        limit=rows,
        own_too=_own_too(session, reading),
    )


def _own_too(session: Session, reading: Reading) -> bool:
    return bool(reading.leftovers) or meta.get(session, OWN_TOO, default=False)


def acknowledged(session: Session) -> tuple[int, str]:
    """The last change up to which the county has everything, and the head after it."""
    first = outgoing.first_waiting(session)
    if first is None:
        return meta.journal_end(session)
    head = outgoing.head_after(session, first - 1)
    return (first - 1, head) if head else (0, "")


def take_reply(
    session: Session, reply: PullReply, asked: dict[str, Cursor], reading: Reading
) -> bool:
    """Take in all pages; whether there is more to ask for.

    A page that answers an older question (its batch was sent again) is left: it comes anew.
    """
    cursors = feeds.cursors(session)
    stale = {feed for feed in reply.feeds if asked.get(feed) != cursors.get(feed)}
    pages = {feed: page for feed, page in reply.feeds.items() if feed not in stale}
    _revoke(session, reply.revoked, reading)
    anew = {feed for feed, page in pages.items() if page.reset}
    reading.anew.update(anew)
    _begin_anew(session, anew | stale - cursors.keys(), reading)
    for feed, page in pages.items():
        _take_page(session, feed, page, reading)
    sums.keep(session, pages)
    enrol.keep_grants(session, reply.grants)
    reading.backed_up = reply.backup_hwm
    forgotten = (asked.keys() | reply.feeds.keys()) - feeds.cursors(session).keys()
    more = (
        bool(stale)
        or any(page.more for page in reply.feeds.values())
        or not forgotten <= set(reply.revoked)
    )
    if not more:
        shrunk = _finish(session, reading)
        waits = outgoing.first_waiting(session) is not None
        _drop_unseen(session, _held(session) if waits else _granted(session), shrunk=shrunk)
        more = not waits and (_settles(session, reading) or _differs(session, reading))
    left = {feed for feed, leftovers in reading.leftovers.items() if leftovers}
    unfinished = left | reading.unsettled | reading.differing
    mark = "" if more or unfinished else reply.mark
    facts = {"pulls": taken(session) + 1, "reading_anew": sorted(unfinished), "mark": mark}
    facts[OWN_TOO] = more and _own_too(session, reading)
    meta.put_all(session, facts)
    return more


def taken(session: Session) -> int:
    """How many replies were taken in so far, over the network or from a stick."""
    count: int = meta.get(session, "pulls", 0)
    return count


def _revoke(session: Session, revoked: list[str], reading: Reading) -> None:
    """Erase feeds that may no longer be seen, while the tree still says what was in them."""
    for feed in revoked:
        apply.erase_feed(session, feed)
        reading.kinds |= TABLES.keys()


def _held(session: Session) -> Scope:
    """All units that this laptop holds."""
    return Scope(below=frozenset(feeds.tree(session).units()), above=frozenset())


def _granted(session: Session) -> Scope:
    """The units that this laptop may see, if it has read everything and its tree is the county's:
    no change of a unit waits.
    """
    return scope_of(enrol.grants(session), feeds.tree(session))


def _drop_unseen(session: Session, seen: Scope, *, shrunk: bool) -> None:
    """Erase what is left of feeds that are read no longer, and of units that are seen no longer.

    A grant may end while its feed is to be read anew, or while work waits that was done under it:
    the county does not know then what is here.
    """
    where, read = feeds.placement(session), feeds.cursors(session).keys()
    for feed in where.own.keys() | where.others.keys():
        if str(feed) not in read:
            apply.erase_feed(session, str(feed))
    apply.erase_unseen(session, seen, shrunk=shrunk)


def _begin_anew(session: Session, again: Collection[str], reading: Reading) -> None:
    """Note what this laptop holds of the feeds that are read from their start again, or will be.

    The pages may put a unit under another feed: by then it is too late to tell what was in which.
    What has come in another feed stays, though the row of its unit may still be to come there.
    """
    if not again:
        return
    where = feeds.placement(session)
    strays = feeds.strays(session, _held(session)) - reading.come.keys()
    for feed in again:
        elsewhere = {key for key, came in reading.come.items() if came != feed}
        held = feeds.held(session, UUID(feed), where).keys() - elsewhere
        reading.leftovers[feed] = reading.leftovers.get(feed, set()) | strays | held


def _take_page(session: Session, feed: str, page: FeedPage, reading: Reading) -> None:
    if apply.take_rows(session, page.rows):
        reading.unsettled.add(feed)
    apply.take_stubs(session, page.stubs)
    cursor = Cursor(pos=page.to, head_seq=page.head_seq, head_chain=page.head_chain)
    feeds.set_cursor(session, feed, cursor)
    reading.rows += len(page.rows)
    reading.kinds |= {row.kind for row in page.rows}
    reading.kinds |= {stub.kind for stub in page.stubs}
    come = dict.fromkeys(((row.kind, row.id) for row in page.rows), feed)
    reading.come |= come
    for leftovers in reading.leftovers.values():
        leftovers.difference_update(come)


def _finish(session: Session, reading: Reading) -> bool:
    """All feeds have been read to their end: drop what has not come again; whether any had not."""
    left = any(reading.leftovers.values())
    moved = _moved(session, reading.leftovers)
    reading.unsettled.update(moved.values())
    for feed, leftovers in reading.leftovers.items():
        leftovers.difference_update(moved)
        if apply.leave(session, leftovers):
            reading.unsettled.add(feed)
        reading.kinds |= {kind for kind, _ in leftovers}
    reading.leftovers.clear()
    return left


def _moved(session: Session, leftovers: Mapping[str, set[Key]]) -> dict[Key, str]:
    """What lies in a feed by now that was read on: its unit has come there, and what this laptop
    has just sent there itself does not come. That feed has to tell.
    """
    grid, read = feeds.tree(session), feeds.cursors(session).keys()
    found = {}
    for kind, id_ in {key for keys in leftovers.values() for key in keys}:
        unit = feeds.unit_of(session, kind, id_.bytes)
        feed = str(grid.feed_of(kind, UUID(bytes=unit))) if unit else ""
        if feed in read and feed not in leftovers:
            found[kind, id_] = feed
    return found


def _settles(session: Session, reading: Reading) -> bool:
    """Nothing waits any more: whether there are feeds to be read anew as something did."""
    unsettled = set(reading.unsettled)
    for feed in unsettled:
        feeds.forget(session, feed)
    reading.unsettled.clear()
    return bool(unsettled)


def _differs(session: Session, reading: Reading) -> bool:
    """Everything has been read: whether a feed differs from the county's sum and is read anew."""
    differing = sums.compare(session)
    tried = {feed for feed in differing if reading.anew[feed] >= ATTEMPTS}
    reading.differing |= tried
    for feed in set(differing) - tried:
        feeds.forget(session, feed)
    return len(tried) < len(differing)
