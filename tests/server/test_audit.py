"""The audit trail: every line ends up in one chain, and no line can be changed unseen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, func, insert, select, update

from gridapp.server import audit
from gridapp.server.county.county import County
from gridapp.server.database.tables import audit as table
from tests.server.conftest import Clock
from tests.server.laptops import Laptop


def sealed(county: County) -> int | None:
    """Seal what is there; the first break of the chain."""
    with county.writing() as connection:
        audit.seal(connection)
        return audit.first_break(connection)


def test_enrolments_and_pushes_are_lines_of_one_chain(county: County, grid: Laptop) -> None:
    assert sealed(county) is None
    with county.reading() as connection:
        lines = connection.execute(select(table.c.place, table.c.act).order_by(table.c.place))
        assert lines.all() == [(1, "code_made"), (2, "enrolled"), (3, "push")]
        assert audit.end(connection)[0] == 3


def test_a_line_that_commits_late_is_sealed_after_those_that_were_faster(
    county: County, grid: Laptop, clock: Clock
) -> None:
    sealed(county)
    with county.writing() as connection:
        audit.note(connection, clock.now, None, "later", {})
    with county.writing() as connection:
        connection.execute(update(table).where(table.c.act == "later").values(seq=0))
    assert sealed(county) is None
    with county.reading() as connection:
        place = connection.execute(select(table.c.place).where(table.c.act == "later"))
        assert place.scalar_one() == 4


@pytest.mark.parametrize("tampering", ["altered", "removed", "put in", "swapped", "cut off"])
def test_what_was_done_to_the_trail_is_found(
    county: County, grid: Laptop, clock: Clock, tampering: str
) -> None:
    sealed(county)
    at = {"altered": 2, "removed": 2, "put in": 4, "swapped": 1, "cut off": 3}[tampering]
    with county.writing() as connection:
        second = table.c.place == 2
        match tampering:
            case "altered":
                connection.execute(update(table).where(second).values(detail="{}"))
            case "removed":
                connection.execute(delete(table).where(second))
            case "put in":
                row = {"at": clock.now, "act": "push", "detail": "{}", "place": 4, "hash": "0"}
                connection.execute(insert(table).values(row))
            case "swapped":
                for old, new in ((1, 9), (2, 1), (9, 2)):
                    moved = update(table).where(table.c.place == old)
                    connection.execute(moved.values(place=new))
            case _:
                connection.execute(delete(table).where(table.c.place == 3))
        assert audit.first_break(connection) == at


def test_many_processes_may_seal_at_once(county: County, grid: Laptop, clock: Clock) -> None:
    def work(number: int) -> None:
        for _ in range(5):
            with county.writing() as connection:
                audit.note(connection, clock.now, None, "read", {"by": number})
            with county.writing() as connection:
                audit.seal(connection)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert sealed(county) is None
    with county.reading() as connection:
        assert audit.unsealed(connection) == 0
        assert connection.execute(select(func.max(table.c.place))).scalar_one() == 3 + 20
