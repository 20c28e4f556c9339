"""A report file is there whole or not at all, and the machine's refusals have names."""

import errno
import os
import stat
from pathlib import Path

import pytest

from gridapp.host import durable
from gridapp.reports.files import ReportError, ReportFault, put, safe_name


def refusal(path: Path) -> ReportFault:
    with pytest.raises(ReportError) as refused:
        put(b"new", path)
    return refused.value.code


def test_a_report_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "周报.xlsx"
    put(b"old", target)
    put(b"new", target)
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_stick_may_be_pulled_out_as_soon_as_the_file_is_said_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name too is on the stick by then, not in the memory of the machine."""
    synced: list[list[str]] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            synced.append([path.name for path in tmp_path.iterdir()])
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    put(b"new", tmp_path / "周报.xlsx")
    assert synced == [["周报.xlsx"]]


def test_a_folder_that_cannot_be_synced_takes_the_file_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def share(_folder: Path) -> None:
        raise OSError(errno.EINVAL, "as a share on the network says")

    monkeypatch.setattr(durable, "sync_folder", share)
    put(b"new", tmp_path / "周报.xlsx")
    assert (tmp_path / "周报.xlsx").read_bytes() == b"new"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "gone" / "a.xlsx") == ReportFault.FOLDER_MISSING
    assert refusal(tmp_path / "file" / "a.xlsx") == ReportFault.FOLDER_MISSING


def test_a_name_that_the_machine_does_not_take_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("长" * 200 + ".xlsx")) == ReportFault.NAME_WRONG
    (tmp_path / "link.xlsx.part").symlink_to(tmp_path / "gone" / "there")
    assert refusal(tmp_path / "link.xlsx") == ReportFault.NAME_WRONG, "as Windows says too long"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("坪岭村台账.xlsx", "坪岭村台账.xlsx"),
        ("../../甲/乙:丙*.docx", "_.._甲_乙_丙_.docx"),
        ("AUX.xlsx", "AUX_.xlsx"),
        ("con.县.pdf", "con_.县.pdf"),
        ("comment.pdf", "comment.pdf"),
        (" .\n. .csv", "_.csv"),
        ("长" * 300 + ".xlsx", "长" * 100 + ".xlsx"),
    ],
)
def test_a_proposed_name_is_one_that_windows_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_path_that_is_a_folder_is_refused_and_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.mkdir()
    assert refusal(target) == ReportFault.NOT_WRITTEN
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ReportFault.DISK_FULL),
        (errno.EIO, ReportFault.NOT_WRITTEN),
    ],
)
def test_a_disk_that_fails_leaves_the_old_report_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: ReportFault
) -> None:
    target = tmp_path / "a.xlsx"
    put(b"old", target)

    def fail(_: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", fail)
    assert refusal(target) == code
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_may_not_be_written_to_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "open", deny)
    assert refusal(tmp_path / "a.xlsx") == ReportFault.FOLDER_READ_ONLY


def test_a_file_held_by_another_program_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.xlsx"
    put(b"old", target)

    def deny(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", deny)
    assert refusal(target) == ReportFault.FILE_OPEN
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
