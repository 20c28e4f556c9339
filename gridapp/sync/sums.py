"""The county's count and digest of each feed, kept until this laptop can compare its own with them.

A record that has moved is taken off its old place by the row in its new feed. Until every feed has
been read to its end it may still be counted where it was, so sums are compared only then. They
outlive a cycle that breaks off: on a bad line no single one may come to the end.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.sync import FeedPage
from gridapp.store import meta
from gridapp.store.sync import feeds

SUMS = "sums"
"""The fact of sums that wait to be compared: (count, digest) by feed."""


def keep(session: Session, pages: Mapping[str, FeedPage]) -> None:
    """Keep the sums of these pages; a page that is not its feed's last makes an older sum void."""
    kept = meta.get(session, SUMS, {})
    told = {feed: [p.count, p.digest] for feed, p in pages.items() if p.count is not None}
    new = {feed: sum_ for feed, sum_ in kept.items() if feed not in pages} | told
    if new != kept:
        meta.put(session, SUMS, new)


def compare(session: Session) -> list[str]:
    """The feeds that are read, and differ from what the county said of them last."""
    kept = meta.get(session, SUMS, {})
    if not kept:
        return []
    meta.drop(session, SUMS)
    where, read = feeds.placement(session), feeds.cursors(session).keys()
    return [
        feed
        for feed in sorted(kept.keys() & read)
        if list(feeds.total(session, UUID(feed), where)) != kept[feed]
    ]
