"""The state of the line in a few honest words. Pure but for the language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gridapp.ui.tokens import Tone
from gridapp.usecases.desk import CHINA
from gridapp.usecases.sync import SyncStatus

translate = QCoreApplication.translate

LONG = timedelta(days=3)
"""Without an exchange for so long the state is red."""

OFFLINE = "sync.offline"


def shown(status: SyncStatus, now: datetime) -> tuple[str, Tone]:
    """Words and tone for the chip in the top bar; ``now`` is aware."""
    totals = status.totals
    to_settle = totals.refused + totals.conflicts
    if to_settle:
        text = translate("line", "{count} to settle")
        return text.format(count=to_settle), Tone.AMBER
    if not status.joined:
        return _with_waiting(translate("line", "No county joined"), totals.waiting), Tone.NEUTRAL
    last = status.last_sync_at
    late = Tone.RED if last is not None and now - last >= LONG else Tone.NEUTRAL
    if status.last_error is None and last is not None and late is Tone.NEUTRAL:
        text = translate("line", "Synced {time}").format(time=moment(last, now))
        return _with_waiting(text, totals.waiting), Tone.NEUTRAL
    if status.last_error in (None, OFFLINE):
        return _with_waiting(_offline(last, now), totals.waiting), late
    stopped = translate("line", "Sync stopped")
    return _with_waiting(stopped, totals.waiting), late if late is Tone.RED else Tone.AMBER


def moment(when: datetime, now: datetime) -> str:
    """``10:24`` of today, ``11-20 10:24`` of another day, in China's time."""
    local, today = when.astimezone(CHINA), now.astimezone(CHINA)
    return f"{local:%H:%M}" if local.date() == today.date() else f"{local:%m-%d %H:%M}"


def _offline(last: datetime | None, now: datetime) -> str:
    if last is None:
        return translate("line", "Not synced yet")
    days = (now - last).days
    if days:
        return translate("line", "Offline {days} days").format(days=days)
    return translate("line", "Offline since {time}").format(time=moment(last, now))


def _with_waiting(text: str, waiting: int) -> str:
    if not waiting:
        return text
    return translate("line", "{state}, {count} not sent").format(state=text, count=waiting)
