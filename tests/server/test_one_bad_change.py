"""One bad change holds back nothing: it is set aside, whole, and leaves no trace elsewhere."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op
from gridapp.server.county.county import County
from gridapp.server.database.tables import quarantine, unit_node
from gridapp.server.exchange import batch
from gridapp.server.exchange.bench import Bench
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, MICRO_2, OTHER_VILLAGE, TOWNSHIP
from tests.server.laptops import Laptop, fresh_id, household, member


@pytest.fixture
def township(grid: Laptop, enrolled: Enrol) -> Laptop:
    return enrolled(TOWNSHIP, Role.TOWNSHIP)


def test_a_change_over_which_the_county_stumbles_is_kept_whole_and_the_rest_goes_on(
    township: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, later = (
        township.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
        for _ in range(3)
    )
    merge = batch.merge

    def stumble(stored: Any, change: Change, *rest: Any) -> Any:
        if change.change_id == bad.change_id:
            raise ZeroDivisionError
        return merge(stored, change, *rest)

    monkeypatch.setattr(batch, "merge", stumble)
    reply = township.push(good, bad, later)
    assert [result.code for result in reply.results] == [None, "422.3 quarantined", None]
    with county.reading() as connection:
        (row,) = connection.execute(select(quarantine)).all()
    assert msgspec.msgpack.decode(row.change, type=Change) == bad
    assert (row.device_id, row.fault) == (township.id, "ZeroDivisionError")
    assert ("household", bad.record_id) not in township.pull()


def test_what_a_change_did_before_it_failed_is_undone(
    township: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = township.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    person = township.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id))
    township.push(home, person)
    bring_along = Bench._bring_along

    def half_way(bench: Bench, leader: UUID, unit: UUID) -> None:
        bring_along(bench, leader, unit)
        raise ZeroDivisionError

    monkeypatch.setattr(Bench, "_bring_along", half_way)
    move = township.change(
        Op.UPDATE, "household", home.record_id, MICRO_1, base=1, unit_id=str(MICRO_2)
    )
    note = township.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=1, note="在家")
    reply = township.push(move, note)
    assert [result.code for result in reply.results] == ["422.3 quarantined", None]
    township.cursors = {}
    rows = township.pull()
    assert rows[("household", home.record_id)].unit == MICRO_1
    assert rows[("household", home.record_id)].fields["note"] == "在家"
    assert rows[("member", person.record_id)].unit == MICRO_1


def test_a_unit_that_was_half_moved_stays_where_it_was(
    township: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant = Bench.plant

    def half_way(bench: Bench, unit: UUID, node: Any) -> None:
        plant(bench, unit, node)
        raise ZeroDivisionError

    monkeypatch.setattr(Bench, "plant", half_way)
    move = township.change(
        Op.UPDATE, "unit", MICRO_1, MICRO_1, base=1, parent_id=str(OTHER_VILLAGE)
    )
    home = township.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    with county.reading() as connection:
        before = connection.execute(select(unit_node)).all()
    reply = township.push(move, home)
    assert [result.code for result in reply.results] == ["422.3 quarantined", None]
    with county.reading() as connection:
        assert set(connection.execute(select(unit_node)).all()) == set(before)
    assert any(feed != str(OTHER_VILLAGE) for feed in township.pull_once().feeds)


def test_what_a_laptop_could_not_send_is_passed_over_by_a_placeholder(
    township: Laptop, county: County
) -> None:
    elsewhere = township.change(Op.SET_ASIDE, "household", fresh_id(), fresh_id())
    home = township.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    reply = township.push(elsewhere, home)
    assert [result.code for result in reply.results] == ["422.3 quarantined", None]
    assert reply.last_dseq == 2
