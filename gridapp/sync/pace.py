"""How much goes at once: so much as the line would carry in some seconds, by the last time."""

from dataclasses import astuple, dataclass, replace

from sqlmodel import Session

from gridapp.contract.sync import MAX_BODY_BYTES, MOST_CHANGES
from gridapp.store import meta

SENDING = 30.0
"""Seconds that one batch is to take. A body that breaks off goes on where it broke, so that it may
be long: large bodies pack better, and answers cost a way there and back."""

READING = 5.5
"""Seconds that one page is to take: a line which dies now and then must get it through whole."""

SWIFT = 0.1
"""Seconds in which no poor line answers: this one is sent as much at once as the county takes."""

SHORTEST = 0.01
"""A clock that was set back says less."""

FEWEST_CHANGES, FEWEST_BYTES, FEWEST_ROWS = 25, 4_000, 50
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Pace:
    """Changes and packed bytes of a batch, rows of a page. The start suits a poor line."""

    changes: int = 500
    size: int = 48_000
    rows: int = 500


def of(session: Session) -> Pace:
    """What the line took so far."""
    return Pace(*meta.get(session, "pace", ()))


def sent(session: Session, changes: int, size: int, seconds: float) -> None:
    """A batch went through. A slow one slows down only if it was a large one."""
    pace = of(session)
    times = SENDING / max(seconds, SHORTEST)
    if times > 1:
        _keep(session, pace, max(pace.changes, changes * times), max(pace.size, size * times))
    elif changes * 2 >= pace.changes or size * 2 >= pace.size:
        _keep(session, pace, changes * times, size * times)


def received(session: Session, rows: int, seconds: float) -> None:
    """A page came; likewise. Its way there and back tells of a line that nothing was sent over."""
    pace, start = of(session), Pace()
    if seconds < SWIFT and (pace.changes, pace.size) == (start.changes, start.size):
        pace = replace(pace, changes=MOST_CHANGES, size=MAX_BODY_BYTES)
        _put(session, of(session), pace)
    times = READING / max(seconds, SHORTEST)
    if times > 1 or rows * 2 >= pace.rows:
        at_least = pace.rows if times > 1 else FEWEST_ROWS
        rows = int(min(max(rows * times, at_least), MOST_ROWS))
        _put(session, pace, replace(pace, rows=rows))


def broke(session: Session, *, reading: bool) -> None:
    """The line broke under a batch, or a page: the next is half as large."""
    pace = of(session)
    if reading:
        _put(session, pace, replace(pace, rows=max(pace.rows // 2, FEWEST_ROWS)))
    else:
        _keep(session, pace, pace.changes / 2, pace.size / 2)


def at_most(session: Session, changes: int) -> None:
    """The county took offence at more than so many changes at once."""
    pace = of(session)
    _put(session, pace, replace(pace, changes=max(changes, 1)))


def _keep(session: Session, before: Pace, changes: float, size: float) -> None:
    changes = min(max(changes, FEWEST_CHANGES), MOST_CHANGES)
    size = min(max(size, FEWEST_BYTES), MAX_BODY_BYTES)
    _put(session, before, replace(before, changes=int(changes), size=int(size)))


def _put(session: Session, before: Pace, after: Pace) -> None:
    if after != before:
        meta.put(session, "pace", astuple(after))
