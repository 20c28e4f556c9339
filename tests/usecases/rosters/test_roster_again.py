"""A roster that comes again: who is new, changed, moved or missing, each taken or left."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import select

from gridapp.contract.grids import division_id
from gridapp.contract.households import LifeEventKind
from gridapp.contract.people import Role
from gridapp.host.divisions import Division
from gridapp.rosters.comparing import DiffRow, RowKind
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember, Roster
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.opening import open_store
from gridapp.store.tables import Household, LifeEvent, Member
from gridapp.store.undo import UndoError, UndoFault
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.households import households
from gridapp.usecases.rosters import roster_memory, rosters
from gridapp.usecases.rosters.rosters import Imported
from tests.desks import COUNTY, TOWNSHIP, TOWNSHIP_ID, VILLAGE_ID, MakeDesk, roster
from tests.stores import KEY

Change = Callable[[list[ProposedHousehold]], None]
GUOPING, CHUNLAN, YONGFU = range(3)
"""The first households of the roster, by the end of their head's name."""


def again(change: Change) -> Roster:
    """The same roster as is kept, with some of it changed."""
    homes = list(roster().households)
    change(homes)
    return replace(roster(), households=tuple(homes))


def with_member(home: ProposedHousehold, place: int, **fields: object) -> ProposedHousehold:
    members = list(home.members)
    members[place] = members[place]._replace(**fields)
    return replace(home, members=tuple(members))


def differences(desk: Desk, new: Roster) -> list[DiffRow]:
    return list(rosters.outlook(desk, new, VILLAGE_ID).comparison.rows)


def told(rows: list[DiffRow]) -> list[tuple[str, str, list[tuple[str, str, str, bool]]]]:
    return [
        (row.kind.value, row.name, [(p.field, p.old, p.new, p.usual) for p in row.parts])
        for row in rows
    ]


def bring_in(
    desk: Desk, new: Roster, choices: Mapping[tuple[str, str], bool] | None = None
) -> Imported:
    return rosters.import_roster(desk, new, VILLAGE_ID, Forming.BY_GROUP, lambda *_: None, choices)


def people(desk: Desk) -> dict[tuple[str, str], Member]:
    """Members by the number of their household in its group and their name."""
    with desk.store.session() as session:
        homes = {home.id: home for home in session.exec(select(Household))}
        return {
            (f"{homes[m.household_id].group_name}{homes[m.household_id].number}", m.name): m
            for m in session.exec(select(Member))
        }


def all_of(desk: Desk) -> list[tuple[object, ...]]:
    with desk.store.session() as session:
        kept = [*session.exec(select(Household)), *session.exec(select(Member))]
        return sorted((repr(row.model_dump()),) for row in kept)


def test_the_same_roster_again_differs_in_nothing(desk: Desk) -> None:
    found = rosters.outlook(desk, roster(), VILLAGE_ID)
    assert found.comparison.rows == ()
    assert found.comparison.unchanged == 108


