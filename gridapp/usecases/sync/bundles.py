"""Exchanging with the county by a file that is carried on a USB stick."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gridapp.contract.bundle import IN_ENDING, LARGEST, OUT_ENDING, BundleError, BundleFault
from gridapp.reports import files
from gridapp.reports.files import ReportError
from gridapp.sync import bundle, bundle_answer
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.usecases.desk import CHINA, Desk

__all__ = [
    "IN_ENDING",
    "OUT_ENDING",
    "BundleError",
    "BundleFault",
    "Written",
    "file_name",
    "take_in",
    "write_out",
]

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Written:
    """A file that is ready to be carried: where it is, its size, and how many changes it holds."""

    path: Path
    size: int
    changes: int


def file_name(desk: Desk) -> str:
    """A name to offer for the file: unit and time, nobody's name."""
    return f"{desk.person.unit_name}-{desk.now().astimezone(CHINA):%m%d-%H%M}{OUT_ENDING}"


def write_out(desk: Desk, path: Path) -> Written:
    """Write all that waits into a file for the county, or only the question what is new.

    Raises BundleError; then no file was written.
    """
    with desk.store.session() as session:
        draft = bundle.write(session, desk.now())
    try:
        files.put(draft.data, path)
    except ReportError as error:
        raise BundleError(error.code) from error
    with desk.store.session() as session:
        bundle.carried(session, draft)
    return Written(path, len(draft.data), draft.changes)


def take_in(desk: Desk, path: Path, on_progress: OnProgress | None = None) -> SyncResult:
    """Take in the county's answer, as an exchange over the network would.

    ``problem`` in the result says what the county could not take, or that a further file is
    needed. Raises BundleError; then nothing was changed.
    """
    return bundle_answer.take(desk.store, _bytes(path), desk.now, on_progress or _unwatched)


def _bytes(path: Path) -> bytes:
    """The file, or so much of it that it is seen to be too large. A pipe would never end."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
    except OSError as error:
        raise BundleError(BundleFault.NOT_READ) from error
    raise BundleError(BundleFault.NOT_READ)


def _unwatched(progress: Progress) -> None:
    """Nobody watches the bar."""
