"""One bad record never holds back the rest: neither on its way up nor on its way down."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from gridapp.contract import wire
from gridapp.contract.problems import Problem
from gridapp.contract.sync import FeedPage, PushRequest, Row
from gridapp.server.county import requests as exchange
from gridapp.server.county.county import County
from gridapp.server.exchange import journal as county_journal
from gridapp.server.exchange import push as county_push
from gridapp.server.problems import Refusal
from gridapp.store import journal as local_journal
from gridapp.store.bookkeeping import AuditRow, CarriedRow, ChangeRow
from gridapp.store.opening import StoreError, StoreFault
from gridapp.store.sync import outbox, refused
from gridapp.store.tables import Household
from gridapp.sync import apply
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO
from tests.sync.at_county import homes_at
from tests.sync.laptops import Laptop, breaking, household
from tests.sync.sticks import Stick, refusal

POISON = "毒"


@pytest.fixture
def choking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A county that refuses a whole batch in which something is poison."""
    take = county_push.push

    def push(connection: Any, request: PushRequest, *rest: Any) -> Any:
        if any(change.fields.get("note") == POISON for change in request.changes):
            raise Refusal(Problem.MALFORMED)
        return take(connection, request, *rest)

    monkeypatch.setattr(exchange, "push", push)


def fill(village: Laptop, poisoned: set[int], count: int = 12) -> list[UUID]:
    homes = [household(MICRO_1, note=POISON if place in poisoned else "") for place in range(count)]
    village.write(*(local_journal.create(uuid7(), "household", home) for home in homes))
    return [home.id for home in homes]


def change_of(village: Laptop, record_id: UUID) -> ChangeRow:
    with village.store.session() as session:
        return session.execute(
            select(ChangeRow).where(ChangeRow.record_id == record_id)
        ).scalar_one()


@pytest.mark.parametrize("poisoned", [{0}, {7}, {11}, {2, 3, 9}, set(range(12))])
def test_changes_that_the_county_cannot_read_are_set_aside_and_all_others_arrive(
    village: Laptop, county: County, choking: None, poisoned: set[int]
) -> None:
    ids = fill(village, poisoned)
    result = village.sync()
    assert result.problem is None
    bad = {ids[place] for place in poisoned}
    assert homes_at(county) == set(ids) - bad
    assert village.totals() == outbox.Totals(0, 0, 0, len(bad))
    for record_id in bad:
        change = change_of(village, record_id)
        assert (change.state, change.problem) == ("quarantined", "400.1 malformed")
        assert change.fields["note"] == POISON, "kept as it was"
    late = village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert late in homes_at(county), "the chain goes on over what was set aside"


@pytest.mark.parametrize("poisoned", [{0}, {2, 3}])
def test_by_stick_what_the_county_cannot_read_is_set_aside_as_well(
    village: Laptop, county: County, stick: Stick, choking: None, poisoned: set[int]
) -> None:
    """One file to learn that there is such a change, one for each of them, and one for the rest."""
    ids = fill(village, poisoned, count=6)
    trips = [stick.exchange(village).problem for _ in range(len(poisoned) + 2)]
    assert trips == ["bundle.more"] * (len(poisoned) + 1) + [None]
    bad = {ids[place] for place in poisoned}
    assert homes_at(county) == set(ids) - bad
    assert village.totals() == outbox.Totals(0, 0, 0, len(bad))
    late = village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert late in homes_at(county)


def test_an_answer_by_stick_sets_nothing_aside_after_the_network_has_mended_it(
    village: Laptop, county: County, stick: Stick, choking: None
) -> None:
    ids = fill(village, {1}, count=3)
    stick.exchange(village)
    answer = stick.answer(stick.out(village))
    assert village.sync().problem is None
    village.create("household", household(MICRO_1))
    assert refusal(village, answer) == "bundle.old"
    assert village.totals() == outbox.Totals(1, 0, 0, 1), "only the one that is at fault"
    assert homes_at(county) == {ids[0], ids[2]}


