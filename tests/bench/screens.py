"""Measures how the screens of a township of 12,000 households, and of a county, open and scroll.

    python -m tests.bench.screens [--repeats 4] [--area county] [--only grids]

Offscreen Qt, real services, the encrypted store; a page is built anew in each repeat, in a window
of 1280×720. Printed as JSON for each page, the least disturbed of the repeats: milliseconds, those
of the processor (which a busy machine lengthens less) and those of its GUI thread, from the wish to
the first paint with its data, and until nothing is under way; the worst and the 95th of a hundred
frames while its list is scrolled by page, by wheel and by its bar; the megabytes of the process;
and how often the floor, a page with a plain table of Qt's, could be opened meanwhile. Goals: opened
within 100 ms, a frame within 16 ms, 400 MB.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

from pylopdf_fonts_zh_cn import sans_path
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QWidget,
)

from gridapp.ui.start import make_application
from gridapp.ui.widgets.tree import UnitTree
from gridapp.usecases.desk import Desk
from tests.bench.screen_rig import Rig
from tests.bench.township import SIZES, desk_of, found

STEPS = 100
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


@dataclass(frozen=True)
class Screen:
    """How it is opened, where its data stand, and which list of it is scrolled."""

    open: Callable[[Rig], None]
    data: Callable[[Any], Any]
    list: Callable[[Any], QAbstractScrollArea]


def _go(key: str) -> Callable[[Rig], None]:
    return lambda rig: rig.window.go(key)


def _sheet(rig: Rig) -> None:
    rig.window.go("households", rig.household)


def _village(rig: Rig) -> None:
    rig.window.go("grids", rig.village)


def whole_tree(page: Any) -> QAbstractScrollArea:
    """The tree with everything open."""
    tree: UnitTree = page.tree
    tree.expandAll()
    return tree


def around(page: QWidget) -> QAbstractScrollArea:
    """Where a page as a whole is scrolled."""
    area = page.parentWidget().parentWidget()
    assert isinstance(area, QAbstractScrollArea)
    return area


SCREENS = {
    "floor": Screen(_go("floor"), lambda p: p.table.rowCount(), lambda p: p.table),
    "households": Screen(_go("households"), lambda p: p.list.table.rows, lambda p: p.list.table),
    "sheet": Screen(_sheet, lambda p: p.views.sheet.members.rows, lambda p: p.views.sheet.members),
    "grids": Screen(_go("grids"), lambda p: p.tree.model().rowCount(), whole_tree),
    "village": Screen(
        _village, lambda p: p.panel.board.model().rowCount(), lambda p: p.panel.board
    ),
    "screening": Screen(_go("screening"), lambda p: p.view.list.rows, lambda p: p.view.list),
    "today": Screen(_go("today"), lambda p: p.tasks.rows, around),
    "disputes": Screen(_go("disputes"), lambda p: p.ledger.table.rows, lambda p: p.ledger.table),
}


def main() -> None:
    """Print what was measured."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=4)
    parser.add_argument("--only", nargs="*", choices=SCREENS, default=list(SCREENS)[1:])
    parser.add_argument("--area", choices=SIZES)
    parser.add_argument("--stores", type=Path, help="keep the stores here and find them again")
    parser.add_argument("--in-process", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.in_process:
        desk = desk_of(given.stores / f"{given.area}.db", given.area)
        json.dump(measured(desk, given.only, given.repeats), sys.stdout)
        return
    with tempfile.TemporaryDirectory() as folder:
        stores = given.stores or Path(folder)
        answer = {
            area: apart(area, stores, given) for area in ([given.area] if given.area else SIZES)
        }
    json.dump(answer, sys.stdout, indent=1)


def apart(area: str, stores: Path, given: argparse.Namespace) -> Any:
    """Measured in a process of its own, whose memory is that of the program alone."""
    if not (stores / f"{area}.db").exists():
        found(stores / f"{area}.db", area)
    words = ["--in-process", "--area", area, "--stores", str(stores), "--only", *given.only]
    call = [sys.executable, "-m", "tests.bench.screens", "--repeats", str(given.repeats), *words]
    return json.loads(subprocess.run(call, stdout=subprocess.PIPE, check=True).stdout)


def measured(desk: Desk, names: list[str], repeats: int) -> dict[str, Any]:
    """Each screen by name."""
    app = make_application(["gridapp"])
    QFontDatabase.addApplicationFont(str(sans_path()))
    gc.freeze()  # as the program does
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in ("floor", *names)}
    for _ in range(repeats):
        for name, some in taken.items():
            some.append(opened(Rig(app, desk), SCREENS[name]))
    answer: dict[str, Any] = {
        name: {kind: round(min(one[kind] for one in some), 1) for kind in some[0]}
        for name, some in taken.items()
    }
    for name in names:
        answer[name]["times_floor"] = round(answer[name]["cpu_ms"] / answer["floor"]["cpu_ms"], 1)
        answer[name] |= scrolled(Rig(app, desk), SCREENS[name])
        answer[name]["rss_mb"] = memory()
    return answer


def opened(rig: Rig, screen: Screen) -> dict[str, float]:
    """From the wish until its data are painted, and until all is at rest."""
    started, worked, alone = perf_counter(), process_time(), thread_time()
    screen.open(rig)
    while not screen.data(rig.page):
        rig.app.processEvents(WAIT)
    rig.app.processEvents()
    taken = {
        "ms": perf_counter() - started,
        "cpu_ms": process_time() - worked,
        "gui_ms": thread_time() - alone,
    }
    rig.rest()
    taken |= {"rest_cpu_ms": process_time() - worked}
    rig.close()
    return {name: seconds * 1000 for name, seconds in taken.items()}


def scrolled(rig: Rig, screen: Screen) -> dict[str, Any]:
    """Milliseconds of the frames: page by page, by the wheel, and the bar dragged to the end."""
    screen.open(rig)
    rig.rest()
    area = screen.list(rig.page)
    bar, answer = area.verticalScrollBar(), dict[str, Any]()
    steps: dict[str, Callable[[int], object]] = {
        "page": lambda _step: bar.triggerAction(bar.SliderAction.SliderPageStepAdd),
        "wheel": lambda _step: rig.app.sendEvent(area.viewport(), wheel(area)),
        "drag": lambda step: bar.setValue(bar.maximum() * step // STEPS),
    }
    for name, step in steps.items():
        bar.setValue(0)
        rig.rest()
        frames = sorted(frame for n in range(STEPS) for frame in moved(rig, step, n))
        worst, most = frames[-1], frames[len(frames) * 95 // 100]
        answer[name] = {"worst": round(worst * 1000, 1), "p95": round(most * 1000, 1)}
    rig.close()
    return answer


def moved(rig: Rig, step: Callable[[int], object], number: int) -> list[float]:
    """The processor's seconds on the GUI thread: of the step, and of each answer that it brings."""
    started = thread_time()
    step(number)
    rig.app.processEvents()
    frames = [thread_time() - started]
    while rig.busy():
        started = thread_time()
        rig.app.processEvents(WAIT)
        frames.append(thread_time() - started)
    return frames


def wheel(area: QAbstractScrollArea) -> QWheelEvent:
    """One notch down, over the middle of a list."""
    at = QPointF(area.viewport().rect().center())
    on_screen = area.viewport().mapToGlobal(at)
    none, keys = QPoint(), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    buttons = Qt.MouseButton.NoButton
    return QWheelEvent(at, on_screen, none, QPoint(0, -120), buttons, keys, phase, False)


def memory() -> float:
    """Megabytes that the process has in memory (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)


if __name__ == "__main__":
    main()
