"""What a change makes of a record, field by field."""

from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, Verdict
from gridapp.domain.sync.merging import Mark, Stored, merge

RECORD, UNIT, ELSEWHERE = UUID(int=1), UUID(int=2), UUID(int=3)
MINE, THEIRS = 1, 2


def change(op: str, kind: str = "member", base: int = 0, **fields: Any) -> Change:
    return Change(
        change_id=UUID(int=9),
        dseq=1,
        unit=UNIT,
        kind=kind,
        record_id=RECORD,
        op=op,
        base_revision=base,
        fields=fields,
    )


def stored(deleted: bool = False, **fields: tuple[Any, int, int]) -> Stored:
    """Each field as (value, revision at which it last changed, who changed it)."""
    fields.setdefault("unit_id", (str(UNIT), 1, THEIRS))
    return Stored(
        {name: value for name, (value, _, _) in fields.items()},
        {name: Mark(revision, writer) for name, (_, revision, writer) in fields.items()},
        max(revision for _, revision, _ in fields.values()),
        deleted,
    )


def test_a_create_is_revision_one_and_owned_by_its_unit() -> None:
    merged = merge(None, change("create", name="何某"), MINE)
    assert merged.verdict is Verdict.APPLIED
    assert merged.record is not None
    assert merged.record.fields == {"name": "何某", "unit_id": str(UNIT)}
    assert merged.record.revision == 1


def test_the_same_value_on_both_sides_is_no_conflict_and_no_new_revision() -> None:
    before = stored(phone=("138", 3, THEIRS))
    merged = merge(before, change("update", base=1, phone="138"), MINE)
    assert (merged.verdict, merged.record) == (Verdict.MERGED, before)
    assert merged.record is before


def test_different_fields_merge() -> None:
    merged = merge(stored(phone=("138", 2, THEIRS)), change("update", base=1, note="x"), MINE)
    assert merged.verdict is Verdict.MERGED
    assert merged.record is not None
    assert (merged.record.fields["phone"], merged.record.fields["note"]) == ("138", "x")
    assert merged.record.revision == 3


def test_of_a_plain_field_the_last_to_arrive_wins() -> None:
    merged = merge(stored(note=("a", 2, THEIRS)), change("update", base=1, note="b"), MINE)
    assert merged.record is not None
    assert (merged.verdict, merged.record.fields["note"]) == (Verdict.MERGED, "b")


def test_of_a_guarded_field_the_countys_value_stands() -> None:
    before = stored(phone=("138", 2, THEIRS))
    merged = merge(before, change("update", base=1, phone="139"), MINE)
    assert merged.verdict is Verdict.CONFLICT
    assert merged.record is before
    assert [(c.field, c.standing, c.offered) for c in merged.conflicts] == [("phone", "138", "139")]


def test_who_has_seen_a_guarded_value_may_change_it() -> None:
    merged = merge(stored(phone=("138", 2, THEIRS)), change("update", base=2, phone="139"), MINE)
    assert merged.verdict is Verdict.APPLIED


def test_a_devices_own_earlier_write_never_stands_against_it() -> None:
    mine = stored(phone=("138", 2, MINE), unit_id=(str(UNIT), 1, MINE))
    merged = merge(mine, change("update", base=0, phone="139"), MINE)
    assert merged.verdict is Verdict.APPLIED


@pytest.mark.parametrize(
    ("standing", "base", "offered", "verdict"),
    [
        ("registered", 2, "handled", Verdict.APPLIED),
        ("registered", 2, "struck_off", Verdict.CONFLICT),
        ("handled", 1, "concluded", Verdict.MERGED),
        ("concluded", 1, "handled", Verdict.CONFLICT),
        ("concluded", 2, "handled", Verdict.APPLIED),
    ],
)
def test_a_state_takes_a_legal_step_only_and_a_reopening_only_knowingly(
    standing: str, base: int, offered: str, verdict: Verdict
) -> None:
    before = stored(state=(standing, 2, THEIRS))
    assert merge(before, change("update", "dispute", base, state=offered), MINE).verdict is verdict


def test_append_only_kinds_refuse_updates() -> None:
    merged = merge(stored(outcome=("quiet", 1, MINE)), change("update", "visit", 1, note="x"), MINE)
    assert (merged.verdict, merged.code) == (Verdict.REFUSED, Problem.APPEND_ONLY)


def test_an_update_beats_a_delete_on_either_side() -> None:
    deleted = stored(deleted=True, note=("a", 2, THEIRS))
    revived = merge(deleted, change("update", base=1, note="b"), MINE).record
    assert revived is not None
    assert not revived.deleted
    edited = stored(note=("b", 2, THEIRS))
    kept = merge(edited, change("delete", base=1), MINE)
    assert (kept.verdict, kept.record is not None and kept.record.deleted) == (
        Verdict.MERGED,
        False,
    )
    assert kept.record is not None
    assert kept.record.revision == 3, "offered again to whoever deleted it"


def test_a_delete_of_what_one_has_seen_is_taken() -> None:
    merged = merge(stored(note=("b", 2, THEIRS)), change("delete", base=2), MINE)
    assert merged.record is not None
    assert (merged.verdict, merged.record.deleted) == (Verdict.APPLIED, True)


def test_a_second_create_of_a_record_is_refused_unless_it_is_a_unit() -> None:
    before = stored(name=("甲村", 1, THEIRS))
    assert merge(before, change("create", name="甲村"), MINE).code is Problem.RECORD_EXISTS
    same = stored(name=("甲村", 1, THEIRS), unit_id=(str(RECORD), 1, THEIRS))
    assert merge(same, change("create", "unit", name="甲村"), MINE).verdict is Verdict.DUPLICATE
    more = merge(same, change("create", "unit", name="甲村", place=2), MINE)
    assert more.verdict is Verdict.MERGED
    other = merge(same, change("create", "unit", name="乙村"), MINE)
    assert other.verdict is Verdict.CONFLICT


def test_a_deleted_record_can_be_brought_back_by_a_create() -> None:
    merged = merge(stored(deleted=True, note=("a", 2, MINE)), change("create", name="x"), MINE)
    assert merged.record is not None
    assert not merged.record.deleted


def test_changes_of_what_does_not_exist_are_refused() -> None:
    assert merge(None, change("update", note="x"), MINE).code is Problem.RECORD_MISSING
    assert merge(None, change("delete"), MINE).code is Problem.RECORD_MISSING
    assert merge(None, change("swap"), MINE).code is Problem.INVALID_FIELDS


def test_unknown_kinds_and_fields_are_carried() -> None:
    merged = merge(None, change("create", "rating", stars=5), MINE)
    assert merged.record is not None
    assert merged.record.fields["stars"] == 5
    later = merge(stored(stars=(5, 2, THEIRS)), change("update", "rating", 1, stars=4), MINE)
    assert later.record is not None
    assert later.record.fields["stars"] == 4
