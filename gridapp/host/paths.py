"""The folders we keep things in, and whether a folder can be trusted with a database."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from platformdirs import PlatformDirs

OVERRIDE = "GRIDAPP_DATA_DIR"
"""Environment variable naming another data folder; the logs are then inside it."""

LOW_BYTES = 500 * 1024 * 1024
READ_ONLY_BYTES = 100 * 1024 * 1024


class Folders(NamedTuple):  # made before the first paint, faster than a dataclass
    """``data`` holds people, keys and databases; ``logs`` holds logs without personal data."""

    data: Path
    logs: Path


class FolderFault(StrEnum):
    """Why a database in this folder would come to harm."""

    CLOUD_SYNCED = "folder.cloud_synced"
    NETWORK = "folder.network"
    NOT_WRITABLE = "folder.not_writable"


class Space(StrEnum):
    """How much room is left on the disk: under 500 MB is low, under 100 MB only reading is safe."""

    ENOUGH = "space.enough"
    LOW = "space.low"
    READ_ONLY = "space.read_only"


def standard_folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Where this system keeps a person's program data, unless ``GRIDAPP_DATA_DIR`` says else."""
    override = environment.get(OVERRIDE)
    if override:
        return folders_in(Path(override))
    system = PlatformDirs("gridapp", appauthor=False, roaming=False)
    return Folders(system.user_data_path, system.user_log_path)


def folders_in(data: Path) -> Folders:
    """Everything below one folder, as the demo and the tests want it."""
    absolute = data.absolute()
    return Folders(absolute, absolute / "logs")


def folders_of(data: Path) -> Folders:
    """The folders that go with this data folder: the system's own or everything below it."""
    standard = standard_folders()
    return standard if data == standard.data else folders_in(data)


def prepare(folders: Folders) -> FolderFault | None:
    """Make the folders, for the owner's eyes only; say why the data folder cannot be used."""
    fault = folder_fault(folders.data, mounts=_mounts())
    if fault is not None:
        return fault
    try:
        for folder in (folders.data, folders.logs):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return FolderFault.NOT_WRITABLE
    return None if os.access(folders.data, os.W_OK) else FolderFault.NOT_WRITABLE


def folder_fault(
    folder: Path, mounts: str = "", environment: Mapping[str, str] = os.environ
) -> FolderFault | None:
    """Refuse a folder that a cloud client copies while we write, or that lies on a network.

    ``mounts`` is the text of ``/proc/mounts`` (empty where there is none).
    """
    path = folder.absolute()
    if _is_cloud_synced(path, environment):
        return FolderFault.CLOUD_SYNCED
    if _is_on_network(path, mounts):
        return FolderFault.NETWORK
    return None


def mount_points(mounts: str | None = None) -> list[tuple[Path, str]]:
    """Where something hangs in the tree, and of which kind; from ``/proc/mounts`` or its text."""
    lines = [line.split() for line in (_mounts() if mounts is None else mounts).splitlines()]
    # The kernel writes a blank in a mount point as \040.
    return [(Path(line[1].replace("\\040", " ")), line[2]) for line in lines if len(line) > 2]


def free_bytes(folder: Path) -> int:
    """Room left for us on the disk of the folder or of its nearest existing parent."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free


def space(free: int) -> Space:
    """What so many free bytes mean."""
    if free < READ_ONLY_BYTES:
        return Space.READ_ONLY
    return Space.LOW if free < LOW_BYTES else Space.ENOUGH


_CLOUD_FOLDER = re.compile(
    r"onedrive|dropbox|icloud|mobile documents$|com~apple~clouddocs|nutstore|坚果云|我的坚果云"
    r"|百度云同步|百度网盘同步|百度同步|baidusync|baiduyun|google drive|wps云盘|wpsdrive",
    re.IGNORECASE,
)
"""How the names of synced folders begin, e.g. ``OneDrive - 县政府`` or ``Dropbox (个人)``."""

_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES = re.compile(r"nfs\d*|cifs|smb\w*|afs|ncpfs|davfs2?|fuse\.(sshfs|rclone|davfs2?)")


def _is_cloud_synced(path: Path, environment: Mapping[str, str]) -> bool:
    roots = [Path(environment[name]) for name in _CLOUD_VARIABLES if environment.get(name)]
    return any(path.is_relative_to(root) for root in roots) or any(
        _CLOUD_FOLDER.match(part) for part in path.parts
    )


def _is_on_network(path: Path, mounts: str) -> bool:
    if PureWindowsPath(str(path)).drive.startswith("\\\\") or _is_remote_drive(path):
        return True
    around = [(point, kind) for point, kind in mount_points(mounts) if path.is_relative_to(point)]
    nearest = max(around, key=lambda mount: len(mount[0].parts), default=None)
    return nearest is not None and _NETWORK_TYPES.fullmatch(nearest[1]) is not None


def _is_remote_drive(path: Path) -> bool:
    """Whether a Windows drive letter stands for a share (DRIVE_REMOTE is 4)."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == 4)
    else:  # noqa: RET505 - mypy reads only one of the two
        return False


def _mounts() -> str:
    table = Path("/proc/mounts")
    return table.read_text(encoding="utf-8", errors="replace") if table.exists() else ""
