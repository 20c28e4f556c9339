"""The four rosters of the customer give exactly the yields that came with them."""

import json
from pathlib import Path

import pytest

from gridapp.rosters.check import report
from gridapp.rosters.sandbox import read_limited

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_yields_are_those_given_with_the_file(name: str) -> None:
    found = report(read_limited(DATA / name))
    faults = found.pop("faults")
    assert found == EXPECTED[name]
    assert len(faults) == sum(EXPECTED[name]["flagged"].values())


def test_households_stand_in_their_groups_however_the_group_is_written() -> None:
    for name, sizes in (
        ("01_clean.xlsx", [18, 18, 18]),
        ("02_title_merged.xlsx", [14, 13, 13]),
        ("03_gb18030.csv", [10, 10, 10]),
        ("04_old_excel.xls", [15, 15, 15]),
    ):
        groups = [household.group for household in read_limited(DATA / name).households]
        assert [groups.count(group) for group in ("1组", "2组", "3组")] == sizes
        assert len(groups) == sum(sizes)
