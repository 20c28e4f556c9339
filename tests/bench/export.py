"""Measures an export of 100,000 rows x 11 columns against the csv writer, in one run.

    python tests/bench/export.py [--rows 100000] [--repeats 5]

``writer``: the rows in memory, written as .xlsx and as .csv. ``whole``: the same ledger from the
encrypted store, covered, through the use case with its audit. Printed as JSON: seconds, the least
disturbed of the repeats, interleaved; the ratios to csv.writer over the same rows; the peak of
memory above the program at rest, in MB. Goal: the workbook within 5 times csv and 200 MB.
"""

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import Any

import psutil
from sqlalchemy import insert
from uuid_utils.compat import uuid7

from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.host.people import database_file
from gridapp.reports.documents.making import Stamp
from gridapp.reports.ledgers import delimited, workbook
from gridapp.reports.ledgers.cells import Row
from gridapp.reports.ledgers.definitions import SHIPPED, Definition
from gridapp.reports.ledgers.model import Ledger
from gridapp.store.opening import open_store
from gridapp.store.reports.ledgers import PORTION
from gridapp.store.tables import Household, Member, Unit
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import ledgers
from gridapp.usecases.reports.ledgers import Wanted

UNIT = division_id("450326100200")
KEYS = "group number head name relation sex citizen_number born_on phone address residence"
NAMES = "韦国平李春兰黄永福莫文海王建军覃秀英蒋志强欧阳明唐小燕廖永祥"
STAMP = Stamp("韦国平", "坪岭村", "001", datetime(2026, 11, 22, 10, tzinfo=UTC), "量一量")


def keep_on(done: int, total: int) -> None:
    """Nobody watches."""


def roster() -> Definition:
    """The roster of households with 11 columns."""
    households = next(one for one in SHIPPED if one.code == "households")
    known = households.kind.columns
    return replace(households, columns=tuple((key, known[key].heading) for key in KEYS.split()))


def county(folder: Path, members: int) -> Desk:
    """A village so large, three to a household; people and numbers are invented."""
    person = Person("韦国平", UNIT, "坪岭村", Role.VILLAGE.value)
    path = database_file(folder, uuid7())
    path.parent.mkdir(parents=True)
    desk = Desk(open_store(path, bytes(32)), person, lambda: STAMP.at, uuid7)
    with desk.store.session() as session:
        connection = session.connection()
        empty = {"revision": 0, "extra": {}}
        unit = Unit(id=UNIT, unit_id=UNIT, level="village", name="坪岭村")
        connection.execute(insert(Unit), [unit.model_dump()])
        for first in range(0, members // 3 + 1, 5000):
            homes = [home(number, empty) for number in range(first, first + 5000)]
            connection.execute(insert(Household), homes)
            people = [
                one for place, of in enumerate(homes) for one in family(first + place, of, empty)
            ]
            connection.execute(insert(Member), people)
    return desk


def home(number: int, empty: dict[str, Any]) -> dict[str, Any]:
    made = Household(
        id=uuid7(), unit_id=UNIT, number=f"{number:05d}", group_name=f"{number % 20}组"
    )
    return made.model_dump() | empty | {"address": f"坪岭{number % 20}组{number}号"}


def family(number: int, of: dict[str, Any], empty: dict[str, Any]) -> list[dict[str, Any]]:
    """Head, wife and son."""
    return [
        Member(
            id=uuid7(),
            unit_id=UNIT,
            household_id=of["id"],
            name=NAMES[(number + place) % 10 * 3 :][:3],
            relation=("02", "12", "22")[place],
            sex=("1", "2", "1")[place],
            citizen_number=f"4503261970{number % 12 + 1:02d}01{number * 3 + place:04d}"[:18],
            born_on=date(1970 + place * 9, number % 12 + 1, 1),
            phone=f"138{number * 3 + place:08d}",
            place=place,
        ).model_dump()
        | empty
        for place in range(3)
    ]


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(Path(folder), given.rows, given.repeats), indent=2))


def measured(folder: Path, rows: int, repeats: int) -> dict[str, Any]:
    """The least of the repeats of each work, and how it compares with csv."""
    desk = county(folder, rows)
    asked = Wanted(roster(), UNIT)
    plain: list[Row] = []
    works: dict[str, Callable[[], object]] = {
        "csv": lambda: write_csv(plain, folder / "plain.csv"),
        "writer_xlsx": lambda: workbook.write(ledger(plain), folder / "a.xlsx", keep_on),
        "writer_csv": lambda: delimited.write(ledger(plain), folder / "a.csv", keep_on),
        "whole_csv": lambda: ledgers.export(desk, asked, folder / "b.csv", None, keep_on),
        "whole_xlsx": lambda: ledgers.export(desk, asked, folder / "b.xlsx", None, keep_on),
    }
    before = psutil.Process().memory_info().rss
    peak = Peak(before)
    ledgers.export(desk, asked, folder / "b.xlsx", None, peak.look)
    plain = read_plain(desk, asked, folder)
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(repeats):
        for name, work in works.items():
            found[name].append(spent(work))
    desk.store.close()
    best = {name: min(some) for name, some in found.items()}
    return {
        "rows": len(plain),
        "seconds": {name: round(one, 3) for name, one in best.items()},
        "against_csv": {name: round(one / best["csv"], 2) for name, one in best.items()},
        "whole_xlsx_against_whole_csv": round(best["whole_xlsx"] / best["whole_csv"], 2),
        "peak_mb": {"above_rest": megabytes(peak.most - before), "process": megabytes(peak.most)},
        "python": sys.version.split()[0],
    }


def read_plain(desk: Desk, asked: Wanted, folder: Path) -> list[Row]:
    """The rows in full, below two lines of marks and the headings."""
    ledgers.export(desk, asked, folder / "rows.csv", "量一量", keep_on)
    with (folder / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][3:]


def megabytes(count: int) -> float:
    """Bytes as people read them."""
    return round(count / 1e6, 1)


class Peak:
    """The most memory that the process had whenever it was asked."""

    def __init__(self, start: int) -> None:
        self.most = start

    def look(self, done: int, total: int) -> None:
        """A portion is done."""
        self.most = max(self.most, psutil.Process().memory_info().rss)


def ledger(rows: list[Row]) -> Ledger:
    """The rows in memory as a ledger about to be written."""
    definition = roster()
    portions = (
        list(zip(*rows[start : start + PORTION], strict=True))
        for start in range(0, len(rows), PORTION)
    )
    return Ledger(
        title="坪岭村住户花名册",
        unit="坪岭村",
        period="截至2026年11月22日",
        made_on=date(2026, 11, 22),
        columns=definition.chosen,
        headings=definition.headings,
        portions=portions,
        count=len(rows),
        stamp=STAMP,
    )


def write_csv(rows: list[Row], path: Path) -> None:
    """What everything is measured against."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor, so that others on the machine do not count."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
