"""Runs the demo in a folder: prepared once, opened again later, or all without a window."""

import json
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from uuid_utils.compat import uuid7

from gridapp.demo import headless as main_job
from gridapp.demo import laptops
from gridapp.demo.county import CountyProcess
from gridapp.demo.laptops import PASSWORD, Say, Where
from gridapp.host.laptop import Laptop
from gridapp.host.people import list_people
from gridapp.usecases import people
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync

MARK = "demo.json"
"""Says that a folder is the demo's own and may be made anew."""

PROGRAM = "program"
"""Where the window that shows the demo keeps its settings and lock."""


class DemoFault(StrEnum):
    """Why the demo cannot use a folder."""

    NOT_EMPTY = "demo.folder_not_empty"


class DemoError(Exception):
    """The folder is left alone; ``code`` says why."""

    code = DemoFault.NOT_EMPTY

    def __init__(self) -> None:
        super().__init__(self.code.value)


@dataclass(frozen=True)
class Running:
    """A demo under way: the township's desk, and what ends it all.

    ``find_county`` waits until the county listens and notes where; to be called off the GUI
    thread, before the first exchange, so that the desktop need not wait for the server.
    """

    desk: Desk
    find_county: Callable[[], None]
    close: Callable[[], None]


def headless(folder: Path) -> dict[str, Any]:
    """The whole main job in the folder, made anew; returns the summary. Raises DemoError."""
    where = _fresh(folder)
    summary = main_job.run(lambda name: _laptop(where, name), where)
    _mark(where, "headless")
    return summary


def open_demo(folder: Path, say: Say) -> Running:
    """Start the county, prepare the demo if it has not been yet, and sign the township in.

    ``say`` is told each stage by its number. Raises DemoError.
    """
    if _stage(folder) != "ready":
        _fresh(folder)
    where = Where(folder)
    with ExitStack() as stack:
        server = stack.enter_context(CountyProcess(where.county))
        if _stage(folder) == "ready":
            desk = _sign_in(where)
        else:
            desk = laptops.prepare(lambda name: _laptop(where, name), where, server, say)
            _mark(where, "ready")
        ending = stack.pop_all()
    return Running(desk, lambda: sync.move_to(desk, server.address), ending.close)


def _sign_in(where: Where) -> Desk:
    laptop = _laptop(where, "township")
    (person,) = list_people(laptop.data)
    return people.sign_in(laptop, person.id, PASSWORD)


def _laptop(where: Where, name: str) -> Laptop:
    data = where.laptop(name)
    data.mkdir(parents=True, exist_ok=True)
    return Laptop(data, lambda: datetime.now(UTC), uuid7)


def _stage(folder: Path) -> str:
    mark = folder / MARK
    return str(json.loads(mark.read_text("utf-8"))["stage"]) if mark.exists() else ""


def _mark(where: Where, stage: str) -> None:
    (where.top / MARK).write_text(json.dumps({"stage": stage}), "utf-8")


def _fresh(folder: Path) -> Where:
    """Empty a folder that is the demo's own; refuse any other that holds something."""
    folder.mkdir(parents=True, exist_ok=True)
    where = Where(folder.absolute())
    found = [entry for entry in folder.iterdir() if entry.name != PROGRAM]
    if found and not (folder / MARK).exists():
        raise DemoError
    for entry in found:
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    _mark(where, "begun")
    return where
