"""What comes down: pages by feed, feeds read anew, counts and digests compared."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session

from gridapp.contract import SCHEMA
from gridapp.contract.sync import Cursor, FeedPage, PullReply, PullRequest
from gridapp.store import feeds, meta
from gridapp.store.feeds import Key
from gridapp.store.tables import ChangeRow
from gridapp.sync import apply, enrol, push

PAGE_ROWS = 2000


@dataclass
class Reading:
    """What one cycle has read. ``leftovers``: records of a feed being read anew, not seen yet."""

    leftovers: dict[str, set[Key]] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    rows: int = 0
    anew: set[str] = field(default_factory=set)
    """Feeds that were read anew in this cycle."""
    differing: set[str] = field(default_factory=set)
    """Feeds that differed from the county's sum even after that."""


def start(session: Session) -> None:
    """A feed that was being read anew when the last cycle ended begins again."""
    for feed in meta.get(session, "reading_anew", []):
        feeds.forget(session, feed)
    meta.put(session, "reading_anew", [])


def request(session: Session, device: UUID, reading: Reading) -> PullRequest:
    """Ask for what came after the cursors.

    While a feed is read anew, this laptop does not say how far its own changes have come: then the
    county sends those as well, which it else leaves out.
    """
    ack = (0, "") if reading.leftovers else _acknowledged(session)
    return PullRequest(
        device=device,
        schema_version=SCHEMA,
        ack=ack,
        cursors=feeds.cursors(session),
        limit=PAGE_ROWS,
    )


def _acknowledged(session: Session) -> tuple[int, str]:
    """The last change up to which the county has everything, and the head after it."""
    first = push.first_waiting(session)
    if first is None:
        return meta.journal_end(session)
    row = session.get(ChangeRow, first - 1)
    return (first - 1, row.head) if row else (0, "")


def take_reply(
    session: Session, reply: PullReply, asked: dict[str, Cursor], reading: Reading
) -> bool:
    """Take in all pages; whether there is more to ask for.

    A page that answers an older question (its batch was sent again) is left: it comes anew.
    """
    cursors = feeds.cursors(session)
    stale = {feed for feed in reply.feeds if asked.get(feed) != cursors.get(feed)}
    for feed, page in reply.feeds.items():
        if feed not in stale:
            _take_page(session, feed, page, reading)
    for feed in reply.revoked:
        apply.erase_feed(session, feed)
        reading.kinds.add("unit")
    enrol.keep_grants(session, reply.grants)
    meta.put(session, "reading_anew", sorted(reading.leftovers))
    forgotten = (asked.keys() | reply.feeds.keys()) - feeds.cursors(session).keys()
    return (
        bool(stale)
        or any(page.more for page in reply.feeds.values())
        or not forgotten <= set(reply.revoked)
    )


def _take_page(session: Session, feed: str, page: FeedPage, reading: Reading) -> None:
    if page.reset:
        reading.leftovers[feed] = set(feeds.held(session, UUID(feed)))
    apply.take_rows(session, page.rows)
    apply.take_stubs(session, page.stubs)
    cursor = Cursor(pos=page.to, head_seq=page.head_seq, head_chain=page.head_chain)
    feeds.set_cursor(session, feed, cursor)
    reading.rows += len(page.rows)
    reading.kinds |= {row.kind for row in page.rows} | {stub.kind for stub in page.stubs}
    if feed in reading.leftovers:
        reading.leftovers[feed] -= {(row.kind, row.id) for row in page.rows}
    if not page.more:
        _finish(session, feed, page, reading)


def _finish(session: Session, feed: str, page: FeedPage, reading: Reading) -> None:
    """The feed has been read to its end: drop what is no longer in it, and compare the sums."""
    leftovers = reading.leftovers.pop(feed, None)
    if leftovers is not None:
        apply.erase(session, leftovers)
        reading.kinds |= {kind for kind, _ in leftovers}
        reading.anew.add(feed)
    if push.first_waiting(session) is not None or page.count is None:
        return
    if feeds.total(feeds.held(session, UUID(feed))) != (page.count, page.digest):
        if feed in reading.anew:
            reading.differing.add(feed)
        else:
            feeds.forget(session, feed)
