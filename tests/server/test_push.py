"""Push: verdicts, replay, order of a device's changes, one transaction per batch."""

from uuid import UUID

import pytest
from msgspec import structs
from sqlalchemy import Connection, func, select, text

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op, PushReply
from gridapp.server import migrations
from gridapp.server.county import enrol
from gridapp.server.county.county import County
from gridapp.server.database.tables import feed_counter, feed_head, journal, record, stub
from gridapp.server.exchange import journal as journal_module
from tests.server.conftest import Enrol
from tests.server.grids import COUNTY, MICRO_1, MICRO_2, OTHER_MICRO, TOWNSHIP, UNITS, VILLAGE
from tests.server.laptops import Laptop, answer, dispute, fresh_id, household, member
from tests.server.old_county import make_old


def outcomes(reply: PushReply) -> list[str]:
    return [result.outcome for result in reply.results]


def codes(reply: PushReply) -> list[str | None]:
    return [result.code for result in reply.results]


def new_household(laptop: Laptop, unit: UUID = MICRO_1, **fields: object) -> Change:
    return laptop.change(Op.CREATE, "household", fresh_id(), unit, **household(**fields))


def count(county: County, table: object, *conditions: object) -> int:
    with county.reading() as connection:
        query = select(func.count()).select_from(table).where(*conditions)
        return connection.execute(query).scalar_one()


def test_a_repeated_batch_gets_its_first_answer_and_leaves_nothing_twice(
    village: Laptop, county: County
) -> None:
    request = village.request(new_household(village), new_household(village))
    first = answer(request, village.send)
    before = count(county, journal)
    again = answer(request, village.send)
    assert (first.status, again.status) == ("applied", "replayed")
    assert again.results == first.results
    assert count(county, journal) == before
    assert [result.position for result in first.results] == [
        first.results[0].position,
        first.results[0].position + 1,
    ]


def test_the_same_batch_id_with_other_changes_is_a_problem(village: Laptop) -> None:
    request = village.request(new_household(village))
    village.send(request)
    other = village.request(new_household(village), batch_id=request.batch_id)
    response = village.send(other)
    assert (response.status_code, response.json()["code"]) == (409, "409.3 batch_reused")


def test_a_gap_is_answered_with_the_number_that_is_expected(village: Laptop) -> None:
    village.push(new_household(village))
    lost = new_household(village)
    village.request(lost)
    response = village.send(village.request(new_household(village)))
    assert response.status_code == 409
    assert (response.json()["code"], response.json()["expected"]) == ("409.1 dseq_gap", 2)


def test_changes_that_come_again_in_another_batch_are_duplicates(
    village: Laptop, county: County
) -> None:
    first, second = new_household(village), new_household(village)
    village.push(first)
    head = village.head
    village.head = ""
    reply = village.push(first, second)
    assert outcomes(reply) == ["duplicate", "applied"]
    assert village.head != head
    assert count(county, record, record.c.kind == "household") == 2


def test_a_cloned_device_is_found_by_its_number(village: Laptop) -> None:
    clone = Laptop(village.client, village.now, village.id, village.key, token=village.token)
    village.push(new_household(village))
    response = clone.send(clone.request(new_household(clone)))
    assert (response.status_code, response.json()["code"]) == (409, "409.2 device_forked")


def test_a_cloned_device_is_found_by_its_chain(village: Laptop) -> None:
    village.push(new_household(village))
    village.head = "0" * 64
    response = village.send(village.request(new_household(village)))
    assert (response.status_code, response.json()["code"]) == (409, "409.2 device_forked")


def test_a_laptop_that_enrols_anew_may_offer_its_changes_again(
    village: Laptop, enrolled: Enrol, county: County
) -> None:
    change = new_household(village)
    village.push(change)
    renewed = enrolled(VILLAGE, Role.VILLAGE)
    waiting = new_household(renewed)
    offered = [structs.replace(change, dseq=1), structs.replace(waiting, dseq=2)]
    assert outcomes(renewed.push(*offered)) == ["duplicate", "applied"]
    assert count(county, record, record.c.kind == "household") == 2


def test_the_same_change_id_with_other_fields_is_refused_alone(
    village: Laptop, enrolled: Enrol
) -> None:
    change = new_household(village)
    village.push(change)
    other = enrolled(VILLAGE, Role.VILLAGE)
    forged = structs.replace(change, fields=household(number="99"))
    good = structs.replace(new_household(other), dseq=2)
    reply = other.push(forged, good)
    assert codes(reply) == ["409.4 change_id_reused", None]
    assert village.pull()[("household", change.record_id)].fields["number"] == "01"


