"""The state of the line in a few honest words. Pure but for the language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gridapp.store.sync.outbox import Totals
from gridapp.ui.tokens import Tone
from gridapp.usecases.desk import CHINA
from gridapp.usecases.sync.sync import SyncStatus

translate = QCoreApplication.translate

LONG = timedelta(days=3)
"""After so long without an exchange the chip says how many days it is."""

OFFLINE = "sync.offline"

_BUSY = {"429.1 too_often", "503.1 busy"}

PASSING = _BUSY | {
    OFFLINE,
    "sync.running",
    "sync.paused",
    "409.1 dseq_gap",
    "409.2 device_forked",
    "409.8 offset",
}
"""What passes by itself: it is shown in grey, as a laptop without a line is nothing unusual."""


def shown(status: SyncStatus, now: datetime, *, paused: bool = False) -> tuple[str, Tone]:
    """Words and tone for the chip in the top bar; ``now`` is aware."""
    totals = status.totals
    if status.clock_ahead:
        return _with_waiting(translate("line", "Clock is wrong"), totals.waiting), Tone.AMBER
    to_settle = not_taken(totals) + totals.conflicts
    if to_settle:
        text = translate("line", "{count} to settle")
        return text.format(count=to_settle), Tone.AMBER
    text, tone = _state(status, now, paused=paused)
    return _with_waiting(text, totals.waiting), tone


def not_taken(totals: Totals) -> int:
    """Changes that the county did not take: refused, or put aside as unreadable."""
    return totals.refused + totals.quarantined


def _state(status: SyncStatus, now: datetime, *, paused: bool) -> tuple[str, Tone]:
    if not status.joined:
        return translate("line", "No county joined"), Tone.NEUTRAL
    if paused:
        return translate("line", "Paused"), Tone.NEUTRAL
    last, problem = status.last_sync_at, status.last_error
    if problem is None and last is not None and now - last < LONG:
        return translate("line", "Synced {time}").format(time=moment(last, now)), Tone.NEUTRAL
    if problem is None or problem == OFFLINE:
        return _offline(last, now), Tone.NEUTRAL
    return _stopped(problem)


def _stopped(problem: str) -> tuple[str, Tone]:
    if problem in _BUSY:
        return translate("line", "The county is busy"), Tone.NEUTRAL
    if problem in PASSING:
        return translate("line", "Not all is exchanged yet"), Tone.NEUTRAL
    return translate("line", "Sync stopped"), Tone.AMBER


def moment(when: datetime, now: datetime) -> str:
    """``10:24`` of today, ``11-20 10:24`` of another day, in China's time."""
    local, today = when.astimezone(CHINA), now.astimezone(CHINA)
    return f"{local:%H:%M}" if local.date() == today.date() else f"{local:%m-%d %H:%M}"


def _offline(last: datetime | None, now: datetime) -> str:
    if last is None:
        return translate("line", "Not synced yet")
    days = (now - last).days
    if days > 0:  # else the clock may have been set back since
        return translate("line", "Offline {days} days").format(days=days)
    return translate("line", "Offline since {time}").format(time=moment(last, now))


def _with_waiting(text: str, waiting: int) -> str:
    if not waiting:
        return text
    return translate("line", "{state}, {count} not sent").format(state=text, count=waiting)
