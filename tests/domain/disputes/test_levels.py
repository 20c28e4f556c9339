"""Which level is proposed for a matter, and the reasons that are named."""

from datetime import date, timedelta
from typing import Any

import pytest

from gridapp.contract.grids import Level
from gridapp.domain.disputes.levels import LevelReason as R
from gridapp.domain.disputes.levels import Limits, Matter, Proposal, is_higher, propose, tuned

TODAY = date(2026, 11, 22)
VILLAGE, TOWNSHIP, COUNTY = Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY


def proposal(limits: Limits | None = None, **facts: Any) -> Proposal:
    easy = {"category": "0201", "scale": "01", "people": 2, "amount": 0, "since": TODAY}
    return propose(Matter(**{**easy, **facts}), TODAY, limits or Limits())


@pytest.mark.parametrize(
    ("facts", "level", "reasons"),
    [
        ({}, VILLAGE, (R.AT_HOME,)),
        ({"people": 5}, TOWNSHIP, (R.PEOPLE,)),
        ({"people": 70, "amount": 91_973_000}, COUNTY, (R.PEOPLE, R.AMOUNT)),  # 919,730 yuan
        ({"scale": "02", "people": 5}, TOWNSHIP, (R.SCALE, R.PEOPLE)),
        ({"scale": "03", "people": 5}, COUNTY, (R.SCALE,)),
        ({"amount": 4_999_999}, VILLAGE, (R.AT_HOME,)),
        ({"since": TODAY - timedelta(days=90)}, TOWNSHIP, (R.TIME,)),
        ({"category": "0902"}, TOWNSHIP, (R.POWER,)),
        ({"category": "0804"}, VILLAGE, (R.AT_HOME,)),  # a loan between neighbours
        ({"category": "1402", "people": 5}, COUNTY, (R.POWER,)),
    ],
)
def test_the_lowest_level_with_means_and_power_is_proposed_with_what_speaks_for_it(
    facts: dict[str, Any], level: Level, reasons: tuple[R, ...]
) -> None:
    assert proposal(**facts) == Proposal(level, reasons)


def test_a_county_sets_figures_and_powers_of_its_own_and_nonsense_changes_nothing() -> None:
    own = tuned({"people_township": 10, "powers": {"0902": "county", "01": "moon"}})
    assert proposal(own, people=9).level == VILLAGE
    assert proposal(own, category="0902").level == COUNTY
    assert proposal(own, category="0901").level == TOWNSHIP
    assert tuned({"people_township": "viele", "amount_county": -1, "powers": 3}) == Limits()


def test_a_case_only_climbs() -> None:
    assert is_higher(TOWNSHIP, VILLAGE)
    assert is_higher(COUNTY, TOWNSHIP)
    assert not is_higher(VILLAGE, VILLAGE)
    assert not is_higher(TOWNSHIP, COUNTY)
    assert not is_higher("province", VILLAGE), "a level of a newer program is nobody's to choose"
