"""What an operator sees of the county, and changes in it, while laptops go on."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, insert, select, text
from starlette.testclient import TestClient
from typer.testing import CliRunner, Result

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server import contacts, jobs
from gridapp.server.__main__ import cli
from gridapp.server.app import create_app
from gridapp.server.commands import doctor, options
from gridapp.server.county import County
from gridapp.server.opening import open_county
from gridapp.server.tables import metadata, record, stub
from tests.server.conftest import Clock, Enrol
from tests.server.grids import COUNTY, MICRO_1, OTHER_MICRO, OTHER_VILLAGE, TOWNSHIP, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household, member

Run = Callable[..., Result]


@pytest.fixture
def run(
    tmp_path: Path, database_url: str | None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """``run("devices", …)``: a command of the county under test, by the clock of the test."""
    for module in (options, doctor):
        monkeypatch.setattr(module, "now", clock)

    def invoke(*words: object) -> Result:
        url = ["--database-url", database_url] if database_url else []
        where = ["--data-dir", str(tmp_path / "county"), *url]
        return CliRunner().invoke(cli, [str(word) for word in words] + where)

    return invoke


def listed(run: Run, county: County) -> dict[int, dict[str, Any]]:
    """What ``devices`` says, by number."""
    jobs.turn(county)
    answer = run("devices", "--json")
    assert answer.exit_code == 0, answer.stderr
    return {line["number"]: line for line in json.loads(answer.stdout)}


def test_devices_are_listed_with_what_is_on_them(
    run: Run, county: County, grid: Laptop, enrolled: Enrol, clock: Clock
) -> None:
    home = fresh_id()
    village = enrolled(VILLAGE, Role.VILLAGE)
    enrolled(OTHER_VILLAGE, Role.VILLAGE)
    village.push(
        village.change(Op.CREATE, "household", home, MICRO_1, **household()),
        village.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home)),
    )
    clock.move(minutes=2)
    village.pull()
    lines = listed(run, county)
    mine = lines[2]
    assert mine["grants"] == [{"unit": "甲村", "code": "450326100201", "role": "village"}]
    assert mine["holds"] == {"household": 1, "member": 1, "unit": 5}
    assert (mine["person"], mine["status"], mine["last_dseq"]) == ("何某", "active", 2)
    assert mine["last_contact"] == str(clock.now)
    assert lines[3]["holds"] == {"unit": 4}
    assert lines[1]["holds"] == {"household": 1, "member": 1, "unit": 7}
    assert lines[3]["last_contact"] is None
    text = run("devices").stdout
    assert len(text.splitlines()) == 3
    assert "2  何某  甲村(450326100201)  village  在用" in text


def test_conflicts_that_wait_are_counted_for_whoever_may_settle_them(
    run: Run, county: County, grid: Laptop, enrolled: Enrol
) -> None:
    home, person = fresh_id(), fresh_id()
    village = enrolled(VILLAGE, Role.VILLAGE)
    enrolled(OTHER_VILLAGE, Role.VILLAGE)
    grid.push(
        grid.change(Op.CREATE, "household", home, MICRO_1, **household()),
        grid.change(Op.CREATE, "member", person, MICRO_1, **member(home, phone="1")),
        grid.change(Op.UPDATE, "member", person, MICRO_1, base=1, phone="2"),
    )
    village.push(village.change(Op.UPDATE, "member", person, MICRO_1, base=1, phone="3"))
    waiting = {number: line["open_conflicts"] for number, line in listed(run, county).items()}
    assert waiting == {1: 1, 2: 1, 3: 0}


def test_a_revoked_device_hands_in_its_work_and_reads_nothing(
    run: Run, county: County, grid: Laptop, enrolled: Enrol
) -> None:
    village = enrolled(VILLAGE, Role.VILLAGE)
    village.pull()
    assert run("revoke", 2).exit_code == 0
    village.push(village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household()))
    with pytest.raises(AssertionError, match="revoked"):
        village.pull()
    line = listed(run, county)[2]
    assert (line["status"], line["last_dseq"]) == ("revoked", 1)
    assert line["holds"] == {"household": 1, "unit": 5}, "what was on the lost laptop"


def test_grants_given_and_ended_take_effect_at_the_next_pull(
    run: Run, county: County, grid: Laptop, enrolled: Enrol
) -> None:
    village = enrolled(VILLAGE, Role.VILLAGE)
    homes = [fresh_id(), fresh_id()]
    for home, unit in zip(homes, (MICRO_1, OTHER_MICRO), strict=True):
        grid.push(grid.change(Op.CREATE, "household", home, unit, **household()))
    assert {id_ for kind, id_ in village.pull() if kind == "household"} == {homes[0]}
    given = run("grant", village.id, "--unit", "450326100202", "--role", "village")
    assert given.exit_code == 0, given.stderr
    assert {id_ for kind, id_ in village.pull() if kind == "household"} == set(homes)
    assert run("end-grant", 2, "--unit", "450326100201").exit_code == 0
    assert str(VILLAGE) in village.pull_once().revoked
    again = run("end-grant", 2, "--unit", "450326100201")
    assert (again.exit_code, "没有这个单位的授权" in again.stderr) == (2, True)
    late = village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    assert village.push(late).results[0].outcome == "applied"


@pytest.mark.parametrize(
    "words",
    [
        ["revoke", "77"],
        ["revoke", "何某"],
        ["revoke", str(COUNTY)],
        ["grant", "1", "--unit", "450326100201999", "--role", "village"],
    ],
)
def test_what_the_county_does_not_know_is_said_in_one_sentence(
    run: Run, grid: Laptop, words: list[str]
) -> None:
    answer = run(*words)
    assert (answer.exit_code, answer.stdout, len(answer.stderr.splitlines())) == (2, "", 1)


def test_a_pull_writes_nothing_and_contacts_are_written_together(
    county: County, grid: Laptop, enrolled: Enrol, clock: Clock, client: TestClient
) -> None:
    readers = [enrolled(TOWNSHIP, Role.TOWNSHIP) for _ in range(3)]
    jobs.turn(county)
    written: list[str] = []

    def keep(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.split(maxsplit=1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            written.append(statement)

    event.listen(county._engine, "before_cursor_execute", keep)
    for reader in readers:
        reader.pull()
        reader.pull()
    assert written == []
    jobs.turn(county)
    assert [statement.split()[:3] for statement in written] == [
        ["INSERT", "INTO", "device_contact"]
    ]
    with county.reading() as connection:
        heard = contacts.read(connection)
    assert {heard[reader.id].at for reader in readers} == {clock.now}
    assert heard[readers[0].id].held == {
        feed: cursor.pos for feed, cursor in readers[0].cursors.items()
    }


def test_asking_for_news_is_a_contact_too(
    county: County, grid: Laptop, clock: Clock, client: TestClient
) -> None:
    grid.pull()
    grid.pull()
    clock.move(minutes=5)
    client.get("/v1/sync/news", headers={"authorization": f"Bearer {grid.token}"})
    jobs.turn(county)
    with county.reading() as connection:
        contact = contacts.read(connection)[grid.id]
    assert (contact.at, bool(contact.held)) == (clock.now, True)


def test_an_earlier_contact_does_not_hide_a_later_one(
    county: County, grid: Laptop, clock: Clock
) -> None:
    early, late = clock.now, clock.now.replace(hour=9)
    with county.writing() as connection:
        contacts.write(connection, {grid.id: contacts.Contact(late, {"a": 2})})
        contacts.write(connection, {grid.id: contacts.Contact(early, {"a": 1})})
        assert contacts.read(connection)[grid.id] == contacts.Contact(late, {"a": 2})
        contacts.write(connection, {grid.id: contacts.Contact(late.replace(hour=10))})
        assert contacts.read(connection)[grid.id].held == {"a": 2}


HEALTHY = {False: 11, True: 12}
"""Lines of a county in which all is well: on SQLite, on PostgreSQL."""


def looked_at(run: Run) -> tuple[int, list[str]]:
    answer = run("doctor")
    return answer.exit_code, [line for line in answer.stdout.splitlines() if line[0] == "✗"]


@pytest.fixture
def well(
    run: Run, county: County, grid: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """A county in which all is well, with room on its disk."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 0, 10**12))
    assert run("backup", "--to", tmp_path / "backup").exit_code == 0
    jobs.turn(county)
    return run


