"""A ledger that a county makes reaches every laptop below it, and none above."""

from uuid import UUID

from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.reports.ledgers.definitions import Definition
from gridapp.store.reports.ledgers import Source
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import ledger_definitions
from tests.server.grids import COUNTY, TOWNSHIP, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop

NEW = Definition("", "排水纠纷登记本", Source.CASES, (("no", "序号"), ("title", "事由")))


def desk(laptop: Laptop, unit: UUID, role: Role) -> Desk:
    return Desk(laptop.store, Person("何某", unit, "甲县", role.value), laptop.now, uuid7)


def names(who: Desk) -> list[str]:
    return [one.name for one in ledger_definitions.all_of(who) if one.own]


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def test_a_countys_ledger_reaches_its_villages_and_is_changed_and_dropped_there(
    grid: Laptop, village: Laptop, joined: JoinLaptop
) -> None:
    town = joined(TOWNSHIP, Role.TOWNSHIP)
    county, township = desk(grid, COUNTY, Role.COUNTY), desk(town, TOWNSHIP, Role.TOWNSHIP)
    below = desk(village, VILLAGE, Role.VILLAGE)
    kept = ledger_definitions.keep(county, NEW).definition
    ledger_definitions.keep(township, Definition("", "镇里的", Source.GRIDS, (("name", "名称"),)))
    exchange(grid, town, village, grid)
    assert names(below) == names(township) == ["排水纠纷登记本", "镇里的"]
    assert names(county) == ["排水纠纷登记本"], "what a township makes is for those below it"
    (made, _) = (one for one in ledger_definitions.all_of(below) if one.own)
    assert made.headings == ("序号", "事由")
    ledger_definitions.forget(county, kept)
    exchange(grid, village)
    assert names(below) == ["镇里的"]
