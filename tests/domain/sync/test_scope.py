"""Who sees and writes what, and in which feed it travels."""

from uuid import UUID

import pytest

from gridapp.contract.grids import division_id
from gridapp.contract.people import Grant, Role
from gridapp.domain.sync.scope import (
    Tree,
    UnitNode,
    division_path,
    may_found,
    may_see,
    may_write,
    scope_of,
)

COUNTY, TOWN, VILLAGE, MICRO, SCHOOL, MILL, OTHER_TOWN, OTHER = map(
    UUID, [f"{n:032x}" for n in range(1, 9)]
)
TREE = Tree(
    {
        COUNTY: UnitNode(None, "county"),
        TOWN: UnitNode(COUNTY, "township"),
        VILLAGE: UnitNode(TOWN, "village"),
        MICRO: UnitNode(VILLAGE, "micro"),
        SCHOOL: UnitNode(TOWN, "dedicated"),
        MILL: UnitNode(VILLAGE, "dedicated"),
        OTHER_TOWN: UnitNode(COUNTY, "township"),
        OTHER: UnitNode(OTHER_TOWN, "village"),
    }
)


def grant(unit: UUID, role: Role) -> list[Grant]:
    return [Grant(unit_id=unit, role=role.value)]


@pytest.mark.parametrize(
    ("kind", "unit", "feed"),
    [
        ("household", MICRO, VILLAGE),
        ("visit", VILLAGE, VILLAGE),
        ("dispute", MILL, VILLAGE),
        ("dispute", SCHOOL, TOWN),
        ("round", TOWN, TOWN),
        ("round", COUNTY, COUNTY),
        ("post", VILLAGE, VILLAGE),
        ("unit", MICRO, VILLAGE),
        ("unit", MILL, VILLAGE),
        ("unit", SCHOOL, TOWN),
        ("unit", VILLAGE, TOWN),
        ("unit", TOWN, COUNTY),
        ("unit", COUNTY, COUNTY),
    ],
)
def test_a_record_travels_with_its_village_and_a_unit_with_its_parent(
    kind: str, unit: UUID, feed: UUID
) -> None:
    assert TREE.feed_of(kind, unit) == feed


def test_a_leader_sees_the_own_micro_grid_and_the_path_to_it() -> None:
    leader = grant(MICRO, Role.LEADER)
    seen = {
        (kind, u)
        for kind in ("household", "round", "unit")
        for u in (COUNTY, TOWN, VILLAGE, MICRO, MILL, SCHOOL, OTHER)
        if may_see(leader, TREE, kind, u)
    }
    path = {(kind, u) for kind in ("round", "unit") for u in (COUNTY, TOWN, VILLAGE, MICRO)}
    assert seen == path | {("household", MICRO)}


def test_feeds_of_a_grant_are_those_of_its_units_and_of_the_path() -> None:
    assert scope_of(grant(MICRO, Role.LEADER), TREE).feeds(TREE) == {COUNTY, TOWN, VILLAGE}
    assert scope_of(grant(TOWN, Role.TOWNSHIP), TREE).feeds(TREE) == {COUNTY, TOWN, VILLAGE}
    assert scope_of(grant(COUNTY, Role.COUNTY), TREE).feeds(TREE) == {
        COUNTY,
        TOWN,
        VILLAGE,
        OTHER_TOWN,
        OTHER,
    }
    assert scope_of([], TREE).feeds(TREE) == frozenset()


def test_a_leader_writes_day_to_day_work_in_the_own_micro_grid_only() -> None:
    leader = grant(MICRO, Role.LEADER)
    for kind in ("visit", "dispute", "party", "case_event", "member", "household"):
        assert may_write(leader, TREE, kind, MICRO)
        assert not may_write(leader, TREE, kind, VILLAGE)
        assert not may_write(leader, TREE, kind, MILL)
    for kind in ("unit", "round", "post"):
        assert not may_write(leader, TREE, kind, MICRO)


@pytest.mark.parametrize(
    ("unit", "role"), [(VILLAGE, Role.VILLAGE), (TOWN, Role.TOWNSHIP), (COUNTY, Role.COUNTY)]
)
def test_villages_and_those_above_write_everything_at_and_below_them(
    unit: UUID, role: Role
) -> None:
    for kind in ("unit", "post", "round", "household"):
        assert may_write(grant(unit, role), TREE, kind, MICRO)
        assert may_write(grant(unit, role), TREE, kind, unit)
        assert may_write(grant(unit, role), TREE, kind, OTHER) is (unit == COUNTY)


def test_an_unknown_role_writes_nothing() -> None:
    assert not may_write([Grant(unit_id=VILLAGE, role="auditor")], TREE, "household", MICRO)


def test_only_units_above_the_own_one_may_be_founded() -> None:
    village = grant(VILLAGE, Role.VILLAGE)
    assert may_found(village, TREE, TOWN)
    assert may_found(village, TREE, COUNTY)
    assert not may_found(village, TREE, OTHER_TOWN)
    assert not may_found(village, TREE, VILLAGE)


def test_a_ring_of_parents_ends() -> None:
    ring = Tree({TOWN: UnitNode(VILLAGE, "micro"), VILLAGE: UnitNode(TOWN, "micro")})
    assert ring.path(TOWN) == (TOWN, VILLAGE)
    assert ring.below(TOWN) == {TOWN, VILLAGE}
    assert ring.feed_of("household", TOWN) == VILLAGE


def test_a_unit_put_elsewhere_leaves_its_old_parent() -> None:
    tree = Tree({COUNTY: UnitNode(None, "county"), TOWN: UnitNode(COUNTY, "township")})
    tree.put(VILLAGE, UnitNode(COUNTY, "village"))
    tree.put(VILLAGE, UnitNode(TOWN, "village"))
    assert tree.below(TOWN) == {TOWN, VILLAGE}
    assert tree.path(VILLAGE) == (VILLAGE, TOWN, COUNTY)


@pytest.mark.parametrize(
    "code", ["450326100201", "450326100", "450326", "450326000000", "450326100000"]
)
def test_an_area_code_names_its_unit_and_those_above(code: str) -> None:
    path = division_path(code)
    short = {"450326000000": "450326", "450326100000": "450326100"}.get(code, code)
    assert list(path) == [division_id(short[:n]) for n in (6, 9, 12) if n <= len(short)]
    assert path[division_id("450326")] == UnitNode(None, "county")


@pytest.mark.parametrize("code", ["", "45", "450326100201001", "abcdef", "4503261"])
def test_what_is_no_area_code_names_nothing(code: str) -> None:
    assert division_path(code) == {}