def test_the_doctor_finds_a_working_county_well(well: Run, database_url: str | None) -> None:
    answer = well("doctor")
    assert answer.exit_code == 0, answer.stdout
    assert [line[0] for line in answer.stdout.splitlines()] == ["✓"] * HEALTHY[bool(database_url)]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE feed_counter SET seq = seq + 1 WHERE seq > 0", "数据流"),
        ("UPDATE feed_counter SET chain = 'x' WHERE seq > 0", "数据流"),
        ("DELETE FROM feed_head", "数据流"),
        ("UPDATE record SET seq = seq + 1000", "数据流"),
        ("UPDATE feed_total SET digest = '0000000000000000'", "数据流"),
        ("UPDATE journal SET record_id = change_id", "修改记录"),
        ("UPDATE device SET last_dseq = 0", "设备进度"),
        ("UPDATE audit SET act = 'x' WHERE act = 'push'", "审计链"),
        ("DELETE FROM setting WHERE name = 'last_backup'", "最近备份"),
        ("UPDATE setting SET value = '2026-01-01T00:00:00+00:00' WHERE name = 'last_backup'", "最"),
        ("UPDATE feed_head SET at = '2999-01-01T00:00:00.000000+00:00'", "时钟"),
        ("UPDATE alembic_version SET version_num = '0001'", "表结构"),
    ],
)
def test_the_doctor_names_what_is_not_well_and_what_to_do(
    well: Run, county: County, statement: str, named: str
) -> None:
    with county.writing() as connection:
        connection.execute(text(statement))
    code, lines = looked_at(well)
    assert (code, len(lines)) == (1, 1), lines
    assert named in lines[0]
    assert "请" in lines[0]


