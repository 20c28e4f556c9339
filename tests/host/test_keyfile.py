"""The key file: no copy, cut or wrong word loses the key or gives it away."""

import json
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from gridapp.host import keyfile
from gridapp.host.keyfile import Cost, KeyFault

CHEAP = Cost(passes=argon2id.OPSLIMIT_MIN, memory=argon2id.MEMLIMIT_MIN)
PASSWORD = "correct horse battery"
OTHER = "another long password"


def make(folder: Path) -> bytes:
    return keyfile.create(folder, PASSWORD, cost=CHEAP)


def test_the_password_gives_back_the_key_and_another_one_does_not(tmp_path: Path) -> None:
    key = make(tmp_path)
    assert len(key) == 32
    assert keyfile.unlock(tmp_path, PASSWORD) == key
    with pytest.raises(keyfile.WrongPassword) as refused:
        keyfile.unlock(tmp_path, PASSWORD + "!")
    assert refused.value.code is KeyFault.WRONG_PASSWORD


def test_the_full_cost_is_64_mib_and_three_passes(tmp_path: Path) -> None:
    key = keyfile.create(tmp_path, PASSWORD)
    (wrap,) = json.loads((tmp_path / "key.json").read_text())["wraps"]
    assert (wrap["memory"], wrap["passes"]) == (67_108_864, 3)
    assert keyfile.unlock(tmp_path, PASSWORD) == key


def test_neither_key_nor_password_stands_in_the_files(tmp_path: Path) -> None:
    key = make(tmp_path)
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert key not in content
        assert key.hex().encode() not in content
        assert PASSWORD.encode() not in content


@pytest.mark.parametrize("password", ["", "123456", "九个字的口令不算长", "a" * 9])
def test_fewer_than_ten_characters_are_refused(tmp_path: Path, password: str) -> None:
    with pytest.raises(keyfile.PasswordTooShort):
        keyfile.create(tmp_path, password, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_full_width_characters_of_an_input_method_are_the_same_password(tmp_path: Path) -> None:
    key = keyfile.create(tmp_path, "abc1234567", cost=CHEAP)
    assert keyfile.unlock(tmp_path, "ａｂｃ１２３４５６７") == key


def test_a_second_key_never_replaces_the_first(tmp_path: Path) -> None:
    key = make(tmp_path)
    (tmp_path / "key.json").unlink()
    with pytest.raises(keyfile.KeyFileExists):
        make(tmp_path)
    assert keyfile.unlock(tmp_path, PASSWORD) == key


@pytest.mark.parametrize("name", keyfile.COPIES)
@pytest.mark.parametrize("damage", [None, b"", b"\x00" * 400, b"[]", b'{"wraps": []}'])
def test_one_lost_or_damaged_copy_still_unlocks_and_is_mended(
    tmp_path: Path, name: str, damage: bytes | None
) -> None:
    key = make(tmp_path)
    whole = (tmp_path / name).read_bytes()
    if damage is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(damage)
    assert keyfile.unlock(tmp_path, PASSWORD) == key
    if damage is None or not damage.startswith((b"[", b"{")):
        assert (tmp_path / name).read_bytes() == whole


def test_two_damaged_copies_are_called_damaged_and_none_missing(tmp_path: Path) -> None:
    with pytest.raises(keyfile.KeyFileMissing):
        keyfile.unlock(tmp_path, PASSWORD)
    make(tmp_path)
    for name in keyfile.COPIES:
        (tmp_path / name).write_bytes(b"{")
    with pytest.raises(keyfile.KeyFileDamaged):
        keyfile.unlock(tmp_path, PASSWORD)


def test_a_file_that_asks_for_all_memory_is_damaged(tmp_path: Path) -> None:
    make(tmp_path)
    for name in keyfile.COPIES:
        content = json.loads((tmp_path / name).read_text())
        content["wraps"][0]["memory"] = 1 << 40
        (tmp_path / name).write_text(json.dumps(content))
    with pytest.raises(keyfile.KeyFileDamaged):
        keyfile.unlock(tmp_path, PASSWORD)


def test_a_changed_password_opens_the_same_key_and_the_old_one_no_longer(tmp_path: Path) -> None:
    key = make(tmp_path)
    keyfile.change_password(tmp_path, PASSWORD, OTHER, cost=CHEAP)
    assert keyfile.unlock(tmp_path, OTHER) == key
    with pytest.raises(keyfile.WrongPassword):
        keyfile.unlock(tmp_path, PASSWORD)


def test_changing_the_password_keeps_the_other_wraps(tmp_path: Path) -> None:
    make(tmp_path)
    for name in keyfile.COPIES:
        content = json.loads((tmp_path / name).read_text())
        content["wraps"].append({"kind": "recovery", "sealed": "00"})
        (tmp_path / name).write_text(json.dumps(content))
    keyfile.change_password(tmp_path, PASSWORD, OTHER, cost=CHEAP)
    kinds = [wrap["kind"] for wrap in json.loads((tmp_path / "key.json").read_text())["wraps"]]
    assert kinds == ["password", "recovery"]


def test_a_cut_between_the_two_copies_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = make(tmp_path)
    write = keyfile.write_durably

    def write_then_cut(path: Path, data: bytes) -> None:
        if path.name == "key.bak.json":
            raise KeyboardInterrupt
        write(path, data)

    with monkeypatch.context() as cut:
        cut.setattr(keyfile, "write_durably", write_then_cut)
        with pytest.raises(KeyboardInterrupt):
            keyfile.change_password(tmp_path, PASSWORD, OTHER, cost=CHEAP)
    # The person may not know whether the change went through: until the new word has been used,
    # either opens.
    assert keyfile.unlock(tmp_path, PASSWORD) == key
    assert keyfile.unlock(tmp_path, OTHER) == key
    with pytest.raises(keyfile.WrongPassword):
        keyfile.unlock(tmp_path, PASSWORD)


def test_a_disk_that_takes_no_more_still_unlocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = make(tmp_path)
    (tmp_path / "key.bak.json").unlink()

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keyfile, "write_durably", full)
    assert keyfile.unlock(tmp_path, PASSWORD) == key
