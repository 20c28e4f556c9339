"""A legal erasure beats every other change and leaves no value at the county."""

from uuid import UUID

import pytest
from sqlalchemy import select

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op
from gridapp.server.county.county import County
from gridapp.server.database.tables import metadata, quarantine
from gridapp.server.exchange import batch, erasing
from tests.server.conftest import Clock, Enrol
from tests.server.grids import COUNTY, MICRO_1, VILLAGE
from tests.server.laptops import Laptop, answer, fresh_id, household, member
from tests.server.unpacking import unpacked

CANARIES = ("韦大山", "13800000001", "13800000002", "13800000003", "搬走前")


@pytest.fixture
def official(grid: Laptop, enrolled: Enrol) -> Laptop:
    return enrolled(COUNTY, Role.COUNTY)


@pytest.fixture
def person(village: Laptop, official: Laptop) -> Change:
    """A member with history and a conflict."""
    home = village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    made = village.change(
        Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id, name="韦大山")
    )
    village.push(home, made, update(village, made, phone="13800000001", note="搬走前"))
    contested = update(official, made, phone="13800000002")
    assert official.push(contested).results[0].outcome == "conflict"
    return made


def update(laptop: Laptop, person: Change, **fields: str) -> Change:
    return laptop.change(Op.UPDATE, "member", person.record_id, MICRO_1, base=1, **fields)


def erase(laptop: Laptop, person: Change) -> Change:
    return laptop.change(Op.ERASE, "member", person.record_id, MICRO_1, base=2)


def kept_values(county: County) -> set[str]:
    """Which of the canaries are anywhere in the county's database."""
    with county.reading() as connection:
        found = [row for t in metadata.sorted_tables for row in connection.execute(select(t))]
    rows = [repr([unpacked(value) for value in row]) for row in found]
    escaped = {canary: canary.encode("unicode_escape").decode() for canary in CANARIES}
    raw = {canary: repr(canary.encode())[2:-1] for canary in CANARIES}
    return {c for c in CANARIES if any(c in r or escaped[c] in r or raw[c] in r for r in rows)}


def test_an_erased_person_leaves_no_value_and_no_conflict(
    village: Laptop, official: Laptop, county: County, person: Change
) -> None:
    held = village.pull()
    assert {"member", "conflict"} <= {kind for kind, _ in held}
    assert kept_values(county) == {"韦大山", "13800000001", "13800000002", "搬走前"}
    again = update(official, person, note="搬走前")
    reply = official.push(again, erase(official, person))
    assert reply.results[1].outcome == "applied"
    assert kept_values(county) == set()
    assert {"member", "conflict"}.isdisjoint(kind for kind, _ in village.pull())
    assert ("household", UUID(person.fields["household_id"])) in village.rows


def test_what_comes_late_for_an_erased_person_is_refused_and_not_kept(
    village: Laptop, official: Laptop, county: County, person: Change
) -> None:
    official.push(erase(official, person))
    late = update(village, person, phone="13800000003")
    once_more = village.change(Op.CREATE, "member", person.record_id, MICRO_1, **person.fields)
    reply = village.push(late, once_more)
    assert [result.code for result in reply.results] == ["410.1 erased"] * 2
    assert kept_values(county) == set()


def test_a_conflict_of_a_batch_is_answered_again_without_its_values(
    village: Laptop, official: Laptop, enrolled: Enrol, person: Change
) -> None:
    third = enrolled(VILLAGE, Role.VILLAGE)
    request = third.request(update(third, person, phone="13800000003"))
    assert answer(request, third.send).results[0].conflicts != []
    official.push(erase(official, person))
    again = answer(request, third.send).results[0]
    assert (again.outcome, again.conflicts) == ("conflict", [])


def test_only_the_county_may_erase(village: Laptop, person: Change) -> None:
    reply = village.push(erase(village, person))
    assert reply.results[0].code == "403.3 out_of_scope"
    assert ("member", person.record_id) in village.pull()


def test_an_operator_erases_a_record_once(
    village: Laptop, county: County, clock: Clock, person: Change
) -> None:
    village.pull()
    for expected in (True, False):
        with county.writing() as connection:
            assert erasing.erase(connection, "member", person.record_id, clock.now) is expected
    assert kept_values(county) == set()
    assert {"member", "conflict"}.isdisjoint(kind for kind, _ in village.pull())


def test_what_was_set_aside_of_an_erased_person_goes_too(
    village: Laptop,
    official: Laptop,
    county: County,
    person: Change,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(batch, "merge", None)
        village.push(update(village, person, phone="13800000003"))
    with county.reading() as connection:
        assert len(connection.execute(select(quarantine)).all()) == 1
    official.push(erase(official, person))
    assert kept_values(county) == set()