def test_a_refused_change_does_not_hold_back_the_others(village: Laptop, county: County) -> None:
    bad = new_household(village, walk_order="first")
    nameless = village.change(Op.CREATE, "member", fresh_id(), MICRO_1, name="何某")
    outside = new_household(village, OTHER_MICRO)
    missing = village.change(Op.UPDATE, "household", fresh_id(), MICRO_1, note="x")
    odd = village.change("swap", "household", fresh_id(), MICRO_1)
    good = new_household(village)
    reply = village.push(bad, nameless, outside, missing, odd, good)
    assert outcomes(reply) == ["refused"] * 5 + ["applied"]
    assert codes(reply) == [
        "422.1 invalid_fields",
        "422.1 invalid_fields",
        "403.3 out_of_scope",
        "403.3 out_of_scope",
        "422.1 invalid_fields",
        None,
    ]
    assert count(county, record, record.c.kind == "household") == 1
    assert reply.last_dseq == 6


def test_unknown_kinds_and_fields_are_carried(village: Laptop) -> None:
    rating = village.change(Op.CREATE, "rating", fresh_id(), MICRO_1, stars=5)
    home = new_household(village, lift=True)
    assert outcomes(village.push(rating, home)) == ["applied", "applied"]
    village.cursors = {}
    rows = village.pull()
    assert rows[("rating", rating.record_id)].fields == {"stars": 5}
    assert rows[("household", home.record_id)].fields["lift"] is True


def test_two_laptops_that_change_different_fields_both_keep_their_change(
    village: Laptop, other: Laptop
) -> None:
    home = new_household(village)
    village.push(home)
    village.push(
        village.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=1, note="北屋")
    )
    reply = other.push(
        other.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=1, address="新街2号")
    )
    assert (outcomes(reply), reply.results[0].revision) == (["merged"], 3)
    fields = other.pull()[("household", home.record_id)].fields
    assert (fields["note"], fields["address"]) == ("北屋", "新街2号")


def test_the_countys_value_of_a_guarded_field_stands_until_a_person_decides(
    village: Laptop, other: Laptop, county: County
) -> None:
    home = new_household(village)
    person = village.change(
        Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id, phone="")
    )
    village.push(home, person)

    def phone(laptop: Laptop, number: str) -> Change:
        return laptop.change(
            Op.UPDATE, "member", person.record_id, MICRO_1, base=1, phone=number, note=number[-2:]
        )

    village.push(phone(village, "13800000001"))
    reply = other.push(phone(other, "13800000002"))
    result = reply.results[0]
    assert result.outcome == "conflict"
    found = [(c.field, c.standing, c.offered) for c in result.conflicts]
    assert found == [("phone", "13800000001", "13800000002")]
    assert count(county, record, record.c.kind == "conflict") == 1
    fields = village.pull()[("member", person.record_id)].fields
    assert (fields["phone"], fields["note"]) == ("13800000001", "02")


def test_a_case_concluded_elsewhere_is_not_handled_again_unseen(
    village: Laptop, other: Laptop
) -> None:
    case = village.change(Op.CREATE, "dispute", fresh_id(), MICRO_1, **dispute())
    village.push(case)
    village.push(
        village.change(Op.UPDATE, "dispute", case.record_id, MICRO_1, base=1, state="concluded")
    )
    reply = other.push(
        other.change(Op.UPDATE, "dispute", case.record_id, MICRO_1, base=1, state="handled")
    )
    assert outcomes(reply) == ["conflict"]
    assert village.pull()[("dispute", case.record_id)].fields["state"] == "concluded"


def test_a_visit_is_never_changed_afterwards(village: Laptop) -> None:
    visit = village.change(
        Op.CREATE,
        "visit",
        fresh_id(),
        MICRO_1,
        round_id=str(fresh_id()),
        household_id=str(fresh_id()),
        outcome="quiet",
        visited_on="2026-11-16",
        recorded_at="2026-11-16T08:00:00+00:00",
    )
    edit = village.change(Op.UPDATE, "visit", visit.record_id, MICRO_1, base=1, outcome="dispute")
    reply = village.push(visit, edit)
    assert codes(reply) == [None, "422.2 append_only"]


def test_a_moved_household_takes_its_members_and_visits_along(
    village: Laptop, enrolled: Enrol, county: County
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    home = new_household(village)
    person = village.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id))
    village.push(home, person)
    held = leader.pull()
    assert {("household", home.record_id), ("member", person.record_id)} <= held.keys()
    move = village.change(
        Op.UPDATE, "household", home.record_id, MICRO_2, base=1, unit_id=str(MICRO_2)
    )
    assert outcomes(village.push(move)) == ["applied"]
    assert {"household", "member"}.isdisjoint(kind for kind, _ in leader.pull())
    assert village.pull()[("member", person.record_id)].unit == MICRO_2
    assert count(county, stub) == 2


