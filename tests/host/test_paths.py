"""Folders: a database is never put where a cloud client or a network would harm it."""

from pathlib import Path

import pytest

from gridapp.host import paths
from gridapp.host.paths import FolderFault, Space

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home/net nfs4 rw 0 0
/dev/sdb1 /home/net/local ext4 rw 0 0
//nas/share /mnt/our\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    "name",
    [
        "OneDrive",
        "OneDrive - 永福县",
        "坚果云",
        "我的坚果云",
        "Nutstore Files",
        "百度云同步盘",
        "BaiduSyncdisk",
        "Dropbox (个人)",
        "iCloudDrive",
        "iCloud Drive",
    ],
)
def test_a_cloud_synced_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "gridapp"
    assert paths.folder_fault(folder, environment={}) is FolderFault.CLOUD_SYNCED
    assert paths.prepare(paths.folders_in(folder)) is FolderFault.CLOUD_SYNCED
    assert not folder.exists()


def test_a_synced_folder_under_another_name_is_known_by_its_variable(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "county")}
    fault = paths.folder_fault(tmp_path / "county" / "data", environment=environment)
    assert fault is FolderFault.CLOUD_SYNCED
    assert paths.folder_fault(tmp_path / "data", environment=environment) is None


@pytest.mark.parametrize(
    ("folder", "fault"),
    [
        ("/home/wei/data", None),
        ("/home/net/wei", FolderFault.NETWORK),
        ("/home/net/local/wei", None),
        ("/home/network", None),
        ("/mnt/our share/wei", FolderFault.NETWORK),
        ("//nas/share/wei", FolderFault.NETWORK),
    ],
)
def test_a_network_folder_is_refused(folder: str, fault: FolderFault | None) -> None:
    assert paths.folder_fault(Path(folder), MOUNTS, environment={}) is fault


def test_the_environment_moves_the_data_and_its_logs(tmp_path: Path) -> None:
    moved = paths.standard_folders({"GRIDAPP_DATA_DIR": str(tmp_path / "d")})
    assert moved == paths.Folders(tmp_path / "d", tmp_path / "d" / "logs")
    usual = paths.standard_folders({})
    assert "gridapp" in usual.data.parts
    assert usual.data.is_absolute()


def test_prepared_folders_are_the_owners_only(tmp_path: Path) -> None:
    folders = paths.folders_in(tmp_path / "a" / "b")
    assert paths.prepare(folders) is None
    assert folders.data.stat().st_mode & 0o077 == 0
    assert folders.logs.is_dir()


def test_a_file_in_the_way_makes_the_folder_unusable(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    assert paths.prepare(paths.folders_in(tmp_path / "data")) is FolderFault.NOT_WRITABLE


@pytest.mark.parametrize(
    ("megabytes", "room"),
    [(99, Space.READ_ONLY), (100, Space.LOW), (499, Space.LOW), (500, Space.ENOUGH)],
)
def test_low_space_warns_and_very_low_space_only_reads(megabytes: int, room: Space) -> None:
    assert paths.space(megabytes * 1024 * 1024) is room


def test_free_space_is_that_of_the_nearest_folder_there_is(tmp_path: Path) -> None:
    assert paths.free_bytes(tmp_path / "not" / "yet") > 0
