"""Conflicts are records that the county makes, that move, and that persons settle."""

from uuid import UUID, uuid5

import pytest

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op, Row
from gridapp.server.county.county import County
from tests.server.conftest import Enrol, belonging_to
from tests.server.grids import MICRO_1, MICRO_2, VILLAGE
from tests.server.laptops import Laptop, answer, dispute, fresh_id, household, member


@pytest.fixture
def third(grid: Laptop, enrolled: Enrol, county: County) -> Laptop:
    """Somebody else's laptop."""
    return belonging_to(county, enrolled(VILLAGE, Role.VILLAGE), "陆某")


@pytest.fixture
def person(village: Laptop) -> Change:
    """A member whose phone everybody knows differently."""
    home = village.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    made = village.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id))
    village.push(home, made)
    return made


def phone(laptop: Laptop, person: Change, number: str) -> Change:
    return laptop.change(Op.UPDATE, "member", person.record_id, MICRO_1, base=1, phone=number)


def conflicts(laptop: Laptop) -> dict[UUID, Row]:
    return {id_: row for (kind, id_), row in laptop.pull().items() if kind == "conflict"}


def test_each_value_that_did_not_stand_is_kept_with_who_offered_it(
    village: Laptop, other: Laptop, third: Laptop, person: Change
) -> None:
    village.push(phone(village, person, "13800000001"))
    second, offer = phone(other, person, "13800000002"), phone(third, person, "13800000003")
    other.push(second)
    assert [result.outcome for result in third.push(offer).results] == ["conflict"]
    found = conflicts(village)
    assert found.keys() == {uuid5(change.change_id, "phone") for change in (second, offer)}
    fields = found[uuid5(offer.change_id, "phone")].fields
    assert (fields["standing"], fields["offered"]) == ("13800000001", "13800000003")
    assert (fields["standing_by"], fields["offered_by"]) == ("何某", "陆某")
    assert (fields["kind"], fields["record_id"]) == ("member", str(person.record_id))


def test_a_batch_that_comes_again_is_told_both_values_again(
    village: Laptop, other: Laptop, person: Change
) -> None:
    """Also a batch of nothing but conflicts that the county knew already from another."""
    village.push(phone(village, person, "13800000001"))
    offers = [phone(other, person, f"1380000000{number}") for number in (2, 3)]
    first = other.push(*offers)
    other.head = ""
    twins = other.request(*offers)
    assert answer(twins, other.send).results == first.results
    again = answer(twins, other.send)
    assert (again.status, again.results) == ("replayed", first.results)
    assert all(result.conflicts for result in again.results)


def test_a_laptop_cannot_make_or_remove_a_conflict_nor_rewrite_its_values(
    village: Laptop, other: Laptop, person: Change
) -> None:
    village.push(phone(village, person, "13800000001"))
    other.push(phone(other, person, "13800000002"))
    ((id_, row),) = conflicts(village).items()
    forged = village.change(Op.CREATE, "conflict", fresh_id(), MICRO_1, **row.fields)
    rewritten = village.change(Op.UPDATE, "conflict", id_, MICRO_1, base=1, offered="1")
    removed = village.change(Op.DELETE, "conflict", id_, MICRO_1, base=1)
    reply = village.push(forged, rewritten, removed)
    assert [result.code for result in reply.results] == ["403.3 out_of_scope"] * 3


def test_a_person_settles_a_conflict_with_the_value_that_is_right(
    village: Laptop, other: Laptop, person: Change
) -> None:
    village.push(phone(village, person, "13800000001"))
    other.push(phone(other, person, "13800000002"))
    ((id_, _),) = conflicts(village).items()
    decided = village.change(
        Op.UPDATE, "member", person.record_id, MICRO_1, base=2, phone="13800000002"
    )
    settled = village.change(
        Op.UPDATE,
        "conflict",
        id_,
        MICRO_1,
        base=1,
        settled_at="2026-11-16T09:00:00+00:00",
        settled_by="何某",
        choice="offered",
    )
    assert [r.outcome for r in village.push(decided, settled).results] == ["applied"] * 2
    rows = other.pull()
    assert rows[("member", person.record_id)].fields["phone"] == "13800000002"
    assert rows[("conflict", id_)].fields["choice"] == "offered"


def test_conflicts_go_where_their_household_goes(
    village: Laptop, other: Laptop, enrolled: Enrol, person: Change
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    home = UUID(person.fields["household_id"])
    village.push(phone(village, person, "13800000001"))
    other.push(phone(other, person, "13800000002"))
    assert len(conflicts(leader)) == 1
    village.push(
        village.change(Op.UPDATE, "household", home, MICRO_1, base=1, unit_id=str(MICRO_2))
    )
    late = other.change(Op.UPDATE, "household", home, MICRO_1, base=1, unit_id=str(VILLAGE))
    assert [result.outcome for result in other.push(late).results] == ["conflict"]
    assert {row.unit for row in conflicts(village).values()} == {MICRO_2}
    assert len(conflicts(village)) == 2
    assert conflicts(leader) == {}


def test_a_conflict_about_a_case_goes_where_the_case_goes(village: Laptop, other: Laptop) -> None:
    case = village.change(Op.CREATE, "dispute", fresh_id(), MICRO_1, **dispute())
    village.push(case)

    def edit(laptop: Laptop, base: int = 1, **fields: str) -> Change:
        return laptop.change(Op.UPDATE, "dispute", case.record_id, MICRO_1, base=base, **fields)

    village.push(edit(village, title="水沟"))
    other.push(edit(other, title="田埂"))
    village.push(edit(village, base=2, unit_id=str(MICRO_2)))
    assert [row.unit for row in conflicts(other).values()] == [MICRO_2]


def test_a_repeated_batch_is_answered_with_both_values_again(
    village: Laptop, other: Laptop, person: Change
) -> None:
    village.push(phone(village, person, "13800000001"))
    change = phone(other, person, "13800000002")
    request = other.request(change)
    first, again = answer(request, other.send), answer(request, other.send)
    assert again.status == "replayed"
    assert again.results[0].conflicts == first.results[0].conflicts
    assert first.results[0].conflicts[0].standing == "13800000001"
