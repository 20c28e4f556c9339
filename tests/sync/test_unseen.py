"""What another laptop did is not taken for seen before a person can see it here."""

from uuid import UUID

import pytest

from gridapp.sync import pace
from gridapp.sync.pace import Pace
from tests.server.grids import MICRO_1
from tests.sync.laptops import Laptop, breaking, household, member


@pytest.fixture
def merged(village: Laptop, second: Laptop, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A member that both changed; the village has the verdict, and not yet the other's values.

    They come with a later row of the pull, before which the line breaks.
    """
    home = household(MICRO_1)
    person = member(home, phone="")
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.sync()
    second.create("household", household(MICRO_1))
    second.change("member", person.id, phone="13800000001", place=7)
    assert second.sync().problem is None
    monkeypatch.setattr(pace, "of", lambda _: Pace(rows=1))
    village.change("member", person.id, note="在家")
    village.line.broken = breaking("before", "/pull")
    assert village.sync().problem == "sync.offline"
    assert village.states()[-1] == "acknowledged"
    assert village.row("member", person.id).place == 0
    return person.id


def test_what_was_merged_comes_even_if_the_record_is_changed_again(
    village: Laptop, merged: UUID
) -> None:
    village.change("member", merged, note="不在家")
    assert village.sync().problem is None
    row = village.row("member", merged)
    assert (row.phone, row.place, row.note) == ("13800000001", 7, "不在家")


def test_a_guarded_value_that_has_not_come_yet_is_not_overwritten(
    village: Laptop, merged: UUID
) -> None:
    village.change("member", merged, phone="13800000002")
    assert village.sync().problem is None
    assert village.row("member", merged).phone == "13800000001"
    assert village.totals().conflicts == 1


@pytest.fixture
def both(village: Laptop, second: Laptop) -> UUID:
    """A member without a phone number, on two laptops."""
    home = household(MICRO_1)
    person = member(home, phone="")
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.sync()
    return person.id


@pytest.mark.parametrize("then", ["13800000003", ""], ids=["another value", "as it was before"])
def test_a_guarded_value_that_a_waiting_one_covers_is_not_overwritten_by_the_next(
    village: Laptop, second: Laptop, both: UUID, then: str
) -> None:
    second.change("member", both, phone="13800000001")
    assert second.sync().problem is None
    village.change("member", both, phone="13800000002")
    village.read()
    assert village.row("member", both).phone == "13800000002"
    village.change("member", both, phone=then)
    assert village.sync().problem is None
    assert village.row("member", both).phone == "13800000001"
    assert village.totals().conflicts == 2
    assert second.sync().problem is None
    assert village.held() == second.held()


def test_a_waiting_value_covers_nothing_while_the_county_has_the_one_that_was_seen(
    village: Laptop, second: Laptop, both: UUID
) -> None:
    second.change("member", both, note="在家", name="何东")
    assert second.sync().problem is None
    village.change("member", both, phone="13800000002")
    village.read()
    village.change("member", both, name="何冬")
    assert village.sync().problem is None
    assert village.row("member", both).name == "何冬"
    assert village.totals().conflicts == 0
