"""A file written by some version of the program is understood for ever.

``golden/bundle.N.*`` were sealed with the keys below by version N. They are never edited; a new
field gets a further pair.
"""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from gridapp.contract import bundle, wire
from gridapp.contract.bundle import BundleError, BundleFault, Header, Incoming, Outgoing, Way
from gridapp.contract.sync import Change, PullRequest

GOLDEN = Path(__file__).with_name("golden")
COUNTY = b"c" * 32, b"C" * 32
LAPTOP = b"l" * 32, b"L" * 32
"""Seed of the signing key, private box key."""


def public(keys: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    sign_key, box_key = keys
    return SigningKey(sign_key).verify_key.encode(), PrivateKey(box_key).public_key.encode()


def golden(name: str) -> bundle.Bundle:
    return bundle.read((GOLDEN / name).read_bytes())


def test_an_old_file_of_a_laptop_is_still_understood() -> None:
    found = golden("bundle.1.gridapp-out")
    county = bundle.fingerprint(public(COUNTY)[0])
    assert found.header == Header("out", county, UUID(int=7), 5, 1_795_000_000)
    outgoing = bundle.unseal(found, public(LAPTOP)[0], COUNTY[1], Outgoing)
    assert outgoing.state == b"state"
    (push,) = map(wire.unpack_push, outgoing.pushes)
    fields = {"number": "01"}
    change = Change(UUID(int=1), 1, UUID(int=2), "household", UUID(int=3), "create", 0, fields)
    assert (push.batch_id, push.device, push.changes) == (UUID(int=4), UUID(int=7), [change])
    assert wire.unpack_pull(outgoing.pull) == PullRequest(UUID(int=7), 1, (0, ""), {})


def test_an_old_answer_is_still_understood() -> None:
    found = golden("bundle.1.gridapp-in")
    incoming = bundle.unseal(found, public(COUNTY)[0], LAPTOP[1], Incoming)
    assert (incoming.state, incoming.problem, incoming.expected) == (b"state", "409.1 dseq_gap", 3)
    (answer,), (page,) = incoming.answers, incoming.pages
    reply = wire.unpack_push_reply(answer.reply, [UUID(bytes=answer.change_ids)])
    assert [result.outcome for result in reply.results] == ["applied"]
    assert wire.unpack_pull(page.asked).device == UUID(int=7)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    assert wire.unpack_pull_reply(page.reply).server_time == at


def test_a_field_of_a_newer_program_does_no_harm() -> None:
    class Newer(Incoming):
        of_tomorrow: int = 1

    header = Header(Way.IN.value, bytes(16), UUID(int=7), 1, 0)
    data = bundle.seal(header, Newer(b"", [], []), COUNTY[0], public(LAPTOP)[1])
    incoming = bundle.unseal(bundle.read(data), public(COUNTY)[0], LAPTOP[1], Incoming)
    assert incoming == Incoming(b"", [], [])


def test_nobody_else_opens_or_writes_it() -> None:
    found = golden("bundle.1.gridapp-out")
    stranger = b"s" * 32
    for writer, reader in (
        (public(LAPTOP)[0], stranger),
        (public((stranger, stranger))[0], COUNTY[1]),
        (b"too short", COUNTY[1]),
    ):
        with pytest.raises(BundleError) as refused:
            bundle.unseal(found, writer, reader, Outgoing)
        assert refused.value.code == BundleFault.DAMAGED


def test_the_header_is_signed_with_the_messages() -> None:
    found = golden("bundle.1.gridapp-out")
    later = msgspec.msgpack.encode(found.header).replace(b"\x05", b"\x06")
    forged = found._replace(signed=found.signed.replace(found.signed[12 : 12 + len(later)], later))
    assert forged.signed != found.signed
    with pytest.raises(BundleError):
        bundle.unseal(forged, public(LAPTOP)[0], COUNTY[1], Outgoing)


def test_a_file_larger_than_any_honest_one_is_not_looked_into() -> None:
    with pytest.raises(BundleError) as refused:
        bundle.read(bundle.MAGIC + bytes(bundle.LARGEST))
    assert refused.value.code == BundleFault.NOT_A_BUNDLE
