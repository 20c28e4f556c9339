"""A file that cannot be taken changes nothing and has one code; none says anything in clear."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from nacl.public import PrivateKey
from starlette.testclient import TestClient
from uuid_utils.compat import uuid7

from gridapp.contract import bundle as format_
from gridapp.contract.bundle import Incoming
from gridapp.contract.people import Role
from gridapp.server.app import create_app
from gridapp.server.county import enrol as county_enrol
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.store import journal as local_journal
from gridapp.store import meta
from gridapp.store.undo import UndoError, take_back
from gridapp.sync import bundle
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError, BundleFault
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, VILLAGE
from tests.sync import laptops
from tests.sync.laptops import Laptop, household
from tests.sync.sticks import Stick, desk, refusal


def household_at(laptop: Laptop, unit: UUID = MICRO_1, **fields: Any) -> UUID:
    return laptop.create("household", household(unit, **fields))


def test_a_laptop_that_joined_before_there_were_keys_learns_them_with_its_next_token(
    village: Laptop, stick: Stick, clock: Clock
) -> None:
    with village.store.session() as session:
        meta.put(session, "county_keys", None)
    with pytest.raises(BundleError) as refused:
        stick.out(village)
    assert refused.value.code == BundleFault.NO_COUNTY_KEYS
    clock.move(hours=1)
    village.sync()
    assert stick.exchange(village).problem is None


def test_a_laptop_that_has_not_joined_writes_no_file(tmp_path: Path, server: TestClient) -> None:
    laptop = laptops.opened(tmp_path / "alone.db", server, Clock())
    with pytest.raises(BundleError) as refused:
        bundles.write_out(desk(laptop), tmp_path / "x.gridapp-out")
    assert refused.value.code == BundleFault.NOT_JOINED
    assert not (tmp_path / "x.gridapp-out").exists()
    laptop.store.close()


def test_no_file_shows_anything_in_clear(village: Laptop, second: Laptop, stick: Stick) -> None:
    home = household(MICRO_1, note="金丝雀巷7号")
    second.create("household", home)
    second.sync()
    mine = household_at(village, note="夜莺巷8号")
    answer = stick.answer(stick.out(village))
    for path in stick.files:
        data = path.read_bytes()
        for text in ("金丝雀巷", "夜莺巷", "永福", "household"):
            assert text.encode() not in data
        assert mine.bytes not in data
    stick.back(village, answer)
    assert village.row("household", home.id).note == "金丝雀巷7号"


@pytest.fixture
def answered(village: Laptop, stick: Stick) -> Path:
    """An answer that waits to be taken in."""
    household_at(village)
    return stick.answer(stick.out(village))


def test_a_file_damaged_at_any_byte_is_refused_whole(village: Laptop, answered: Path) -> None:
    whole = answered.read_bytes()
    codes = set()
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 0x40
        answered.write_bytes(damaged)
        codes.add(refusal(village, answered))
    assert codes == {BundleFault.DAMAGED, BundleFault.NOT_A_BUNDLE}


def test_a_file_cut_off_anywhere_is_refused_whole(village: Laptop, answered: Path) -> None:
    whole = answered.read_bytes()
    codes = set()
    for length in range(0, len(whole), 11):
        answered.write_bytes(whole[:length])
        codes.add(refusal(village, answered))
    assert codes == {BundleFault.DAMAGED, BundleFault.NOT_A_BUNDLE}


def test_a_file_altered_on_purpose_is_refused(village: Laptop, answered: Path) -> None:
    """The sum at the end can be made anew by anybody; the signature cannot."""
    whole = answered.read_bytes()[:-32]
    for place in (len(whole) - 1, len(whole) // 2, whole.index(b"number") + 7):
        altered = bytearray(whole)
        altered[place] ^= 0x01
        answered.write_bytes(bytes(altered) + hashlib.sha256(altered).digest())
        assert refusal(village, answered) == BundleFault.DAMAGED


def test_a_file_of_another_format_is_refused(village: Laptop, answered: Path) -> None:
    other = bytearray(answered.read_bytes()[:-32])
    for version in (0, 2):
        other[8:10] = version.to_bytes(2, "big")
        answered.write_bytes(bytes(other) + hashlib.sha256(other).digest())
        assert refusal(village, answered) == BundleFault.FORMAT


def test_what_is_no_bundle_is_refused(village: Laptop, tmp_path: Path) -> None:
    empty, note = tmp_path / "empty.gridapp-in", tmp_path / "note.txt"
    empty.touch()
    note.write_text("明天开会")
    assert refusal(village, empty) == BundleFault.NOT_A_BUNDLE
    assert refusal(village, note) == BundleFault.NOT_A_BUNDLE
    assert refusal(village, tmp_path) == BundleFault.NOT_READ
    assert refusal(village, tmp_path / "missing.gridapp-in") == BundleFault.NOT_READ


def test_a_pipe_in_the_place_of_a_file_does_not_hold_the_program_up(
    village: Laptop, tmp_path: Path
) -> None:
    pipe = tmp_path / "a.gridapp-in"
    os.mkfifo(pipe)
    assert refusal(village, pipe) == BundleFault.NOT_READ


def test_a_file_that_lies_about_its_size_is_not_read_to_its_end(
    village: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "LARGEST", 1000)
    monkeypatch.setattr(format_, "LARGEST", 1000)
    endless = Path("/proc/self/smaps")  # which says that it is empty
    assert endless.stat().st_size == 0
    large = tmp_path / "a.gridapp-in"
    large.write_bytes(format_.MAGIC + bytes(10_000))
    for path in (endless, large):
        assert len(bundles._bytes(path)) == 1001
        assert refusal(village, path) == BundleFault.NOT_A_BUNDLE


def test_a_header_nested_without_end_is_damage(village: Laptop, answered: Path) -> None:
    whole = format_.read(answered.read_bytes())
    head = msgspec.msgpack.encode(whole.header)
    deep = bytes([head[0] + 1]) + head[1:] + b"\xa1z" + b"\x91" * 60_000 + b"\xc0"
    data = format_.MAGIC + b"\x00\x01" + len(deep).to_bytes(2, "big") + deep + whole.sealed
    answered.write_bytes(data + hashlib.sha256(data).digest())
    assert refusal(village, answered) == BundleFault.DAMAGED


def test_an_answer_in_words_of_a_newer_county_asks_for_an_update(
    village: Laptop, answered: Path, county: County
) -> None:
    found = format_.read(answered.read_bytes())
    box_key = parties(village).box_key
    writer = bytes.fromhex(county.keys.public()["county_sign_key"])
    incoming = format_.unseal(found, writer, box_key, Incoming)
    incoming.answers[0].reply = b"of tomorrow"
    reader = PrivateKey(box_key).public_key.encode()
    answered.write_bytes(format_.seal(found.header, incoming, county.keys.sign_key, reader))
    assert refusal(village, answered) == BundleFault.FORMAT


def parties(laptop: Laptop) -> bundle.Parties:
    with laptop.store.session() as session:
        return bundle.parties(session)


def test_the_own_file_and_that_of_another_laptop_are_refused(
    village: Laptop, second: Laptop, stick: Stick
) -> None:
    out = stick.out(second)
    assert refusal(second, out) == BundleFault.WRONG_WAY
    assert refusal(village, stick.answer(out)) == BundleFault.OTHER_DEVICE


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock) -> Iterator[Laptop]:
    """A laptop of another county, with a household that waits."""
    county = open_county(clock, tmp_path / "other county")
    with TestClient(create_app(county)) as server:
        laptop = laptops.opened(tmp_path / "elsewhere.db", server, clock)
        with county.writing() as connection:
            code = county_enrol.make_code(connection, VILLAGE, Role.VILLAGE, clock.now)
        laptop.join(code)
        yield laptop
        laptop.store.close()
    county.close()


def test_the_file_of_another_county_is_refused(elsewhere: Laptop, answered: Path) -> None:
    assert refusal(elsewhere, answered) == BundleFault.OTHER_COUNTY


def test_a_full_stick_holds_no_half_file_and_the_changes_count_as_unsent(
    village: Laptop, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation = local_journal.Operation(uuid7(), "test", "", "何某", village.now())
    with village.store.session() as session:
        edit = local_journal.create(uuid7(), "household", household(MICRO_1))
        local_journal.write(session, operation, [edit])

    def full(descriptor: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as no_room, pytest.raises(BundleError) as refused:
        no_room.setattr("os.fsync", full)
        stick.out(village)
    assert refused.value.code == "report.disk_full"
    assert list(stick.folder.iterdir()) == []
    stick.out(village)
    undoing = local_journal.Operation(uuid7(), "undo", "", "何某", village.now(), operation.id)
    with pytest.raises(UndoError), village.store.session() as session:
        take_back(session, undoing, iter([uuid7()]))
