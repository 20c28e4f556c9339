"""The demo's county server: a child process on loopback, and the county's grid tree."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import TracebackType
from uuid import UUID

from gridapp.contract.grids import Level, UnitRecord
from gridapp.domain.grids.grids import short_name
from gridapp.host.packaged import is_packaged
from gridapp.store import journal
from gridapp.usecases.desk import Changed, Desk, save
from gridapp.usecases.grids import grids

MICRO_GRIDS = 1770
DEDICATED = 106
"""Counts of the model county 永福, 2025; with 1 + 9 + 99 they make 1985."""

PLACES = ("中心小学", "卫生院", "农贸市场", "水泥制品厂", "供销合作社", "初级中学", "罗汉果加工厂")


class CountyProcess:
    """The county server as a child of this process; it ends with the ``with`` block.

    Starting does not wait: a laptop may be opened meanwhile.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._child: subprocess.Popen[str] | None = None
        self._address = ""

    def __enter__(self) -> "CountyProcess":
        self._data.mkdir(parents=True, exist_ok=True)
        arguments = ["serve", "--data-dir", str(self._data), "--port", "0", "--with-parent"]
        log = (self._data / "county.log").open("a", encoding="utf-8")
        with log:
            self._child = subprocess.Popen(
                [*_program(), *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        return self

    @property
    def address(self) -> str:
        """Where it listens; waits until it does. Raises ChildProcessError if it never will."""
        if not self._address:
            out = self._child.stdout if self._child is not None else None
            line = out.readline() if out is not None else ""
            if not line:
                raise ChildProcessError("the county server did not start; see county.log")
            self._address = str(json.loads(line)["listening"])
        return self._address

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._child is not None:
            self._child.communicate(timeout=20)
            self._child = None

    def code(self, unit: str, role: str) -> str:
        """A one-time enrolment code for a unit, from the county's own command line."""
        arguments = ["enrol", "--data-dir", str(self._data), "--unit", unit, "--role", role]
        done = subprocess.run(
            [*_program(), *arguments], capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout.split()[-1]


def _program() -> list[str]:
    """The county's command line: a sibling program in a bundle, a module otherwise."""
    if is_packaged():
        name = "gridapp-county.exe" if sys.platform == "win32" else "gridapp-county"
        return [str(Path(sys.executable).with_name(name))]
    return [sys.executable, "-m", "gridapp.server"]


@dataclass(frozen=True)
class _Village:
    id: UUID
    name: str
    code: str


def complete_tree(desk: Desk, township_code: str, formed: int, random: Random) -> Changed:
    """Give the other townships their micro-grids and every township its dedicated grids.

    ``formed`` micro-grids come from the rosters of the demo's township; the rest of the 1770 are
    spread evenly over the villages elsewhere.
    """
    lines = grids.view(desk).lines
    villages = [
        _Village(line.id, line.name, line.code)
        for line in lines
        if line.level == Level.VILLAGE and not line.code.startswith(township_code)
    ]
    townships = [line.id for line in lines if line.level == Level.TOWNSHIP]
    units = _micro_grids(desk, villages, MICRO_GRIDS - formed)
    units += _dedicated(desk, townships, random)
    edits = [journal.create(desk.new_id(), "unit", unit) for unit in units]
    with desk.store.session() as session:
        return save(desk, session, "grid.set_up", desk.person.unit_name, edits)


def _micro_grids(desk: Desk, villages: list[_Village], count: int) -> list[UnitRecord]:
    units = []
    for order, village in enumerate(villages):
        share = (order + 1) * count // len(villages) - order * count // len(villages)
        for place in range(1, share + 1):
            name = f"{short_name(village.name)}{place}-1"
            code = f"{village.code}{place:03d}"
            units.append(_unit(desk, village.id, Level.MICRO, name, place, code))
    return units


def _dedicated(desk: Desk, townships: list[UUID], random: Random) -> list[UnitRecord]:
    return [
        _unit(
            desk,
            townships[order % len(townships)],
            Level.DEDICATED,
            f"{random.choice(PLACES)}{order // len(townships) + 1}",
            500 + order,
        )
        for order in range(DEDICATED)
    ]


def _unit(
    desk: Desk, parent: UUID, level: Level, name: str, place: int, code: str = ""
) -> UnitRecord:
    id_ = desk.new_id()
    return UnitRecord(
        id=id_, unit_id=id_, parent_id=parent, level=level.value, name=name, code=code, place=place
    )