def test_work_on_a_household_that_has_moved_away_follows_it(
    village: Laptop, enrolled: Enrol
) -> None:
    leader = enrolled(MICRO_1, Role.LEADER)
    home = new_household(village)
    village.push(home)
    leader.pull()
    village.push(
        village.change(
            Op.UPDATE, "household", home.record_id, MICRO_2, base=1, unit_id=str(MICRO_2)
        )
    )
    note = leader.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=1, note="搬走")
    person = leader.change(Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id))
    late = leader.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=2, note="再改")
    reply = leader.push(note, person, late)
    assert outcomes(reply) == ["merged", "merged", "refused"]
    rows = village.pull()
    assert rows[("household", home.record_id)].fields["note"] == "搬走"
    assert rows[("member", person.record_id)].unit == MICRO_2
    assert ("household", home.record_id) not in leader.pull()
    assert ("member", person.record_id) not in leader.rows


def test_a_crash_between_commit_and_reply_is_healed_by_the_same_batch(
    village: Laptop, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = village.request(new_household(village))
    keep = journal_module.keep

    def crash(*arguments: object) -> None:
        keep(*arguments)
        raise MemoryError

    monkeypatch.setattr(journal_module, "keep", crash)
    with pytest.raises(MemoryError):
        village.send(request)
    assert count(county, record, record.c.kind == "household") == 0, "all or nothing"
    monkeypatch.setattr(journal_module, "keep", keep)
    village.send(request)  # committed, and the reply is lost on its way
    again = answer(request, village.send)
    assert (again.status, outcomes(again)) == ("replayed", ["applied"])
    assert count(county, record, record.c.kind == "household") == 1


def test_positions_and_chain_of_a_feed_advance_with_each_batch(
    village: Laptop, county: County
) -> None:
    def head() -> tuple[int, str]:
        with county.reading() as connection:
            found = select(feed_counter.c.seq, feed_counter.c.chain)
            row = connection.execute(found.where(feed_counter.c.feed == VILLAGE)).one()
        return row.seq, row.chain

    before = head()
    village.push(new_household(village), new_household(village))
    after = head()
    assert after[0] == before[0] + 2
    assert after[1] != before[1]
    assert count(county, feed_head, feed_head.c.feed == VILLAGE, feed_head.c.seq == after[0]) == 1


def test_an_update_beats_a_delete_that_had_not_seen_it(village: Laptop, other: Laptop) -> None:
    home = new_household(village)
    village.push(home)
    village.push(village.change(Op.UPDATE, "household", home.record_id, MICRO_1, base=1, note="a"))
    reply = other.push(other.change(Op.DELETE, "household", home.record_id, MICRO_1, base=1))
    assert outcomes(reply) == ["merged"]
    assert ("household", home.record_id) in other.pull()


def test_a_deleted_record_leaves_every_laptop(village: Laptop, other: Laptop) -> None:
    home = new_household(village)
    village.push(home)
    assert ("household", home.record_id) in other.pull()
    village.push(village.change(Op.DELETE, "household", home.record_id, MICRO_1, base=1))
    assert ("household", home.record_id) not in other.pull()


def test_a_laptop_set_up_offline_brings_its_own_path(enrolled: Enrol, county: County) -> None:
    with county.writing() as connection:
        assert enrol.unit_for(connection, "450326100201") == VILLAGE
    laptop = enrolled(VILLAGE, Role.VILLAGE)

    def bring(by: Laptop, unit: UUID, **other: object) -> Change:
        level, parent, name, code = UNITS[unit]
        fields = {
            "level": level,
            "parent_id": str(parent) if parent else None,
            "name": name,
            "code": code,
        }
        return by.change(Op.CREATE, "unit", unit, unit, **{**fields, **other})

    path = [bring(laptop, unit) for unit in (COUNTY, TOWNSHIP, VILLAGE, MICRO_1)]
    assert outcomes(laptop.push(*path)) == ["applied"] * 4
    second = enrolled(VILLAGE, Role.VILLAGE)
    again = [bring(second, COUNTY), bring(second, TOWNSHIP, place=3), bring(second, VILLAGE)]
    assert outcomes(second.push(*again)) == ["duplicate", "merged", "duplicate"]
    assert second.pull()[("unit", TOWNSHIP)].fields.get("place", 0) == 0
    assert codes(second.push(bring(second, OTHER_MICRO))) == ["403.3 out_of_scope"]


def test_a_journal_of_single_changes_becomes_one_of_batches(
    village: Laptop, county: County
) -> None:
    home, person = new_household(village), fresh_id()
    batch = village.request(
        home, village.change(Op.UPDATE, "household", person, MICRO_1, note="nobody")
    )
    village.send(batch)
    with county.writing() as connection:
        before = _kept(connection)
        make_old(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '0007'"))
        migrations.upgrade(connection)
        assert _kept(connection) == before
    village.head = ""
    again = village.push(*batch.changes)
    assert outcomes(again) == ["duplicate", "refused"]


def _kept(connection: Connection) -> dict[UUID, tuple[object, ...]]:
    """What the journal says of each change, but for what an old one did not keep."""
    return {
        entry.change.change_id: (entry.change.fields, entry.result, entry.device, entry.at)
        for entries in journal_module.every(connection)
        for entry in entries
    }