def test_a_changed_field_is_shown_old_and_new_and_taken_unless_left(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = replace(
            with_member(homes[GUOPING], 0, phone="13900000001", note="党员户"), address="新村1号"
        )

    new = again(change)
    head, home = differences(desk, new)[::-1]
    assert told([home, head]) == [
        ("changed", "韦国平", [("address", "坪岭1组1号", "新村1号", True)]),
        (
            "changed",
            "韦国平",
            [("phone", "13800005678", "13900000001", True), ("note", "", "党员户", True)],
        ),
    ]
    done = bring_in(desk, new, {(head.key, "note"): False})
    assert (done.households, done.members, done.altered, done.skipped) == (0, 0, 2, 36)
    after = people(desk)["1组001", "韦国平"]
    assert (after.phone, after.note) == ("13900000001", "")


def test_an_empty_cell_and_a_worse_number_replace_nothing(desk: Desk) -> None:
    def better(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 0, citizen_number="450326197403014518")

    bring_in(desk, again(better))

    def worse(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(
            homes[GUOPING], 0, citizen_number="450326197403014000", phone="", relation="", note=""
        )

    assert differences(desk, again(worse)) == []


def test_new_people_come_last_in_their_household_and_new_households_into_the_grid_of_their_group(
    desk: Desk,
) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        child = homes[GUOPING].members[2]._replace(name="韦小宝", relation="41", row=4)
        homes[GUOPING] = replace(homes[GUOPING], members=(*homes[GUOPING].members, child))
        head = homes[0].members[0]._replace(name="新来人", phone="", row=200)
        homes.append(replace(homes[0], number="019", address="坪岭99号", members=(head,), row=200))

    new = again(change)
    found = rosters.outlook(desk, new, VILLAGE_ID)
    assert [(row.kind, row.name) for row in found.comparison.rows] == [
        (RowKind.NEW_MEMBER, "韦小宝"),
        (RowKind.NEW_HOUSEHOLD, "新来人"),
    ]
    assert (found.members, found.groups, found.joining) == (2, (), 1)
    done = bring_in(desk, new)
    assert (done.households, done.members, done.micro_grids) == (1, 2, 0)
    assert people(desk)["1组001", "韦小宝"].place == 3
    lines = {line.head: line for line in households.of_unit(desk, VILLAGE_ID)}
    assert lines["新来人"].unit_id == lines["韦国平"].unit_id
    assert lines["新来人"].walk_order == 19


def test_who_is_missing_stays_unless_the_person_says_moved_out(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = replace(homes[GUOPING], members=homes[GUOPING].members[:2])
        del homes[CHUNLAN]

    new, before = again(change), all_of(desk)
    rows = differences(desk, new)
    assert [(row.kind, row.name) for row in rows] == [
        (RowKind.MISSING, "韦志信"),
        (RowKind.MISSING, "李春兰"),
        (RowKind.MISSING, "刘春梅"),
        (RowKind.MISSING, "李志信"),
    ]
    bring_in(desk, new)
    assert all_of(desk) == before
    gone = {(row.key, "residence"): True for row in rows}
    assert bring_in(desk, new, gone).left == 4
    assert people(desk)["1组001", "韦志信"].residence == "moved"
    with desk.store.session() as session:
        told = session.exec(select(LifeEvent)).all()
        ended = session.exec(select(Household).where(Household.number == "002")).all()
    assert {event.kind for event in told} == {LifeEventKind.MOVED_OUT.value}
    assert len(told) == 5
    assert sorted(home.until is not None for home in ended) == [False, True]


def test_only_groups_that_the_roster_covers_can_miss_somebody(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[:] = [home for home in homes if home.group == "1组"]

    assert differences(desk, again(change)) == []


def test_who_stands_in_another_household_is_moved_not_new(desk: Desk) -> None:
    number = "450326199905204513"

    def known(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 2, citizen_number=number)

    bring_in(desk, again(known))

    def moved(homes: list[ProposedHousehold]) -> None:
        known(homes)
        son = homes[GUOPING].members[2]
        homes[GUOPING] = replace(homes[GUOPING], members=homes[GUOPING].members[:2])
        homes[YONGFU] = replace(
            homes[YONGFU], members=(*homes[YONGFU].members, son._replace(relation="28"))
        )

    new = again(moved)
    (row,) = differences(desk, new)
    assert told([row]) == [
        (
            "moved",
            "韦志信",
            [
                ("household_id", "1组 001 韦国平", "1组 003 黄永福", True),
                ("relation", "22", "28", True),
            ],
        )
    ]
    assert bring_in(desk, new, {(row.key, "household_id"): False}).altered == 1
    assert ("1组001", "韦志信") in people(desk)
    bring_in(desk, new)
    assert ("1组001", "韦志信") not in people(desk)
    after = people(desk)["1组003", "韦志信"]
    assert (after.relation, after.place) == ("28", 3)
    assert differences(desk, new) == []


def test_a_household_in_another_group_is_moved_with_all_its_people(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = replace(homes[GUOPING], group="2组", number="077")
        numbers = ("450326197403014518", "450326197712010024")
        for place, number in enumerate(numbers):
            homes[GUOPING] = with_member(homes[GUOPING], place, citizen_number=number)

    def numbered(homes: list[ProposedHousehold]) -> None:
        change(homes)
        homes[GUOPING] = replace(homes[GUOPING], group="1组", number="001")

    bring_in(desk, again(numbered))
    (row,) = differences(desk, again(change))
    assert (row.kind, [part.field for part in row.parts]) == (
        RowKind.MOVED,
        ["group_name", "number"],
    )


def test_a_split_household_takes_its_people_along(desk: Desk) -> None:
    son = "450326199905204513"

    def known(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 2, citizen_number=son)

    bring_in(desk, again(known))

    def split(homes: list[ProposedHousehold]) -> None:
        known(homes)
        head = homes[GUOPING].members[2]._replace(relation="02")
        wife = head._replace(name="梁小玉", relation="12", sex="2", citizen_number="", row=90)
        homes[GUOPING] = replace(homes[GUOPING], members=homes[GUOPING].members[:2])
        homes.append(replace(homes[0], number="019", members=(head, wife), row=89))

    done = bring_in(desk, again(split))
    assert (done.households, done.members, done.altered) == (1, 1, 1)
    after = people(desk)
    assert after["1组019", "韦志信"].place == 0
    assert after["1组019", "梁小玉"].place == 1
    assert ("1组001", "韦志信") not in after


def test_a_roster_without_a_column_for_it_says_nothing_of_who_is_away(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 2, residence="present")

    assert differences(desk, again(change)) == []


def test_a_mixed_import_is_undone_in_one_step_after_a_restart_too(desk: Desk) -> None:
    def change(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 0, phone="13900000001")
        del homes[CHUNLAN]
        head: ProposedMember = homes[0].members[0]._replace(name="新来人", phone="", row=200)
        homes.append(replace(homes[0], group="3组", number="1", members=(head,), row=200))

    new, before = again(change), all_of(desk)
    missing = [row for row in differences(desk, new) if row.kind == RowKind.MISSING]
    done = bring_in(desk, new, {(row.key, "residence"): True for row in missing})
    assert all_of(desk) != before
    path = desk.store.path
    desk.store.close()
    later = replace(desk, store=open_store(Path(path), KEY))
    last = roster_memory.last_import(later)
    assert last is not None
    assert (last.operation_id, last.village) == (done.changed.operation_id, "坪岭村")
    undoing.undo(later, last.operation_id)
    assert all_of(later) == before
    assert not [line for line in grids.view(later).lines if line.group_name == "3组"]
    first = roster_memory.last_import(later)
    assert first is not None
    assert first.operation_id != done.changed.operation_id
    later.store.close()


def test_an_import_of_which_a_part_is_sent_can_no_longer_be_undone(desk: Desk) -> None:
    last = roster_memory.last_import(desk)
    assert last is not None
    with desk.store.session() as session:
        change = session.exec(
            select(ChangeRow).where(ChangeRow.operation_id == last.operation_id)
        ).first()
        assert change is not None
        change.batch_id = desk.new_id()
        session.add(change)
    assert roster_memory.last_import(desk) is None
    with pytest.raises(UndoError) as refused:
        undoing.undo(desk, last.operation_id)
    assert refused.value.code == UndoFault.ALREADY_SENT


def test_somebody_of_another_village_is_moved_only_if_the_person_says_so(
    make_desk: MakeDesk,
) -> None:
    township = Person("陈志平", TOWNSHIP_ID, TOWNSHIP.name, Role.TOWNSHIP.value)
    desk = make_desk(township)
    other = Division("450326100201", "百寿村", "永福县 永福镇")
    grids.set_up(desk, COUNTY, [TOWNSHIP, other], TOWNSHIP.code)
    number = "450326197403014518"

    def known(homes: list[ProposedHousehold]) -> None:
        homes[GUOPING] = with_member(homes[GUOPING], 0, citizen_number=number)

    bring_in(desk, again(known))
    head = again(known).households[GUOPING].members[0]
    namesake = head._replace(name="别的人", row=9)
    there = replace(roster().households[0], village="百寿村", members=(head,), row=8)
    strange = replace(there, number="2", members=(namesake,), row=9)
    new = replace(roster(), households=(there, strange))
    found = rosters.outlook(desk, new, division_id(other.code)).comparison.rows
    assert [(row.kind, row.name, row.parts[0].usual) for row in found] == [
        (RowKind.MOVED, "韦国平", False),
        (RowKind.NEW_HOUSEHOLD, "别的人", True),
    ]
