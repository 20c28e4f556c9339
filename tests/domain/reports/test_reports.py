"""A report is handed in by one person, signed by another, and never changes after that."""

from base64 import b64encode
from typing import Any
from uuid import UUID

import pytest
import zstandard

from gridapp.contract.sync import Change, Op
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.reports import BodyError, number, pack, refusal, unpack
from gridapp.domain.reports.reports import SigningFault as F
from gridapp.domain.sync.merging import Stored

BODY, SHA = pack('{"格式":1}'.encode())
HANDED_IN = {
    "unit_id": str(UUID(int=2)),
    "period": "week",
    "first": "2026-11-16",
    "last": "2026-11-22",
    "submitted_by": "韦某",
    "submitted_at": "2026-11-20T08:00:00Z",
    "body": BODY,
    "sha256": SHA,
}
SIGNATURE = {"number": "2026-47", "signed_by": "莫某", "signed_at": "2026-11-20T09:00:00Z"}
SIGNED = HANDED_IN | SIGNATURE


def judged(before: dict[str, Any] | None, op: Op, person: str, fields: dict[str, Any]) -> F | None:
    stored = None if before is None else Stored(before, {}, 1)
    change = Change(UUID(int=9), 1, UUID(int=2), "report", UUID(int=1), op.value, 1, fields)
    return refusal(stored, change, person)


def test_what_is_handed_in_is_whole_and_under_ones_own_name() -> None:
    def brings(fields: dict[str, Any]) -> F | None:
        return judged(None, Op.CREATE, "韦某", fields)

    assert brings(HANDED_IN) is None
    assert brings(SIGNED) == F.SAME_PERSON
    assert brings(HANDED_IN | {"submitted_by": "莫某"}) == F.OTHER_PERSON
    assert brings(HANDED_IN | {"sha256": "0" * 64}) == F.DAMAGED


def test_another_person_signs_or_sends_back_with_a_reason() -> None:
    def by(person: str, **fields: str) -> F | None:
        return judged(HANDED_IN, Op.UPDATE, person, fields)

    assert by("莫某", **SIGNATURE) is None
    assert by("韦某", **SIGNATURE) == F.SAME_PERSON
    assert by("莫某", **SIGNATURE | {"signed_by": "韦某"}) == F.SAME_PERSON
    assert by("覃某", **SIGNATURE) == F.OTHER_PERSON
    assert by("莫某", **SIGNATURE | {"number": ""}) == F.NUMBER_MISSING
    assert by("莫某", returned_for="表3漏报两户") is None
    assert by("韦某", returned_for="表3漏报两户") == F.SAME_PERSON
    assert by("莫某", returned_for=" ") == F.REASON_MISSING
    returned = HANDED_IN | {"returned_for": "表3漏报两户"}
    assert judged(returned, Op.UPDATE, "莫某", SIGNATURE) == F.RETURNED


@pytest.mark.parametrize(
    "fields",
    [
        {"body": pack(b"{}")[0], "sha256": pack(b"{}")[1]},
        {"first": "2026-11-09"},
        {"submitted_by": "莫某"},
        {"unit_id": str(UUID(int=3))},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_was_handed_in_never_changes(fields: dict[str, Any]) -> None:
    assert judged(HANDED_IN, Op.UPDATE, "韦某", fields) == F.HANDED_IN
    assert judged(HANDED_IN, Op.UPDATE, "莫某", fields | SIGNATURE) == F.HANDED_IN


def test_of_a_signed_report_nothing_changes_and_nobody_deletes_it() -> None:
    for fields in ({"number": "2026-48"}, {"signed_at": None}, {"returned_for": "错"}):
        assert judged(SIGNED, Op.UPDATE, "莫某", fields) == F.SIGNED
    assert judged(SIGNED, Op.DELETE, "韦某", {}) == F.SIGNED
    assert judged(SIGNED, Op.UPDATE, "莫某", SIGNATURE) is None, "the same again says nothing new"


def test_who_handed_it_in_takes_it_back_before_it_is_signed() -> None:
    assert judged(HANDED_IN, Op.DELETE, "韦某", {}) is None
    assert judged(HANDED_IN, Op.DELETE, "莫某", {}) == F.OTHER_PERSON


def test_a_changed_byte_is_noticed() -> None:
    assert unpack(BODY, SHA) == '{"格式":1}'.encode()
    other = b64encode(zstandard.compress('{"格式":2}'.encode())).decode()
    for body in (other, BODY[:-8], BODY.replace("K", "L", 1), "正文", "", b64encode(b"x").decode()):
        with pytest.raises(BodyError) as raised:
            unpack(body, SHA)
        assert raised.value.code == F.DAMAGED


def test_a_small_body_that_unpacks_to_a_huge_one_is_not_unpacked() -> None:
    bomb = b64encode(zstandard.compress(bytes(64 << 20))).decode()
    with pytest.raises(BodyError):
        unpack(bomb, SHA)


def test_numbers_name_the_period_and_the_issue() -> None:
    def drawn(period: str, *taken: str) -> str:
        return number(Period.parse(period), taken)

    assert drawn("2026-W47") == "2026-47"
    assert drawn("2026-W47", "2026-47") == "2026-47-2"
    assert drawn("2026-W47", "2026-47", "2026-47", "2026-47-2") == "2026-47-3"
    assert drawn("2026-W53") == "2026-53"
    assert drawn("2026-11") == "2026-M11"
    assert drawn("2026-Q4", "2026-Q4") == "2026-Q4-2"
    assert drawn("2026") == "2026"
    assert drawn("2026-11-02..2026-11-20") == "20261102-20261120"
