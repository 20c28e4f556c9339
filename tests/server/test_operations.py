"""What an operator sees of the county, and changes in it, while laptops go on."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.access import contacts
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.operations import jobs
from tests.server.conftest import Clock, Enrol, Run
from tests.server.grids import COUNTY, MICRO_1, OTHER_MICRO, OTHER_VILLAGE, TOWNSHIP, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household, member


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


def test_a_revoked_device_is_given_no_grant(run: Run, grid: Laptop, enrolled: Enrol) -> None:
    enrolled(VILLAGE, Role.VILLAGE)
    assert run("revoke", 2).exit_code == 0
    answer = run("grant", 2, "--unit", "450326100202", "--role", "village")
    assert (answer.exit_code, "已停用" in answer.stderr) == (2, True)


def test_a_device_stays_revoked_when_an_older_backup_is_restored(
    run: Run,
    county: County,
    grid: Laptop,
    enrolled: Enrol,
    tmp_path: Path,
    database_url: str | None,
) -> None:
    village, other = enrolled(VILLAGE, Role.VILLAGE), enrolled(VILLAGE, Role.VILLAGE)
    assert run("backup", "--to", tmp_path / "backup").exit_code == 0
    assert run("revoke", 2).exit_code == 0
    county.close()
    assert run("restore", tmp_path / "backup", "--replace").exit_code == 0
    restored = open_county(county.now, tmp_path / "county", database_url=database_url)
    with TestClient(create_app(restored)) as village.client:
        late = village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
        assert village.push(late).results[0].outcome == "applied"
        with pytest.raises(AssertionError, match="revoked"):
            village.pull()
        other.client = village.client
        assert other.pull()
    restored.close()


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
