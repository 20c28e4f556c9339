"""Everything that this laptop holds is found as it is typed, and nothing else is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Side
from gridapp.contract.grids import division_id
from gridapp.contract.households import HouseholdRecord, MemberRecord
from gridapp.store import journal, meta, plain
from gridapp.store.journal import Edit
from gridapp.store.opening import open_store
from gridapp.store.search.search import HitField, HitKind
from gridapp.store.tables import TABLES
from gridapp.usecases import desk as desks
from gridapp.usecases import searching, undoing
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from tests.desks import VILLAGE_ID, MakeDesk
from tests.stores import KEY


def save(desk: Desk, edits: Sequence[Edit]) -> Changed:
    with desk.store.session() as session:
        return desks.save(desk, session, "test", "试", edits)


def live(desk: Desk, *members: dict[str, Any], address: str = "龙溪3组12号") -> list[UUID]:
    """A household with these members; their ids."""
    home = HouseholdRecord(id=uuid7(), unit_id=VILLAGE_ID, address=address, number="077")
    people = [
        MemberRecord(id=uuid7(), unit_id=VILLAGE_ID, household_id=home.id, place=place, **fields)
        for place, fields in enumerate(members)
    ]
    edits = [journal.create(uuid7(), "household", home)]
    save(desk, [*edits, *(journal.create(uuid7(), "member", one) for one in people)])
    return [one.id for one in people]


def change(desk: Desk, kind: str, record_id: UUID, **fields: Any) -> None:
    with desk.store.session() as session:
        row: Any = session.get_one(TABLES[kind], record_id)
    save(desk, [journal.change(uuid7(), kind, row, **fields)])


def titles(desk: Desk, text: str, kind: HitKind = HitKind.HOUSEHOLD) -> list[str]:
    return [hit.title for hit in searching.find(desk, text) if hit.kind == kind]


def test_a_person_is_found_by_name_sound_initials_and_tails(make_desk: MakeDesk) -> None:
    desk = make_desk(filled=False)
    live(desk, {"name": "曾志强", "phone": "13987654321 0773-6612345"})
    live(desk, {"name": "单福", "citizen_number": "45032619900307123X"}, {"name": "吕㛃"})
    live(desk, {"name": "王\U00020bb7"}, {"name": "阿·买提"}, {"name": "丹志"})
    for text in ("曾", "志强", "zeng", "zengzhi", "zhiq", "zzq", "zq", "ZENG ZHI", "曾zq", "ｚzq"):
        assert titles(desk, text) == ["曾志强"], text
    assert titles(desk, "ceng") == ["曾志强"], "by another reading"
    assert titles(desk, "强志") == [], "characters stand in their order"
    for text in ("4321", "13987654321", "345", "6612345"):
        assert titles(desk, text) == ["曾志强"], text
    for text in ("123x", "123X", "45032619900307123x", "shanfu", "danf"):
        assert titles(desk, text) == ["单福"], text
    assert titles(desk, "dan") == ["丹志", "单福"], "who is rightly read so comes first"
    for text in ("lvjie", "lüj", "lu", "lyujie", "lj", "㛃", "lv jie"):
        assert titles(desk, text) == ["吕㛃"], text
    for text in ("\U00020bb7", "王\U00020bb7", "wangji"):
        assert titles(desk, text) == ["王\U00020bb7"], text
    for text in ("阿买提", "买提", "amaiti"):
        assert titles(desk, text) == ["阿·买提"], text
    assert searching.find(desk, "1234") == [], "numbers are found by their tail"
    assert all(not searching.find(desk, text) for text in ("", " ", "%", '"', "*", "zzzz", "龘"))


def test_who_is_found_by_the_start_of_a_name_comes_before_who_has_it_within(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(filled=False)
    for name in ("李军", "王军", "军红"):
        live(desk, {"name": name})
    assert titles(desk, "军")[0] == "军红"
    assert set(titles(desk, "军")) == {"军红", "李军", "王军"}


def test_a_household_is_one_hit_found_by_address_group_and_number_too(desk: Desk) -> None:
    live(desk, {"name": "石山"}, {"name": "石海"})
    hits = searching.find(desk, "龙溪3组1")
    assert [(hit.title, hit.detail, hit.field) for hit in hits] == [
        ("石山", "龙溪3组12号", HitField.ADDRESS)
    ]
    assert len([one for one in titles(desk, "石") if one in {"石山", "石海"}]) == 1
    assert titles(desk, "077") == ["石山"]


def test_a_case_is_found_by_number_title_and_party_and_a_unit_by_its_name(desk: Desk) -> None:
    title = "黄永福与李春兰排水沟纠纷"
    for text in ("2026-000-0003", "0003", "3", "排水沟", "paishuigou", "psg"):
        assert title in titles(desk, text, HitKind.DISPUTE), text
    hits = searching.find(desk, "黄永福")
    assert [(hit.title, hit.field) for hit in hits[:1]] == [(title, HitField.TITLE)]
    assert "坪岭村" in titles(desk, "plc", HitKind.UNIT)
    assert "坪岭村" in titles(desk, "坪岭", HitKind.UNIT)


def test_numbers_in_hits_are_masked(desk: Desk) -> None:
    live(desk, {"name": "石山", "phone": "13987650099", "citizen_number": "45032619900307123X"})
    (by_phone,) = searching.find(desk, "650099")
    (by_number,) = searching.find(desk, "07123x")
    assert (by_phone.field, by_phone.found) == (HitField.PHONE, "139****0099")
    assert (by_number.field, by_number.found) == (HitField.CITIZEN_NUMBER, "450***********123X")


def test_a_sealed_case_is_found_by_its_handlers_only(desk: Desk) -> None:
    new = NewDispute(
        "虚报冒领一事", "0201", "", date(2026, 11, 3), "screening", (NewParty(Side.FIRST, "霍元"),)
    )
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    (hit,) = searching.find(desk, "huoyuan")
    assert (hit.title, hit.field, hit.found) == ("虚报冒领一事", HitField.PARTY, "霍元")
    disputes.seal(desk, id_, [f"{desk.person.name}@{VILLAGE_ID}"], "涉及举报。")
    colleague = replace(desk, person=replace(desk.person, name="莫文海"))
    namesake = replace(desk, person=replace(desk.person, unit_id=division_id("450326")))
    for text in ("虚报", "霍元", "huoy", "xbml"):
        assert titles(desk, text, HitKind.DISPUTE) == ["虚报冒领一事"], text
        assert searching.find(colleague, text) == searching.find(namesake, text) == [], text


def test_the_index_follows_changes_undo_and_deletion_in_their_own_transaction(desk: Desk) -> None:
    (person,) = live(desk, {"name": "霍东", "phone": "13911112222"})
    change(desk, "member", person, name="雷震", note="改名")
    assert (titles(desk, "霍东"), titles(desk, "leiz"), titles(desk, "2222")) == (
        [],
        ["雷震"],
        ["雷震"],
    )
    take_back(desk)
    assert (titles(desk, "huod"), titles(desk, "leiz")) == (["霍东"], [])
    live(desk, {"name": "雷震"})
    assert titles(desk, "leiz") == ["雷震"]
    take_back(desk)
    assert titles(desk, "leiz") == []
    try:
        with desk.store.session() as session:
            plain.do(session, "UPDATE member SET name = '顿珠'", ())
            raise InterruptedError
    except InterruptedError:
        assert titles(desk, "顿珠") == []
    assert words_held(desk) == words_due(desk)


def take_back(desk: Desk) -> None:
    newest = undoing.last(desk)
    assert newest is not None
    undoing.undo(desk, newest.operation_id)


def words_held(desk: Desk) -> set[tuple[bytes, str]]:
    """Every word in the index of people, with the record that it leads to."""
    with desk.store.session() as session:
        plain.do(
            session,
            "CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, search_member, instance)",
            (),
        )
        found = plain.ask(
            session, "SELECT e.id, h.term FROM held h LEFT JOIN search_entry e ON e.entry = h.doc"
        )
        plain.do(session, "DROP TABLE temp.held", ())
    return set(found)


def words_due(desk: Desk) -> set[tuple[bytes, str]]:
    """The same, made from the records."""
    with desk.store.session() as session:
        rows = plain.ask(
            session, "SELECT id, person_words(name, phone, citizen_number) FROM member"
        )
        assert plain.ask(session, "SELECT * FROM search_todo") == []
    return {(id_, word) for id_, words in rows for word in words.split()}


def test_an_index_of_other_rules_is_filled_anew_when_the_store_is_opened(desk: Desk) -> None:
    before = words_held(desk)
    assert before == words_due(desk)
    with desk.store.session() as session:
        plain.do(session, "INSERT INTO search_member (search_member) VALUES ('delete-all')", ())
        plain.do(session, "DROP TRIGGER search_member_in", ())
        meta.put(session, "search_index", "0")
    assert titles(desk, "王建军") == []
    path = desk.store.path
    desk.store.close()
    store = open_store(path, KEY)
    try:
        again = replace(desk, store=store)
        assert words_held(again) == before
        live(again, {"name": "霍东"})
        assert titles(again, "霍东") == ["霍东"]
    finally:
        store.close()