def test_two_things_at_one_position_of_a_feed_are_found(well: Run, county: County) -> None:
    with county.writing() as connection:
        row = connection.execute(select(record)).first()
        assert row is not None
        twin = {"from_unit": row.unit_id, "at": county.now(), "revision": 1, "id": row.id}
        connection.execute(insert(stub).values(feed=row.feed, seq=row.seq, kind=row.kind, **twin))
    assert [line.split()[1] for line in looked_at(well)[1]] == ["数据流"]


def test_the_doctor_says_that_a_database_is_damaged_missing_or_out_of_reach(
    well: Run, county: County, tmp_path: Path, database_url: str | None
) -> None:
    if database_url is not None:
        nowhere = ["--database-url", "postgresql+psycopg://127.0.0.1:1/x"]
        answer = CliRunner().invoke(cli, ["doctor", "--data-dir", str(tmp_path), *nowhere])
        assert (answer.exit_code, "打不开" in answer.stdout) == (1, True)
        return
    county.close()
    file = tmp_path / "county" / "county.db"
    whole = bytearray(file.read_bytes())
    whole[-100] ^= 1
    file.write_bytes(whole)
    assert any("数据完整性" in line for line in looked_at(well)[1])
    whole[100] ^= 1
    file.write_bytes(whole)
    assert any("打不开" in line for line in looked_at(well)[1])
    file.unlink()
    assert [line.split()[1] for line in looked_at(well)[1]] == ["数据库"]
    assert not file.exists(), "looking makes nothing"


