"""The county refuses what the laptop's rules refuse of a case; of the rest, both stories stay."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, ChangeResult, Op
from gridapp.server.database.county import County
from gridapp.server.database.tables import device
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id

HANDLED = {"state": "handled", "handler": "何某", "last_step": "handled"}
CONCLUDED = {
    **{"state": "concluded", "conclusion": "interim", "concluded_on": "2026-11-18"},
    **{"handler": "何某", "last_step": "concluded"},
}
STRUCK_OFF = {"state": "struck_off", "struck_off_on": "2026-11-18", "last_step": "struck_off"}


@pytest.fixture
def database_url() -> None:
    """SQLite alone: the rules ask no database."""


@pytest.fixture
def village(grid: Laptop, enrolled: Enrol) -> Laptop:
    """何某's laptop."""
    return enrolled(VILLAGE, Role.VILLAGE)


@pytest.fixture
def other(grid: Laptop, enrolled: Enrol, county: County) -> Laptop:
    """陆某's laptop."""
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    with county.writing() as connection:
        mine = update(device).where(device.c.id == laptop.id)
        connection.execute(mine.values(person="陆某"))
    return laptop


@pytest.fixture
def case(village: Laptop) -> UUID:
    """A case that 何某 registered and handled."""
    made = village.change(
        Op.CREATE, "dispute", fresh_id(), MICRO_1, **dispute(), first_receiver="覃某"
    )
    village.push(made)
    step(village, made.record_id, 1, HANDLED)
    return made.record_id


def changed(laptop: Laptop, case: UUID, base: int, fields: dict[str, Any]) -> Change:
    day = {"last_step_on": "2026-11-18"} if "last_step" in fields else {}
    return laptop.change(Op.UPDATE, "dispute", case, MICRO_1, base=base, **fields, **day)


def entry(laptop: Laptop, case: UUID, kind: str, text: str) -> Change:
    told = {"dispute_id": str(case), "kind": kind, "actor": "某", "text": text}
    days = {"happened_on": "2026-11-18", "recorded_at": "2026-11-18T02:00:00Z"}
    return laptop.change(Op.CREATE, "case_event", fresh_id(), MICRO_1, **told, **days)


def step(laptop: Laptop, case: UUID, base: int, fields: dict[str, Any]) -> ChangeResult:
    (result,) = laptop.push(changed(laptop, case, base, fields)).results
    return result


def state(laptop: Laptop, case: UUID) -> str:
    return str(laptop.pull()["dispute", case].fields["state"])


def test_a_forbidden_step_is_refused_by_its_rule_and_the_rest_of_the_batch_goes_on(
    village: Laptop, other: Laptop, case: UUID
) -> None:
    early = step(other, case, 2, STRUCK_OFF)
    assert (early.outcome, early.code) == ("refused", "409.7 transition: dispute.step_not_allowed")
    assert step(village, case, 2, CONCLUDED).outcome == "applied"
    own = step(village, case, 3, STRUCK_OFF)
    assert own.code == "409.7 transition: dispute.struck_off_by_handler"
    first = step(other, case, 3, {"first_receiver": "陆某"})
    assert first.code == "409.7 transition: dispute.for_life"
    batch = [
        changed(other, case, 3, {"last_step": "rated", "rating": "angry"}),
        entry(other, case, "rated", " "),
        entry(other, case, "diverted", "请向法院起诉"),
        entry(other, case, "followed_up", "双方都说满意"),
        changed(other, case, 3, STRUCK_OFF),
    ]
    assert [result.code for result in other.push(*batch).results] == [
        "409.7 transition: dispute.rating_missing",
        "409.7 transition: dispute.text_missing",
        "409.7 transition: dispute.channel_missing",
        None,
        None,
    ]
    assert state(village, case) == "struck_off"


def test_an_extension_is_another_persons_decision_within_thirty_days(
    village: Laptop, other: Laptop, case: UUID
) -> None:
    asked = {"extension_asked_by": "何某", "last_step": "extension_asked"}
    step(village, case, 2, asked)

    def extended(laptop: Laptop, until: str) -> str | None:
        fields = {"extended_to": until, "due_on": until, "extension_asked_by": ""}
        return step(laptop, case, 3, {**fields, "last_step": "extended"}).code

    refused = "409.7 transition: dispute.extension_"
    assert extended(village, "2027-02-14") == f"{refused}by_asker"
    assert extended(other, "2027-02-15") == f"{refused}too_long"  # 91 days after 16 November
    assert extended(other, "2027-02-14") is None
    assert extended(other, "2027-02-10") == f"{refused}not_asked"


def test_who_did_not_know_that_the_case_was_concluded_is_contradicted_and_both_stories_stay(
    village: Laptop, other: Laptop, case: UUID
) -> None:
    other.pull()
    step(village, case, 2, CONCLUDED)
    late = {**HANDLED, "handler": "陆某"}
    handled, told = changed(other, case, 2, late), entry(other, case, "handled", "又去了一次")
    moved, kept = other.push(handled, told).results
    assert (moved.outcome, kept.outcome) == ("conflict", "applied")
    assert [(found.standing, found.offered) for found in moved.conflicts] == [
        ("concluded", "handled")
    ]
    rows = village.pull()
    assert ("case_event", told.record_id) in rows
    assert [row.fields["field"] for (kind, _), row in rows.items() if kind == "conflict"] == [
        "state"
    ]
    assert rows["dispute", case].fields["handler"] == "何某", "so that he cannot strike it off"
    assert step(village, case, 3, STRUCK_OFF).code is not None


def test_a_step_that_was_taken_back_before_it_was_sent_leaves_no_conflict(
    village: Laptop, case: UUID
) -> None:
    back = {**HANDLED, "conclusion": None, "concluded_on": None}
    batch = [changed(village, case, 2, CONCLUDED), changed(village, case, 2, back)]
    assert [result.outcome for result in village.push(*batch).results] == ["applied", "applied"]
    assert state(village, case) == "handled"
