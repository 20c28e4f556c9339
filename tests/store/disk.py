"""What a power cut may leave of the files that SQLite was writing.

Sure is what was done to a file before its last completed sync. Of what came after, any part may
be there: a write may be torn between sectors, a truncation or a removal may not have happened.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

SECTOR = 512
"""The unit in which a disk writes: each is old or new, never between."""


@dataclass(frozen=True)
class Write:
    """Bytes put at a place in a file."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    """A file cut to a length."""

    file: str
    length: int


@dataclass(frozen=True)
class Remove:
    """A file taken away."""

    file: str


@dataclass(frozen=True)
class Sync:
    """All of a file is on the disk, and its name too."""

    file: str


@dataclass(frozen=True)
class SyncFolder:
    """Which files there are is on the disk: SQLite asks for it with each new log or journal."""

    file: str = ""


@dataclass(frozen=True)
class Shown:
    """Something was shown to the person as saved."""

    what: object
    file: str = ""


Event = Write | Truncate | Remove | Sync | SyncFolder | Shown


def after_cuts(
    events: Sequence[Event], folder: Path, number: int, first: int = 0
) -> Iterator[tuple[Path, set[object]]]:
    """Folders as so many cuts leave them, each with what had been shown as saved.

    Half of the cuts are anywhere from ``first`` on, half while the log is folded in.
    """
    random = Random(1)
    anywhere = range(first, len(events))
    folding = [n for n in anywhere if events[n].file.endswith(".db")]
    for cut in range(number):
        before = events[: random.choice(random.choice((anywhere, folding))) + 1]
        after = folder / f"cut {cut}"
        after.mkdir()
        for name, content in after_a_cut(before, random).items():
            (after / name).write_bytes(content)
        yield after, {event.what for event in before if isinstance(event, Shown)}
        shutil.rmtree(after)


def after_a_cut(events: Sequence[Event], random: Random) -> dict[str, bytes]:
    """Files as they may be when the power fails after these events."""
    reached = random.random()
    synced = {event.file: n for n, event in enumerate(events) if isinstance(event, Sync)}
    folder = max((n for n, event in enumerate(events) if isinstance(event, SyncFolder)), default=0)
    files: dict[str, bytearray] = {}
    still_there: set[str] = set()
    for n, event in enumerate(events):
        certain = n < (folder if isinstance(event, Remove) else synced.get(event.file, 0))
        if event.file in still_there:
            continue  # done to a new file of that name, of which the disk does not know
        if isinstance(event, Write):
            for piece in [event] if certain else _torn(event, random, reached):
                _put(files.setdefault(piece.file, bytearray()), piece)
        elif isinstance(event, Truncate) and (certain or random.random() < reached):
            del files.setdefault(event.file, bytearray())[event.length :]
        elif isinstance(event, Remove):
            if certain or random.random() < reached:
                files.pop(event.file, None)
            else:
                still_there.add(event.file)
    return {name: bytes(content) for name, content in files.items()}


def _torn(write: Write, random: Random, reached: float) -> Iterator[Write]:
    """The sectors of a write that reached the disk."""
    start = 0
    while start < len(write.data):
        end = start + SECTOR - (write.offset + start) % SECTOR
        if random.random() < reached:
            yield Write(write.file, write.offset + start, write.data[start:end])
        start = end


def _put(content: bytearray, write: Write) -> None:
    content.extend(bytes(max(0, write.offset - len(content))))
    content[write.offset : write.offset + len(write.data)] = write.data
