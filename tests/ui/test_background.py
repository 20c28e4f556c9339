"""Background work: order, threads, errors, dropped owners, cancelling, garbage."""

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from gridapp.ui.background import Background, Cancelled, Progress
from gridapp.ui.collector import Collector
from tests.ui.conftest import held


def test_the_result_lands_on_the_gui_thread(background: Background) -> None:
    owner, seen = QObject(), []
    background.run(
        owner,
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, QThread.currentThread() == owner.thread())),
    )
    assert background.wait_idle()
    assert [(name.startswith("database"), on_gui) for name, on_gui in seen] == [(True, True)]


def test_the_network_does_not_hold_up_the_database(background: Background) -> None:
    owner, line, order = QObject(), threading.Event(), []
    background.run_network(owner, lambda: line.wait(5), lambda _: order.append("network"))
    background.run(owner, lambda: "database", order.append)
    background.run(owner, line.set)
    assert background.wait_idle()
    assert order == ["database", "network"]


def test_database_work_keeps_its_order(background: Background) -> None:
    owner, order = QObject(), []
    for number in range(20):
        background.run(owner, lambda number=number: number, order.append)
    assert background.wait_idle()
    assert order == list(range(20))


def test_the_answer_to_a_closed_screen_is_dropped(background: Background) -> None:
    owner, seen, may_go = QWidget(), [], threading.Event()
    background.run(owner, lambda: may_go.wait(5), seen.append)
    delete(owner)
    may_go.set()
    assert background.wait_idle()
    assert seen == []


def test_a_failure_reaches_its_handler(background: Background) -> None:
    owner, failures = QObject(), []
    background.run(owner, lambda: 1 // 0, None, failures.append)
    assert background.wait_idle()
    assert [type(error) for error in failures] == [ZeroDivisionError]


def test_a_failure_without_handler_is_not_silent(
    background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, hooked = QObject(), []
    monkeypatch.setattr(sys, "excepthook", lambda *error: hooked.append(error[0]))
    background.run(owner, lambda: 1 // 0)
    assert background.wait_idle()
    assert hooked == [ZeroDivisionError]


def test_long_work_reports_and_can_be_cancelled(background: Background) -> None:
    owner, failures, reported = QObject(), [], []

    def work(progress: Progress) -> int:
        done = 0
        while True:
            done += 1
            progress.report(done, 10**12)

    def progressed(done: int, total: int) -> None:
        reported.append((done, total))
        progress.cancel()

    progress = background.run_long(owner, work, None, failures.append, progressed)
    assert background.wait_idle()
    assert reported[0] == (1, 10**12)
    assert [type(error) for error in failures] == [Cancelled]


def test_a_cancelled_work_needs_no_handler(background: Background) -> None:
    owner, seen = QObject(), []
    with held(background):
        work = background.run_long(owner, lambda progress: progress.report(1, 2), seen.append)
        work.cancel()
    background.run(owner, lambda: "next", seen.append)
    assert background.wait_idle()
    assert seen == ["next"]


def test_shutting_down_lands_nothing_more(qapp: object) -> None:
    background, owner, seen = Background(), QObject(), []
    background.run(owner, lambda: 1, seen.append)
    background.shut_down()
    assert background.wait_idle()
    assert seen == []


def test_shutting_down_waits_for_the_database_and_not_for_a_line_that_hangs(qapp: object) -> None:
    background, owner, done, answer = Background(), QObject(), [], threading.Event()
    background.run_network(owner, answer.wait)
    background.run(owner, lambda: done.append("begun"))
    while not done:
        QCoreApplication.processEvents()
    assert not background.shut_down(patience=0.01)
    answer.set()
    assert background.shut_down()


def test_shutting_down_lets_what_has_begun_in_the_database_finish(qapp: object) -> None:
    background, owner, done = Background(), QObject(), []
    begun, go_on = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        done.append(go_on.wait())

    background.run(owner, work)
    background.run(owner, lambda: done.append("dropped"))
    begun.wait()
    threading.Timer(0.01, go_on.set).start()
    assert background.shut_down(patience=0)
    assert done == [True]


class Mortal:
    """Part of a circle, as a closed dialog is; notes the thread on which it dies."""

    def __init__(self, deaths: list[str]) -> None:
        self.deaths, self.me = deaths, self

    def __del__(self) -> None:
        self.deaths.append(threading.current_thread().name)


def test_garbage_never_dies_on_a_worker_thread(background: Background) -> None:
    deaths: list[str] = []
    Mortal(deaths)
    owner, collector = QObject(), Collector()
    background.run(owner, lambda: [[] for _ in range(100_000)])
    assert background.wait_idle()
    assert set(deaths) <= {"MainThread"}
    while not deaths:
        _garbage = [[] for _ in range(1000)]
        collector.collect_due()
    assert deaths == ["MainThread"]


def test_a_timer_that_outlives_its_window_begins_nothing(background: Background) -> None:
    begun: list[str] = []
    background.shut_down()
    background.run(QObject(), lambda: begun.append("late"))
    assert background.wait_idle()
    assert begun == []
