"""Hashes that both sides compute alike."""

import hashlib
from uuid import UUID

from gridapp.contract.sync import Change
from gridapp.domain.chain import change_sha, digest, next_head

CHANGE = Change(
    change_id=UUID(int=1),
    dseq=1,
    unit=UUID(int=2),
    kind="household",
    record_id=UUID(int=3),
    op="update",
    base_revision=4,
    fields={"note": "北屋", "address": "新街"},
)


def test_the_head_is_the_hash_of_the_previous_head_and_the_canonical_change() -> None:
    written = (
        '{"base_revision":4,"change_id":"00000000-0000-0000-0000-000000000001","dseq":1,'
        '"fields":{"address":"新街","note":"北屋"},"kind":"household","op":"update",'
        '"record_id":"00000000-0000-0000-0000-000000000003",'
        '"unit":"00000000-0000-0000-0000-000000000002"}'
    )
    expected = hashlib.sha256(("ab" + written).encode()).hexdigest()
    assert next_head("ab", CHANGE) == expected


def test_a_change_offered_under_another_number_is_the_same_change() -> None:
    later = CHANGE.model_copy(update={"dseq": 9})
    assert change_sha(later) == change_sha(CHANGE)
    assert next_head("", later) != next_head("", CHANGE)


def test_the_digest_does_not_depend_on_order_and_sees_every_difference() -> None:
    pairs = [(UUID(int=n), n) for n in range(1, 5)]
    whole = digest(pairs)
    assert digest(reversed(pairs)) == whole
    assert digest([]) == "0" * 16
    assert len({whole, digest(pairs[1:]), digest([*pairs[1:], (UUID(int=1), 2)])}) == 3


def test_the_digest_of_one_record_is_the_start_of_its_hash() -> None:
    hashed = hashlib.sha256(UUID(int=5).bytes + (7).to_bytes(8, "big")).hexdigest()
    assert digest([(UUID(int=5), 7)]) == hashed[:16]
