"""A small file is the old one or the new one, whatever happens while it is written."""

import os
import stat
from pathlib import Path

import pytest

from gridapp.host.durable import write_durably


def test_a_fault_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.json"
    write_durably(file, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_durably(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["key.json"]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    write_durably(tmp_path / "secret", b"x")
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
