"""Two who may be one, by keys: fields from either side, one made of both, or kept two."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from gridapp.ui.households import HouseholdsPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.households import household_edits
from tests.ui.conftest import settle
from tests.ui.households.conftest import Press, people
from tests.ui.pages import Said
from tests.usecases.families import here, household, member, who
from tests.usecases.families import settle as settle_family

Key = Qt.Key


@pytest.fixture
def homes(page: HouseholdsPage, desk: Desk) -> tuple[UUID, UUID]:
    """One person twice: the first pair, for the number is the surest mark."""
    first = settle_family(desk, "龙大山 02 1 1950", "覃月英 12 2 1952")
    second = settle_family(desk, "龙大三 02 1 1950")
    number = {"citizen_number": "450326195005010015"}
    household_edits.change_member(desk, who(desk, first)["龙大山"], number)
    fields = number | {"phone": "13800000077"}
    household_edits.change_member(desk, who(desk, second)["龙大三"], fields)
    page.look_for_duplicates()
    settle(page.services.background)
    return first, second


def chosen(page: HouseholdsPage) -> dict[str, str]:
    rows = page.views.duplicates.table.rows
    return {row.field: row.texts[row.chosen] for row in rows if not row.same}


def test_what_differs_is_chosen_by_its_key_and_what_is_missing_is_taken_by_itself(
    page: HouseholdsPage, press: Press, homes: tuple[UUID, UUID]
) -> None:
    first = chosen(page)
    assert set(first) == {"home", "name", "phone"}
    assert (first["name"], first["phone"]) == ("龙大山", "138****0077")
    press(Key.Key_2, Key.Key_3)
    assert chosen(page) == first | {"name": "龙大三"}


def test_enter_makes_one_of_two_and_the_next_pair_comes(
    page: HouseholdsPage, press: Press, homes: tuple[UUID, UUID], desk: Desk, said: Said
) -> None:
    pairs = len(page.views.duplicates.pairs)
    press(Key.Key_2, Key.Key_Return)
    assert here(desk, homes[0]) == [("龙大三", "02"), ("覃月英", "12")]
    assert household(desk, homes[1]).until is not None
    assert len(page.views.duplicates.pairs) == pairs - 1
    assert said.recorded == ["两条记录已合并为一人"]
    page.opened(homes[0])
    settle(page.services.background)
    assert [line.phone for line in people(page)] == ["138****0077", ""]


def test_the_household_that_is_chosen_is_the_one_they_stay_in(
    page: HouseholdsPage, press: Press, homes: tuple[UUID, UUID], desk: Desk
) -> None:
    press(Key.Key_1, Key.Key_Return)
    assert here(desk, homes[1]) == [("龙大山", "02")]
    assert here(desk, homes[0]) == [("覃月英", "12")]
    assert household(desk, homes[0]).until is None


def test_two_people_are_kept_and_not_offered_again(
    page: HouseholdsPage, press: Press, homes: tuple[UUID, UUID], desk: Desk
) -> None:
    pairs = len(page.views.duplicates.pairs)
    press(Key.Key_N)
    page.look_for_duplicates()
    settle(page.services.background)
    assert len(page.views.duplicates.pairs) == pairs - 1
    assert member(desk, "龙大三").household_id == homes[1]
