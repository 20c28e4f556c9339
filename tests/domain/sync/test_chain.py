"""Hashes that both sides compute alike."""

import hashlib
from uuid import UUID

from msgspec import structs

from gridapp.contract.alike import AlikeChanges
from gridapp.contract.sync import Change
from gridapp.domain.sync.chain import change_sha, digest, heads

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


def test_a_change_is_hashed_as_ids_and_canonical_json_without_its_number() -> None:
    ids = b"".join(UUID(int=number).bytes for number in (1, 2, 3))
    written = ids + '["household","update",4,{"address":"新街","note":"北屋"}]'.encode()
    assert change_sha(CHANGE) == hashlib.sha256(written).hexdigest()
    linked = bytes.fromhex("ab") + (1).to_bytes(8, "big") + written
    assert heads("ab", [CHANGE]) == ["ab", hashlib.sha256(linked).hexdigest()]


def test_a_change_offered_under_another_number_is_the_same_change() -> None:
    other = structs.replace(CHANGE, dseq=9)
    assert change_sha(other) == change_sha(CHANGE)
    assert heads("", [other]) != heads("", [CHANGE])


def test_columns_are_hashed_like_the_changes_in_them() -> None:
    names = {"note": ["北屋", None, "a\nb"], "a-b": [1.5, True, {"z": [], "b": 1}]}
    ids = [[UUID(int=10 * which + number) for number in range(3)] for which in range(3)]
    alike = AlikeChanges("household", "update", ids[0], [7, 8, 9], *ids[1:], [4, 5, 4], names)
    assert heads("ab", alike) == heads("ab", list(alike))


def test_the_digest_does_not_depend_on_order_and_sees_every_difference() -> None:
    pairs = [(UUID(int=n), n) for n in range(1, 5)]
    whole = digest(pairs)
    assert digest(reversed(pairs)) == whole
    assert digest([]) == "0" * 16
    assert len({whole, digest(pairs[1:]), digest([*pairs[1:], (UUID(int=1), 2)])}) == 3


def test_the_digest_of_one_record_is_the_start_of_its_hash() -> None:
    hashed = hashlib.sha256(UUID(int=5).bytes + (7).to_bytes(8, "big")).hexdigest()
    assert digest([(UUID(int=5), 7)]) == hashed[:16]
