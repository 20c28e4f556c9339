"""The chip says no more and no less than what is true of the line."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.store.sync.outbox import Totals
from gridapp.ui.sync import line
from gridapp.ui.tokens import Tone
from gridapp.usecases.sync.sync import SyncStatus

NOW = datetime(2026, 11, 22, 2, 24, tzinfo=UTC)
"""10:24 in China."""


def status(
    *,
    joined: bool = True,
    last: datetime | None = NOW,
    error: str | None = None,
    waiting: int = 0,
    refused: int = 0,
    conflicts: int = 0,
    set_aside: int = 0,
    clock: timedelta = timedelta(),
) -> SyncStatus:
    totals = Totals(waiting, refused, conflicts, set_aside)
    return SyncStatus(joined, "永福县", "https://county", last, error, totals, clock)


HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("what", "words", "tone"),
    [
        (status(), "已同步 10:24", Tone.NEUTRAL),
        (status(last=NOW - DAY), "已同步 11-21 10:24", Tone.NEUTRAL),
        (status(waiting=2), "已同步 10:24，2 条未上报", Tone.NEUTRAL),
        (status(error="sync.offline", last=NOW - HOUR), "09:24 起离线", Tone.NEUTRAL),
        (
            status(error="sync.offline", last=NOW - 2 * DAY, waiting=12),
            "离线 2 天，12 条未上报",
            Tone.NEUTRAL,
        ),
        (
            status(error="sync.offline", last=NOW - 3 * DAY, waiting=12),
            "离线 3 天，12 条未上报",
            Tone.NEUTRAL,
        ),
        (status(last=NOW - 4 * DAY), "离线 4 天", Tone.NEUTRAL),
        (status(error="sync.offline", last=NOW + 400 * DAY), "12-27 10:24 起离线", Tone.NEUTRAL),
        (status(last=None), "尚未同步", Tone.NEUTRAL),
        (status(refused=1, conflicts=1, error="sync.offline"), "2 条需要处理", Tone.AMBER),
        (status(refused=1, set_aside=2), "3 条需要处理", Tone.AMBER),
        (status(error="503.1 busy", waiting=2), "县平台正忙，2 条未上报", Tone.NEUTRAL),
        (status(error="409.2 device_forked"), "还没有同步完", Tone.NEUTRAL),
        (status(error="426.1 too_old", waiting=3), "同步已停止，3 条未上报", Tone.AMBER),
        (status(joined=False, last=None, waiting=5), "未加入县平台，5 条未上报", Tone.NEUTRAL),
        (status(clock=DAY, refused=1, waiting=2), "本机时间不准，2 条未上报", Tone.AMBER),
    ],
)
def test_the_chip(qapp: QApplication, what: SyncStatus, words: str, tone: Tone) -> None:
    assert line.shown(what, NOW) == (words, tone)


def test_paused_is_said_and_what_waits_is_counted(qapp: QApplication) -> None:
    assert line.shown(status(waiting=3), NOW, paused=True)[0] == "已暂停，3 条未上报"
