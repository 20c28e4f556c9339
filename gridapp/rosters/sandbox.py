"""The reading in a child process: a file can use up its memory or time, and nothing else."""

import contextlib
import gc
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from gridapp.rosters import wire
from gridapp.rosters.handling import Handling
from gridapp.rosters.proposal import FileFault, Progress, Roster, UnreadableFile

MAX_MEMORY = 500 << 20
"""Address space of the child in bytes, where the system can limit it (not on Windows)."""

SECONDS_AT_LEAST = 15.0
"""An old laptop may take some of them only to start the child."""
SECONDS_PER_MIB = 4.0


def read_limited(
    path: Path,
    seconds: float | None = None,
    on_progress: Progress | None = None,
    handling: Handling | None = None,
) -> Roster:
    """Read a roster in a child process, as the person wants it handled. Raises ``UnreadableFile``.

    ``seconds`` is the longest it may take, by the size of the file when not given. ``on_progress``
    is called on the calling thread; an exception that it raises ends the child and comes through.
    """
    child = subprocess.Popen(
        [*_command(), str(path.absolute())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    late = threading.Event()
    clock = threading.Timer(seconds or allowed_seconds(path), _stop, (child, late))
    clock.start()
    try:
        assert child.stdin and child.stdout  # noqa: S101  they are pipes
        _tell(child.stdin, handling or Handling())
        answer = _answer(child.stdout, on_progress)
        return _roster(answer, child.wait(), late.is_set())
    finally:
        clock.cancel()
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def allowed_seconds(path: Path) -> float:
    """How long the reading of a file of this size may take, the start of the child included."""
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = 0
    return SECONDS_AT_LEAST + SECONDS_PER_MIB * size / (1 << 20)


def child_main(path: str) -> None:
    """What the child does: limit itself, read, write the answer to its standard output."""
    limit_memory()
    # Nothing that the reading makes is garbage before its end.
    gc.disable()
    with os.fdopen(1, "wb", closefd=False) as out:

        def say(kind: str, text: bytes) -> None:
            out.write(kind.encode() + b" " + text + b"\n")
            out.flush()

        try:
            # Only now: the limits must stand before any code touches the file.
            from gridapp.rosters.reading import read_roster

            with os.fdopen(0, "rb", closefd=False) as told:  # a windowed bundle has no sys.stdin
                handling = Handling.of_plain(json.load(told))
            roster = read_roster(
                Path(path), lambda done, total: say("progress", b"%d %d" % (done, total)), handling
            )
            say("roster", wire.to_json(roster))
        except UnreadableFile as refused:
            say("refused", refused.code.encode())
        except MemoryError:
            say("refused", FileFault.TOO_LARGE.encode())


def limit_memory() -> None:
    """Let this process have no more than ``MAX_MEMORY``, where the system can see to that."""
    try:
        import resource
    except ImportError:  # Windows: the limits of archive, files and markup must do
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MAX_MEMORY if hard == resource.RLIM_INFINITY else min(MAX_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-roster"]
    return [sys.executable, "-m", "gridapp.rosters"]


def _stop(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    child.kill()


def _tell(child: IO[bytes], handling: Handling) -> None:
    """Give the child the person's word; one that has died already is noticed by its silence."""
    with contextlib.suppress(BrokenPipeError), child:
        child.write(json.dumps(handling.to_plain()).encode())


def _answer(lines: Iterable[bytes], on_progress: Progress | None) -> tuple[bytes, bytes]:
    """Pass progress on until the child says what became of the file."""
    for line in lines:
        kind, _, text = line.rstrip(b"\n").partition(b" ")
        if kind != b"progress":
            return kind, text
        if on_progress:
            done, total = text.split()
            on_progress(int(done), int(total))
    return b"", b""


def _roster(answer: tuple[bytes, bytes], status: int, was_late: bool) -> Roster:
    kind, text = answer
    if kind == b"roster":
        return wire.from_json(text)
    if kind == b"refused":
        raise UnreadableFile(FileFault(text.decode()))
    if was_late:
        raise UnreadableFile(FileFault.TOO_SLOW)
    # A child that dies by a signal ran into its memory limit inside the native reader.
    raise UnreadableFile(FileFault.TOO_LARGE if status < 0 else FileFault.NOT_A_SPREADSHEET)
