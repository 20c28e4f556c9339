"""Work is merged with what another laptop did: that is not taken for seen before it has come."""

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
