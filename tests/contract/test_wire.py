"""What is packed is unpacked again, and whatever else comes is one error."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from gridapp.contract import wire
from gridapp.contract.people import Grant
from gridapp.contract.sync import (
    MAX_BODY_BYTES,
    Change,
    ChangeResult,
    Cursor,
    FeedPage,
    FieldConflict,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    Row,
    Stub,
)

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.uuids().map(str)
    | st.uuids().map(lambda one: str(one).upper())
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=4
)
fields = st.dictionaries(st.sampled_from(["unit_id", "note", "born_on", "明天"]), values)
small = st.integers(0, 2**31)
changes = st.builds(
    Change,
    change_id=st.uuids(),
    dseq=small,
    unit=st.sampled_from([UUID(int=1), UUID(int=2)]),
    kind=st.sampled_from(["household", "visit", "tomorrow"]),
    record_id=st.uuids(),
    op=st.sampled_from(["create", "update", "swap"]),
    base_revision=small,
    fields=fields,
)
rows = st.builds(
    Row,
    kind=st.sampled_from(["household", "visit"]),
    id=st.uuids(),
    unit=st.uuids(),
    revision=small,
    position=small,
    deleted=st.booleans(),
    erased=st.booleans(),
    fields=fields,
)
PULL = PullRequest(
    device=UUID(int=3),
    schema_version=1,
    ack=(4, "ab"),
    cursors={str(UUID(int=1)): Cursor(pos=1, head_seq=2, head_chain="cd")},
)


def push_of(*made: Change, pull: PullRequest | None = None) -> PushRequest:
    return PushRequest(
        batch_id=UUID(int=5),
        device=UUID(int=3),
        schema_version=1,
        previous_head="ab" * 32,
        changes=list(made),
        pull=pull,
    )


def same(one: Any, other: Any) -> bool:
    """Equal in value and in type: 1, 1.0 and true differ."""
    return msgspec.json.encode(in_rows(one)) == msgspec.json.encode(in_rows(other))


def in_rows(message: Any) -> Any:
    """The message without columns, of changes or of answers."""
    names = {"changes", "results"} & set(getattr(message, "__struct_fields__", ()))
    rows = {name: list(getattr(message, name)) for name in names}
    return msgspec.structs.replace(message, **rows) if rows else message


@given(st.lists(changes, max_size=12))
def test_changes_come_out_as_they_went_in_and_in_order(made: list[Change]) -> None:
    request = push_of(*made, pull=PULL)
    assert same(wire.unpack_push(wire.pack_push(request)), request)


@given(st.lists(changes, min_size=1, max_size=12))
def test_an_id_that_serves_twice_goes_once(made: list[Change]) -> None:
    lent = [msgspec.structs.replace(change, change_id=change.record_id) for change in made]
    body = wire.pack_push(push_of(*lent))
    assert same(wire.unpack_push(body), push_of(*lent))
    assert len(zstandard.decompress(body)) < len(
        zstandard.decompress(wire.pack_push(push_of(*made)))
    )


@given(st.lists(rows, max_size=12), st.lists(st.uuids(), max_size=5))
def test_rows_and_stubs_come_out_as_they_went_in(made: list[Row], gone: list[UUID]) -> None:
    stubs = [Stub(kind="household", id=id_, position=at) for at, id_ in enumerate(gone)]
    page = FeedPage(rows=made, stubs=stubs, to=9, count=3, digest="0f", reset=True)
    reply = PullReply(
        feeds={str(UUID(int=1)): page},
        grants=[Grant(UUID(int=1), "village")],
        revoked=[str(UUID(int=2))],
        backup_hwm=7,
        mark="m",
        server_time=NOW,
    )
    assert same(wire.unpack_pull_reply(wire.pack_pull_reply(reply)), reply)


def test_an_answer_counts_for_the_changes_that_it_answers_only() -> None:
    ids = [UUID(int=n) for n in range(1, 4)]
    found = [FieldConflict(field="phone", standing=None, offered=["13900001234"])]
    results = [ChangeResult(change_id=id_, outcome="applied", revision=1) for id_ in ids]
    results[1].conflicts = found
    results[2].code = "409.7 transition"
    reply = PushReply(status="applied", results=results, last_dseq=3, server_time=NOW)
    packed = wire.pack_push_reply(reply)
    assert same(wire.unpack_push_reply(packed, ids), reply)
    for others in (ids[:2], ids[::-1], [UUID(int=9), *ids[1:]]):
        with pytest.raises(wire.WireError):
            wire.unpack_push_reply(packed, others)


def test_a_pull_comes_out_as_it_went_in() -> None:
    assert wire.unpack_pull(wire.pack_pull(PULL)) == PULL


def packed(message: Any) -> bytes:
    return zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(message))


WHOLE = msgspec.msgpack.decode(zstandard.decompress(wire.pack_push(push_of())))
ID = UUID(int=1).bytes


def with_table(table: Any) -> bytes:
    return packed([*WHOLE[:4], table, None])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        packed([]),
        packed({"device": 5}),
        with_table([[0, 0], [[["visit", "create"], [], 2**40, [], []]]]),
        with_table([[0, 0], [[["visit", "create"], [], -1, [], []]]]),
        with_table([[0, 5], [[["visit", "create"], [], 1, [[0, ID]] * 5, []]]]),
        with_table([[0, 0], [[["visit", "create"], ["a"], 1, [[0, ID]] * 5, [[0, 1]]]]]),
        with_table(
            [[0, 0], [[["x", "y"], ["a"], 1, [[0, v] for v in (ID, 1, ID, ID, 0)], [[0, ID]]]]]
        ),
    ],
)
def test_what_is_not_a_message_is_one_error(body: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.unpack_push(body)


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_body_damaged_anywhere_is_one_error_or_a_message(piece: bytes, at: int) -> None:
    change = Change(
        change_id=UUID(int=1),
        dseq=1,
        unit=UUID(int=2),
        kind="visit",
        record_id=UUID(int=3),
        op="create",
        base_revision=0,
        fields={"note": "水沟", "list": [1, {"a": None}]},
    )
    plain = zstandard.decompress(wire.pack_push(push_of(change, pull=PULL)))
    damaged = plain[:at] + piece + plain[at + len(piece) :]
    with suppress(wire.WireError):
        wire.unpack_push(zstandard.ZstdCompressor().compress(damaged))


def test_a_body_that_would_unpack_to_too_much_is_not_unpacked() -> None:
    with pytest.raises(wire.TooLargeError):
        wire.unpack_push(zstandard.ZstdCompressor().compress(b" " * (MAX_BODY_BYTES + 1)))
