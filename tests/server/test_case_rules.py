"""The county refuses what the laptop's rules refuse of a case; of the rest, both stories stay."""

from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, ChangeResult, Op
from gridapp.server.county.county import County
from tests.server.conftest import Enrol, belonging_to
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
def other(grid: Laptop, enrolled: Enrol, county: County) -> Laptop:
    """陆某's laptop."""
    return belonging_to(county, enrolled(VILLAGE, Role.VILLAGE), "陆某")


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


def test_nobody_becomes_the_sixth_to_represent_a_group(
    village: Laptop, other: Laptop, case: UUID
) -> None:
    def party(laptop: Laptop, **kept: Any) -> Change:
        told = {"dispute_id": str(case), "side": "first", "name": "村民", **kept}
        return laptop.change(Op.CREATE, "party", fresh_id(), MICRO_1, **told)

    def spoken_for(laptop: Laptop, party: Change, *, speaks: bool) -> Change:
        fields = {"representative": speaks}
        return laptop.change(Op.UPDATE, "party", party.record_id, MICRO_1, base=1, **fields)

    five = [party(village, representative=True) for _ in range(5)]
    plain = party(village)
    village.push(*five, plain)
    refused = "409.7 transition: dispute.too_many_representatives"
    batch = [party(other, representative=True), spoken_for(other, plain, speaks=True)]
    assert [result.code for result in other.push(*batch).results] == [refused, refused]
    renamed = village.change(Op.UPDATE, "party", five[0].record_id, MICRO_1, base=1, name="黄某")
    silent = spoken_for(village, five[2], speaks=False)
    room = [renamed, silent, village.change(Op.DELETE, "party", five[1].record_id, MICRO_1, base=1)]
    new = [spoken_for(village, plain, speaks=True), party(village, representative=True)]
    results = village.push(*room, *new, party(village, representative=True)).results
    assert [result.code for result in results] == [None, None, None, None, None, refused]


def test_an_agreement_holds_what_the_law_asks_and_a_court_is_asked_in_time(
    village: Laptop, case: UUID
) -> None:
    written = {
        **{"dispute_id": str(case), "agreed_on": "2026-11-16", "terms": "各修各的水沟"},
        **{"facts": "水沟堵塞", "manner": "自行修缮", "mediator": "唐某"},
    }

    def agreed(**kept: Any) -> Change:
        told = {**written, "perform_until": "2026-11-30", **kept}
        return village.change(Op.CREATE, "agreement", fresh_id(), MICRO_1, **told)

    def asked(agreement: Change, day: str) -> Change:
        fields = {"confirmation_asked_on": day}
        return village.change(
            Op.UPDATE, "agreement", agreement.record_id, MICRO_1, base=1, **fields
        )

    whole = agreed()
    batch = [
        whole,
        agreed(facts=""),
        agreed(perform_until=None),
        agreed(form="oral", terms=""),
        agreed(form="oral", facts="", manner="", perform_until=None),
        asked(whole, "2026-12-17"),
        asked(whole, "2026-12-16"),
    ]
    refused = "409.7 transition: agreement."
    assert [result.code for result in village.push(*batch).results] == [
        None,
        f"{refused}facts_missing",
        f"{refused}period_missing",
        f"{refused}terms_missing",
        None,
        f"{refused}confirmation_late",
        None,
    ]


def test_a_date_in_the_future_is_kept_as_it_is(village: Laptop, case: UUID) -> None:
    future = {**CONCLUDED, "concluded_on": "2031-01-01", "last_step_on": "2031-01-01"}
    (result,) = village.push(
        village.change(Op.UPDATE, "dispute", case, MICRO_1, base=2, **future)
    ).results
    assert result.outcome == "applied"
    assert village.pull()["dispute", case].fields["concluded_on"] == "2031-01-01"