def test_a_full_disk_is_told_beforehand(well: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 0, 10**9))
    assert [line.split()[1] for line in looked_at(well)[1]] == ["磁盘空间"]


def erased(run: Run, kind: str, record_id: UUID) -> Result:
    return run("erase", kind, record_id, "--reason", "申请 2026-031")


def test_an_erasure_leaves_no_value_and_is_proved_by_the_devices_that_read_past_it(
    run: Run, county: County, grid: Laptop, enrolled: Enrol
) -> None:
    home, person = fresh_id(), fresh_id()
    village, other = enrolled(VILLAGE, Role.VILLAGE), enrolled(OTHER_VILLAGE, Role.VILLAGE)
    lost = enrolled(MICRO_1, Role.LEADER)
    village.push(
        village.change(Op.CREATE, "household", home, MICRO_1, **household()),
        village.change(Op.CREATE, "member", person, MICRO_1, **member(home, name="清除某")),
    )
    for laptop in (grid, village, other, lost):
        laptop.pull()
    assert run("revoke", lost.id).exit_code == 0
    assert erased(run, "member", person).exit_code == 0
    jobs.turn(county)
    assert "已确认 无  待确认 1、2  已停用未确认 4" in run("erasure").stdout
    village.pull()
    assert ("member", person) not in village.rows
    assert "已确认 无  待确认 1、2  已停用未确认 4" in proofs(run, county), "it was only sent"
    village.pull()
    assert "已确认 2  待确认 1  已停用未确认 4" in proofs(run, county)
    with county.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                assert "清除某" not in str(tuple(row)), table.name


def proofs(run: Run, county: County) -> str:
    jobs.turn(county)
    return run("erasure").stdout


def test_a_device_that_no_longer_sees_the_place_confirms_by_having_dropped_it(
    run: Run, county: County, grid: Laptop, enrolled: Enrol, clock: Clock
) -> None:
    village, home = enrolled(VILLAGE, Role.VILLAGE), fresh_id()
    village.push(village.change(Op.CREATE, "household", home, MICRO_1, **household()))
    village.pull()
    run("end-grant", 2, "--unit", "450326100201")
    erased(run, "household", home)
    assert "待确认 1、2" in proofs(run, county)
    clock.move(minutes=1)
    for feed in village.pull_once().revoked:
        del village.cursors[feed]
    village.pull()
    assert "已确认 2  待确认 1" in proofs(run, county)


def test_what_was_erased_stays_so_when_a_laptop_or_a_backup_brings_it_again(
    run: Run,
    county: County,
    grid: Laptop,
    enrolled: Enrol,
    tmp_path: Path,
    database_url: str | None,
) -> None:
    village, home = enrolled(VILLAGE, Role.VILLAGE), fresh_id()
    assert run("backup", "--to", tmp_path / "old").exit_code == 0
    create = village.change(Op.CREATE, "household", home, MICRO_1, **household(address="清除街"))
    brought = village.request(create)
    village.send(brought)
    assert run("backup", "--to", tmp_path / "new").exit_code == 0
    assert erased(run, "household", home).exit_code == 0
    county.close()
    assert run("restore", tmp_path / "new", "--replace").exit_code == 0
    assert str(home) in run("erasure").stdout
    assert run("restore", tmp_path / "old", "--replace").exit_code == 0
    assert str(home) not in run("erasure").stdout, "it has never heard of the household"
    restored = open_county(county.now, tmp_path / "county", database_url=database_url)
    with TestClient(create_app(restored)) as client:
        village.client = client
        assert village.send(brought).status_code == 200
        assert str(home) in proofs(run, restored)
        assert ("household", home) not in village.pull()
    restored.close()


@pytest.mark.parametrize("kind", ["unit", "household"])
def test_units_and_what_is_not_here_cannot_be_erased(run: Run, grid: Laptop, kind: str) -> None:
    answer = erased(run, kind, VILLAGE)
    assert (answer.exit_code, "没有这条记录" in answer.stderr) == (2, True)
