"""The kept totals of each feed are those of its records, whatever has happened to them."""

from uuid import UUID

from sqlalchemy import Connection, select, text, update

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.domain.sync.chain import digest
from gridapp.domain.sync.scope import OPEN_KINDS
from gridapp.server import migrations
from gridapp.server.county.county import County
from gridapp.server.database.tables import feed_total, record
from gridapp.server.exchange import totals
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, OTHER_MICRO, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id, household, member
from tests.server.old_county import make_old

Part = tuple[UUID, UUID, bool, str]


def kept(connection: Connection) -> dict[Part, tuple[int, str]]:
    rows = connection.execute(select(feed_total))
    return {(r.feed, r.unit_id, r.open, r.readers): (r.count, r.digest) for r in rows if r.count}


def read(connection: Connection) -> dict[Part, tuple[int, str]]:
    parts: dict[Part, list[tuple[UUID, int]]] = {}
    for row in connection.execute(select(record).where(record.c.deleted.is_(False))):
        part = (row.feed, row.unit_id, row.kind in OPEN_KINDS, row.readers)
        parts.setdefault(part, []).append((row.id, row.revision))
    return {part: (len(pairs), digest(pairs)) for part, pairs in parts.items()}


def agree(county: County) -> bool:
    with county.reading() as connection:
        assert totals.wrong(connection) == set()
        return kept(connection) == read(connection)


def test_the_doctor_sees_wrong_totals(grid: Laptop, county: County) -> None:
    with county.writing() as connection:
        connection.execute(
            update(feed_total).where(feed_total.c.feed == VILLAGE).values(digest="0" * 16)
        )
        assert totals.wrong(connection) == {VILLAGE}


def test_totals_follow_every_change(grid: Laptop, enrolled: Enrol, county: County) -> None:
    assert agree(county)
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    home, person, other = fresh_id(), fresh_id(), fresh_id()
    laptop.push(
        laptop.change(Op.CREATE, "household", home, MICRO_1, **household()),
        laptop.change(Op.CREATE, "member", person, MICRO_1, **member(home)),
        laptop.change(Op.CREATE, "household", other, MICRO_1, **household()),
    )
    assert agree(county)
    laptop.push(
        laptop.change(Op.UPDATE, "household", home, MICRO_1, base=1, address="新街2号"),
        laptop.change(Op.DELETE, "household", other, MICRO_1, base=1),
    )
    assert agree(county)
    grid.push(
        grid.change(Op.UPDATE, "household", home, MICRO_1, base=2, unit_id=str(OTHER_MICRO)),
    )
    assert agree(county), "moved with its member"
    grid.push(
        grid.change(Op.UPDATE, "unit", OTHER_MICRO, OTHER_MICRO, base=1, parent_id=str(VILLAGE))
    )
    assert agree(county), "moved with its unit"
    grid.push(grid.change(Op.ERASE, "member", person, OTHER_MICRO, base=3))
    assert agree(county)
    with county.reading() as connection:
        found = kept(connection)
    assert (OTHER_VILLAGE, OTHER_MICRO, False, "") not in found
    assert found[(VILLAGE, OTHER_MICRO, False, "")][0] == 1


def test_a_county_from_before_there_were_totals_and_sealed_cases_gets_them(
    grid: Laptop, county: County
) -> None:
    case, party = fresh_id(), fresh_id()
    step = {"last_step": "sealed", "last_step_on": "2026-11-16"}
    sealed = {"sealed": True, "handlers": [f"何某@{VILLAGE}"], **step}
    of_case = {"dispute_id": str(case), "side": "first", "name": "莫某"}
    grid.push(
        grid.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        grid.change(Op.CREATE, "party", party, MICRO_1, **of_case),
        grid.change(Op.UPDATE, "dispute", case, MICRO_1, base=1, **sealed),
    )
    of_cases = select(record.c.id, record.c.case_id, record.c.readers).order_by(record.c.id)
    with county.writing() as connection:
        before = connection.execute(of_cases).all()
        assert sum(bool(readers) for _, _, readers in before) == 2
        make_old(connection)
        for later in ("feed_total", "blob", "blob_piece"):
            connection.execute(text(f"DROP TABLE {later}"))
        connection.execute(text("DROP INDEX ix_record_case_id"))
        walled = " CASCADE" if connection.dialect.name == "postgresql" else ""
        for table, column in (("record", "case_id"), ("record", "readers"), ("stub", "readers")):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}{walled}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
        migrations.upgrade(connection)
        assert connection.execute(of_cases).all() == before
    assert agree(county)
