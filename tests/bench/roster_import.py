"""Measures reading and importing a roster of 12,000 households (42,000 people), in one run.

    python tests/bench/roster_import.py [--repeats 3]

The floor of reading is calamine's ``iter_rows`` on the same file; reading is done as the program
does it, in its limited child process. The floor of importing is a raw insert of the same member
rows into an encrypted table. A second import is compared with the first, and the first is undone
as a whole. Goals: reading with all checks under 6 s, 400 MB and 5 times the floor (better 2),
importing under 15 s.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlalchemy import text
from uuid_utils.compat import uuid7

from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.demo import people
from gridapp.host.divisions import Division
from gridapp.rosters.proposal import Roster
from gridapp.store.opening import open_store
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.rosters import roster_memory, rosters

HOUSEHOLDS = 12_000
KEY = bytes(32)
COUNTY = Division("450326", "永福县", "")
PATH = [Division("450326100", "永福镇", ""), Division("450326100200", "坪岭村", "")]
HEADINGS = ["村民组", "户号", "姓名", "与户主关系", "性别", "公民身份号码", "联系电话", "住址"]


def main() -> None:
    """Print seconds and ratios, the best of the repeats."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "roster.xlsx"
        write(file)
        floor, reading = in_turn(repeats, lambda: rows(file), lambda: rosters.preview(file))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        roster = rosters.preview(file)
        raw = best(repeats, lambda: insert(roster))
        taken = [bring_in(roster) for _ in range(repeats)]
    importing, comparing, undoing_, silence = (min(times) for times in zip(*taken, strict=True))
    members = sum(len(household.members) for household in roster.households)
    print(f"{len(roster.households)} households, {members} members")
    print(f"read    {reading:6.2f} s  {reading / floor:5.1f} times iter_rows ({floor:.2f} s)")
    print(f"        {memory:6.0f} MB in the child that reads")
    print(f"import  {importing:6.2f} s  {importing / raw:5.1f} times a raw insert ({raw:.2f} s)")
    print(f"compare {comparing:6.2f} s  with what is kept")
    print(f"undo    {undoing_:6.2f} s  as a whole")
    print(f"silence {silence:6.2f} s  at most between two reports of import and undo")


def in_turn(repeats: int, *works: Callable[[], object]) -> list[float]:
    """Seconds of the least disturbed run of each, done in turn so that all meet the same load."""
    taken = [[seconds(work) for work in works] for _ in range(repeats)]
    return [min(times) for times in zip(*taken, strict=True)]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def best(repeats: int, work: Callable[[], object]) -> float:
    """Seconds of the least disturbed run."""
    return min(seconds(work) for _ in range(repeats))


def write(file: Path) -> None:
    """A clean roster: one row a member."""
    random, today = Random(1), datetime.now(UTC).date()
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADINGS)
    row = 0
    for number in range(HOUSEHOLDS):
        group = f"{number // 100 + 1}组"
        for who in people.household(random, "450326", today):
            row += 1
            phone = f"138{random.randrange(10**8):08}" if who.phone else ""
            values = (who.name, who.relation, who.sex, who.citizen_number, phone)
            sheet.write_row(row, 0, (group, str(number), *values, f"坪岭{number}号"))
    book.close()


def rows(file: Path) -> int:
    """The floor of reading."""
    with file.open("rb") as stream:
        return sum(
            1 for _ in CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).iter_rows()
        )


def insert(roster: Roster) -> None:
    """The floor of importing: the members as plain rows, durable, encrypted."""
    values = [
        {"id": uuid7().bytes, "name": m.name, "number": m.citizen_number, "phone": m.phone}
        for household in roster.households
        for m in household.members
    ]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "raw.db", KEY)
        with store.session() as session:
            connection = session.connection()
            connection.execute(text("CREATE TABLE raw (id BLOB PRIMARY KEY, a, b, c)"))
            connection.execute(text("INSERT INTO raw VALUES (:id, :name, :number, :phone)"), values)
        store.close()


class Pulse:
    """Hears the reports of long work; ``silence`` is the longest time between two, in seconds."""

    def __init__(self) -> None:
        self.silence = 0.0
        self._last: float | None = None

    def __call__(self, done: int, total: int) -> None:
        now = time.perf_counter()
        if self._last is not None and done:
            self.silence = max(self.silence, now - self._last)
        self._last = now


def bring_in(roster: Roster) -> tuple[float, float, float, float]:
    """The import as the wizard does it, with journal, audit and micro-grids; then the comparison
    with the same roster again, and the undo: seconds of each, and the longest silence.
    """
    pulse = Pulse()
    person = Person("韦国平", division_id(PATH[1].code), PATH[1].name, Role.VILLAGE.value)
    village = person.unit_id
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "gridapp.db", KEY)
        desk = Desk(store, person, lambda: datetime.now(UTC), uuid7)
        grids.set_up(desk, COUNTY, PATH, PATH[1].code)
        importing = seconds(
            lambda: rosters.import_roster(desk, roster, village, Forming.BY_GROUP, pulse)
        )
        comparing = seconds(lambda: rosters.outlook(desk, roster, village))
        last = roster_memory.last_import(desk)
        assert last is not None
        undone = seconds(lambda: undoing.undo(desk, last.operation_id, pulse))
        store.close()
    return importing, comparing, undone, pulse.silence


if __name__ == "__main__":
    main()
