"""A sealed case at the county: its handlers have it, nobody else has anything of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, Op
from gridapp.domain.sync.chain import digest
from gridapp.server.access import devices
from gridapp.server.county.county import County
from gridapp.server.database.tables import device, record
from gridapp.server.exchange import totals
from gridapp.server.operations import checks, overview
from gridapp.server.operations.checks import Check
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, TOWNSHIP, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id

ENTRY = {
    "kind": "handled",
    "happened_on": "2026-11-16",
    "recorded_at": "2026-11-16T08:00:00+00:00",
    "actor": "何某",
    "text": "上门了解",
}


@pytest.fixture
def someone(enrolled: Enrol, county: County) -> Callable[..., Laptop]:
    """``someone(name, unit, role)``: a laptop of a person of that name, up to date."""

    def let_in(name: str, unit: UUID, role: Role) -> Laptop:
        laptop = enrolled(unit, role)
        with county.writing() as connection:
            mine = update(device).where(device.c.id == laptop.id)
            connection.execute(mine.values(person=name))
        laptop.pull()
        return laptop

    return let_in


@pytest.fixture
def clerk(grid: Laptop, someone: Callable[..., Laptop]) -> Laptop:
    return someone("文某", VILLAGE, Role.VILLAGE)


@pytest.fixture
def chief(grid: Laptop, someone: Callable[..., Laptop]) -> Laptop:
    return someone("覃某", VILLAGE, Role.VILLAGE)


@pytest.fixture
def inspector(grid: Laptop, someone: Callable[..., Laptop]) -> Laptop:
    return someone("纪某", TOWNSHIP, Role.TOWNSHIP)


def handlers(*named: tuple[str, UUID]) -> list[str]:
    return [f"{name}@{unit}" for name, unit in named]


def sealing(laptop: Laptop, case: UUID, named: list[str], base: int, **more: Any) -> Change:
    """The step that seals a case for these, or opens it when there are none."""
    step = {"last_step": "sealed" if named else "unsealed", "last_step_on": "2026-11-16"}
    fields = {"sealed": bool(named), "handlers": named, **step, **more}
    return laptop.change(Op.UPDATE, "dispute", case, MICRO_1, base=base, **fields)


ORAL = {"form": "oral", "terms": "各修各的水沟", "mediator": "唐某"}


def new_case(laptop: Laptop) -> dict[str, UUID]:
    """A case with one record of each kind that belongs to it, as they were brought in."""
    ids = {kind: fresh_id() for kind in ("dispute", "party", "case_event", "task", "agreement")}
    ids["attachment"] = fresh_id()
    case = {"dispute_id": str(ids["dispute"])}
    fields: dict[str, dict[str, Any]] = {
        "dispute": dispute(),
        "party": {**case, "side": "first", "name": "莫某"},
        "case_event": {**case, **ENTRY},
        "task": {**case, "kind": "whistle", "title": "到场", "asked_on": "2026-11-16"},
        "agreement": {**case, "agreed_on": "2026-11-16", **ORAL},
        "attachment": {
            **case,
            "name": "a.jpg",
            "media_type": "image/jpeg",
            "size": 3,
            "sha256": "0" * 64,
            "added_at": "2026-11-16T08:00:00+00:00",
        },
    }
    results = laptop.push(
        *(laptop.change(Op.CREATE, kind, ids[kind], MICRO_1, **fields[kind]) for kind in ids)
    ).results
    assert {result.outcome for result in results} == {"applied"}
    return ids


def keys(ids: dict[str, UUID]) -> set[tuple[str, UUID]]:
    return set(ids.items())


def only(result: list[ChangeResult]) -> ChangeResult:
    [one] = result
    return one


def holds_what_it_is_told(laptop: Laptop, county: County) -> bool:
    """Count and digest of each feed, read from its start, are those of the rows that came."""
    cursors, laptop.cursors = laptop.cursors, {}
    reply = laptop.pull_once()
    laptop.cursors = cursors
    with county.reading() as connection:
        assert totals.wrong(connection) == set()
    return all(
        (page.count, page.digest)
        == (len(page.rows), digest((row.id, row.revision) for row in page.rows))
        for page in reply.feeds.values()
    )


def test_who_is_not_named_loses_the_whole_case_and_gets_it_back(
    grid: Laptop, clerk: Laptop, chief: Laptop, inspector: Laptop, county: County
) -> None:
    ids = new_case(grid)
    everybody = (clerk, chief, inspector)
    for laptop in everybody:
        assert keys(ids) <= laptop.pull().keys()
    named = handlers(("文某", VILLAGE), ("纪某", TOWNSHIP))
    assert only(clerk.push(sealing(clerk, ids["dispute"], named, 1)).results).outcome == "applied"
    for laptop in everybody:
        seen = keys(ids) & laptop.pull().keys()
        assert seen == (keys(ids) if laptop in (clerk, inspector) else set())
        assert holds_what_it_is_told(laptop, county)
    assert clerk.push(sealing(clerk, ids["dispute"], handlers(("覃某", VILLAGE)), 2)).results
    for laptop in everybody:
        assert keys(ids) & laptop.pull().keys() == (keys(ids) if laptop is chief else set())
    with county.reading() as connection:
        held = {line.device: line.holds for line in overview.lines(connection)}
        assert [laptop for laptop in everybody if "task" in held[laptop.id]] == [chief]
    assert chief.push(sealing(chief, ids["dispute"], [], 3)).results[0].outcome == "applied"
    for laptop in everybody:
        assert keys(ids) <= laptop.pull().keys()
        assert holds_what_it_is_told(laptop, county)


def test_who_never_had_a_sealed_case_hears_nothing_of_it(
    clerk: Laptop, chief: Laptop, inspector: Laptop
) -> None:
    """Neither when it was sealed at once, nor when its handlers change, nor when more is done."""
    case = fresh_id()
    named = handlers(("文某", VILLAGE), ("纪某", TOWNSHIP))
    clerk.push(
        clerk.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        sealing(clerk, case, named, 0),
    )
    clerk.push(
        clerk.change(Op.CREATE, "case_event", fresh_id(), MICRO_1, dispute_id=str(case), **ENTRY),
        sealing(clerk, case, handlers(("纪某", TOWNSHIP)), 2),
    )
    reply = chief.pull_once()
    assert [(page.rows, page.stubs) for page in reply.feeds.values()] == [([], [])]
    assert ("dispute", case) in inspector.pull()
    assert len({key for key in inspector.rows if key[0] == "case_event"}) == 1
    assert ("dispute", case) not in clerk.pull()


def test_a_foreign_hand_changes_nothing_and_learns_nothing(
    clerk: Laptop, chief: Laptop, county: County
) -> None:
    case, event = fresh_id(), fresh_id()
    clerk.push(
        clerk.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        sealing(clerk, case, handlers(("文某", VILLAGE)), 0),
    )
    forged = [
        chief.change(Op.UPDATE, "dispute", case, MICRO_1, base=2, title="无事"),
        chief.change(Op.DELETE, "dispute", case, MICRO_1, base=0),
        sealing(chief, case, handlers(("覃某", VILLAGE)), 2),
        chief.change(Op.CREATE, "case_event", event, MICRO_1, dispute_id=str(case), **ENTRY),
        chief.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        chief.change(Op.UPDATE, "dispute", fresh_id(), MICRO_1, base=2, title="没有的事"),
    ]
    results = chief.push(*forged).results
    assert {(r.outcome, r.code, r.revision) for r in results} == {
        ("refused", Problem.OUT_OF_SCOPE.value, 0)
    }
    with county.reading() as connection:
        kept = connection.execute(select(record.c.revision).where(record.c.id == case)).scalar()
        assert kept == 2
        assert connection.execute(select(record).where(record.c.id == event)).first() is None


def test_work_done_before_hearing_of_the_sealing_goes_to_the_handlers_alone(
    grid: Laptop, clerk: Laptop, chief: Laptop
) -> None:
    ids = new_case(grid)
    chief.pull()
    clerk.pull()
    clerk.push(
        clerk.change(Op.UPDATE, "dispute", ids["dispute"], MICRO_1, base=1, title="举报村干部"),
        sealing(clerk, ids["dispute"], handlers(("文某", VILLAGE)), 1),
    )
    late = fresh_id()
    case = {"dispute_id": str(ids["dispute"])}
    results = chief.push(
        chief.change(Op.CREATE, "case_event", late, MICRO_1, **case, **ENTRY),
        chief.change(Op.UPDATE, "dispute", ids["dispute"], MICRO_1, base=1, title="水沟"),
        chief.change(Op.UPDATE, "party", ids["party"], MICRO_1, base=1, phone="13800000001"),
        sealing(chief, ids["dispute"], handlers(("覃某", VILLAGE)), 1),
    ).results
    assert [r.conflicts for r in results] == [[]] * 4, "what stands is not for this laptop"
    assert [r.outcome for r in results] == ["applied", "merged", "merged", "merged"]
    chief.rows["case_event", late] = clerk.rows.get(("case_event", late), None)  # type: ignore[assignment]
    left = chief.pull().keys()
    assert not left & {*keys(ids), ("case_event", late)}
    assert not {key for key in left if key[0] == "conflict"}
    clerk.cursors.clear()
    rows = clerk.pull()
    assert rows["party", ids["party"]].fields["phone"] == "13800000001"
    assert ("case_event", late) in rows
    assert rows["dispute", ids["dispute"]].fields["handlers"] == handlers(("文某", VILLAGE))
    contested = {row.fields["field"] for (kind, _), row in rows.items() if kind == "conflict"}
    assert contested == {"title", "handlers"}


def test_the_accused_is_no_handler_whoever_is_told_first(
    grid: Laptop, clerk: Laptop, chief: Laptop
) -> None:
    ids = new_case(grid)
    both = handlers(("文某", VILLAGE), ("覃某", VILLAGE))
    clerk.push(sealing(clerk, ids["dispute"], both, 1))
    assert ("dispute", ids["dispute"]) in chief.pull()
    accused = {"dispute_id": str(ids["dispute"]), "side": "second", "name": "覃某"}
    party = clerk.change(Op.CREATE, "party", fresh_id(), MICRO_1, role="accused", **accused)
    assert only(clerk.push(party).results).outcome == "applied"
    assert not keys(ids) & chief.pull().keys()
    again = only(clerk.push(sealing(clerk, ids["dispute"], [*both, "莫某@?"], 3)).results)
    assert (again.outcome, again.code) == (
        "refused",
        f"{Problem.TRANSITION}: dispute.accused_handles",
    )


def test_the_doctor_counts_sealed_cases_and_sees_what_is_not_sealed_with_its_case(
    grid: Laptop, clerk: Laptop, county: County
) -> None:
    ids = new_case(grid)
    clerk.push(sealing(clerk, ids["dispute"], handlers(("文某", VILLAGE)), 1))
    with county.writing() as connection:
        for part, expected in ((None, (True, "1")), ("task", (False, "1 / 1"))):
            of_kind = update(record).where(record.c.kind == part)
            connection.execute(of_kind.values(readers=""))
            [found] = [
                (one.ok, one.detail)
                for one in checks.findings(connection, grid.now)
                if one.check is Check.SEALED
            ]
            assert found == expected


def test_a_further_grant_does_not_open_what_is_sealed_and_an_ended_one_closes_it(
    grid: Laptop, clerk: Laptop, county: County
) -> None:
    ids = new_case(grid)
    clerk.push(sealing(clerk, ids["dispute"], handlers(("文某", MICRO_1)), 1))
    assert not keys(ids) & clerk.pull().keys()
    with county.writing() as connection:
        devices.give(connection, clerk.id, MICRO_1, Role.LEADER)
    assert keys(ids) <= clerk.pull().keys()
    with county.writing() as connection:
        devices.end_grant(connection, clerk.id, MICRO_1, grid.now)
    page = clerk.pull_once().feeds[str(VILLAGE)]
    assert page.reset
    assert not keys(ids) & {(row.kind, row.id) for row in page.rows}


def test_who_seals_for_what_one_was_before_a_grant_ended_keeps_nothing_of_it(
    grid: Laptop, clerk: Laptop, county: County
) -> None:
    """What is said under a grant that has ended is taken; it does not stay with who said it."""
    with county.writing() as connection:
        devices.give(connection, clerk.id, MICRO_1, Role.LEADER)
        devices.end_grant(connection, clerk.id, MICRO_1, grid.now)
    clerk.pull()
    case, entry = fresh_id(), fresh_id()
    results = clerk.push(
        clerk.change(Op.CREATE, "dispute", case, MICRO_1, **dispute()),
        sealing(clerk, case, handlers(("文某", MICRO_1)), 1),
        clerk.change(Op.CREATE, "case_event", entry, MICRO_1, dispute_id=str(case), **ENTRY),
    ).results
    assert {result.outcome for result in results} == {"applied"}
    stubs = clerk.pull_once().feeds[str(VILLAGE)].stubs
    assert {(stub.kind, stub.id) for stub in stubs} == {("dispute", case), ("case_event", entry)}