def test_a_county_that_refuses_every_stick_sets_nothing_aside(
    village: Laptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    def push(*_: Any) -> Any:
        raise Refusal(Problem.MALFORMED)

    fill(village, set(), count=3)
    with monkeypatch.context() as broken:
        broken.setattr(exchange, "push", push)
        assert [stick.exchange(village).problem for _ in range(3)][-1] == "400.1 malformed"
        assert village.totals().waiting == 3
    assert stick.exchange(village).problem is None
    assert set(village.states()) == {"acknowledged"}


def test_what_stands_for_a_change_that_was_set_aside_has_its_id_and_none_of_its_values(
    village: Laptop, county: County, choking: None
) -> None:
    (bad,) = fill(village, {0}, count=1)
    village.sync()
    change_id = change_of(village, bad).change_id
    with county.reading() as connection:
        [entry] = county_journal.about(connection, [bad])
    assert (entry.change.change_id, entry.change.op) == (change_id, "set_aside")
    assert POISON not in str(entry)


def test_a_county_that_refuses_everything_sets_nothing_aside(
    village: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def push(*_: Any) -> Any:
        raise Refusal(Problem.MALFORMED)

    fill(village, set(), count=3)
    with monkeypatch.context() as broken:
        broken.setattr(exchange, "push", push)
        assert village.sync().problem == "400.1 malformed"
        assert village.totals().waiting == 3
    assert village.sync().problem is None
    assert set(village.states()) == {"acknowledged"}


def test_a_single_change_that_is_too_large_is_set_aside(village: Laptop, county: County) -> None:
    large = village.create("household", household(MICRO_1, note="大" * 400_000))
    small = village.create("household", household(MICRO_1))
    village.line.broken = breaking("before", "/push")
    assert village.sync().problem == "sync.offline"
    assert village.sync().problem is None
    assert change_of(village, large).problem == "413.1 too_large"
    assert homes_at(county) == {small}


def test_a_change_that_was_set_aside_is_corrected_and_sent_as_a_new_one(
    village: Laptop, county: County, choking: None
) -> None:
    bad, *_ = fill(village, {0}, count=2)
    village.sync()
    first = change_of(village, bad)
    fields = {**first.fields, "note": "好了"}
    with village.store.session() as session:
        kinds = refused.offer_again(session, first.change_id, uuid7(), fields, village.now())
    assert kinds == {"household"}
    assert village.row("household", bad).note == "好了"
    assert village.sync().problem is None
    assert bad in homes_at(county)
    assert village.states() == ["given_up", "acknowledged", "acknowledged"]
    assert village.totals().quarantined == 0


def test_a_refused_edit_is_corrected_on_top_of_what_the_county_has(
    village: Laptop, county: County
) -> None:
    home = household(MICRO_1)
    village.create("household", home)
    village.sync()
    village.change("household", home.id, unit_id=OTHER_MICRO, note="搬家")
    assert village.sync().refused == 1
    assert village.row("household", home.id).unit_id == MICRO_1
    change_id = change_of_last(village).change_id
    better = {"unit_id": str(MICRO_2), "note": "搬家"}
    with village.store.session() as session:
        refused.offer_again(session, change_id, uuid7(), better, village.now())
    assert village.sync().problem is None
    assert village.states() == ["acknowledged", "given_up", "acknowledged"]
    row = village.row("household", home.id)
    assert (row.unit_id, row.note, row.revision) == (MICRO_2, "搬家", 2)


def change_of_last(village: Laptop) -> ChangeRow:
    with village.store.session() as session:
        query = select(ChangeRow).order_by(ChangeRow.dseq.desc()).limit(1)
        return session.execute(query).scalar_one()


def test_a_change_that_is_given_up_stays_in_the_journal_and_its_record_goes(
    village: Laptop, choking: None
) -> None:
    (bad,) = fill(village, {0}, count=1)
    village.sync()
    with village.store.session() as session:
        refused.let_go(session, change_of(village, bad).change_id, village.now(), "何某")
    assert village.ids("household") == set()
    assert village.states() == ["given_up"]
    with village.store.session() as session:
        noted = session.execute(select(AuditRow).order_by(AuditRow.seq.desc())).scalars().first()
    assert (noted.action, noted.actor) == ("change.given_up", "何某")
    assert POISON not in noted.detail
    assert village.sync().problem is None


def test_a_change_that_nothing_is_wrong_with_cannot_be_given_up(village: Laptop) -> None:
    home = village.create("household", household(MICRO_1))
    with pytest.raises(StoreError, match=StoreFault.GONE), village.store.session() as session:
        refused.let_go(session, change_of(village, home).change_id, village.now(), "何某")
    assert village.states() == ["waiting"]


def row(**fields: Any) -> Row:
    return Row(
        kind="household",
        id=uuid7(),
        unit=MICRO_1,
        revision=1,
        position=1,
        fields={"number": "01", "group_name": "", "address": "老街1号", **fields},
    )


def test_a_row_that_cannot_be_written_is_carried_and_the_rest_of_its_page_goes_in(
    village: Laptop, caplog: pytest.LogCaptureFixture
) -> None:
    good = [row(number=str(place)) for place in range(9)]
    unreadable = row(number={"not": "a number"})
    unwritable = row(walk_order=2**70)
    page = FeedPage(rows=[*good[:4], unreadable, unwritable, *good[4:]])
    with village.store.session() as session:
        apply.take_rows(session, page.rows)
    with village.store.session() as session:
        held = set(session.execute(select(Household.id)).scalars())
        carried = {
            found.id: found.fields for found in session.execute(select(CarriedRow)).scalars()
        }
    assert held == {one.id for one in good}
    assert carried == {one.id: one.fields for one in (unreadable, unwritable)}
    assert str(unwritable.id) in caplog.text, "it is named"
    assert "老街" not in caplog.text, "without its values"


def test_the_wire_is_not_asked_to_carry_what_was_given_up(
    village: Laptop, county: County, choking: None
) -> None:
    (bad,) = fill(village, {0}, count=1)
    village.sync()
    with village.store.session() as session:
        refused.let_go(session, change_of(village, bad).change_id, village.now(), "何某")
    village.line.sent.clear()
    village.create("household", household(MICRO_1))
    village.sync()
    sent = [wire.unpack_push(body) for path, body in village.line.sent if path.endswith("/push")]
    assert [change.fields.get("note") for request in sent for change in request.changes] == [""]
