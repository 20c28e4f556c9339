"""The bytes of attachments: after the text, in pieces that go on where the line broke.

A piece is as large as what the line carries in half a minute. After each, text that waits goes
first; and every half a minute it is asked whether there is news.
"""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from gridapp.contract.blobs import Taken
from gridapp.contract.problems import Problem
from gridapp.store import meta
from gridapp.store.files import blobs
from gridapp.store.files.blobs import BlobRow
from gridapp.store.opening import StoreError
from gridapp.sync import file_plan, outgoing, pace
from gridapp.sync.cycle import Cycle
from gridapp.sync.faults import LineFault, Offline, Refused
from gridapp.sync.file_plan import File

BYTES = "/v1/blobs/bytes"

TEXT_WAITS = timedelta(seconds=30)
"""So long news may wait for bytes."""


class Carrier:
    """Carries bytes within one cycle. ``left``: how many files can go on at once."""

    def __init__(self, cycle: Cycle) -> None:
        self.left = 0
        self._cycle = cycle
        self._files: list[File] | None = None
        self._problem: str | None = None
        self._through = False

    def carry(self) -> bool:
        """Send and fetch until text is to go first, which this says, or nothing is left.

        What goes wrong with bytes never stops text.
        """
        try:
            if self._files is None:
                self._files = file_plan.plan(self._cycle)
            text_first = self._go_on(self._files)
        except LineFault as fault:
            self._broken(fault)
            return False
        except StoreError:  # the disk is full: no room for what comes down
            return False
        self.left = len(self._files)
        self._through = True
        return text_first

    def keep_problem(self, session: Session) -> None:
        """Keep why the county did not take files; what a broken line says tells nothing of it."""
        if self._through and meta.get(session, blobs.PROBLEM) != self._problem:
            meta.put(session, blobs.PROBLEM, self._problem)

    def _broken(self, fault: LineFault) -> None:
        """The line broke: what is left goes on soon, in smaller pieces."""
        if isinstance(fault, Offline) and fault.midway:
            self.left = len(self._files or ())
            with self._cycle.store.session() as session:
                pace.broke(session, reading=False)

    def _go_on(self, files: list[File]) -> bool:
        started = self._cycle.now()
        while files:
            self._tell(files)
            file = files[0]
            try:
                over = self._piece(file)
            except Refused as refused:
                over = self._refused(file, refused)
            if over:
                files.pop(0)
                self._cycle.reading.kinds.add("attachment")
            if files and (self._text_waits() or self._cycle.now() - started >= TEXT_WAITS):
                return True
        self._tell(files)
        return False

    def _tell(self, files: Sequence[File]) -> None:
        cycle = self._cycle
        cycle.to_send = cycle.sent + sum(file.left for file in files if file.up)
        down = sum(file.left for file in files if not file.up)
        cycle.to_receive = cycle.received + down if down or cycle.to_receive else 0
        cycle.ahead = len(files)
        cycle.tell()

    def _text_waits(self) -> bool:
        with self._cycle.store.session() as session:
            return outgoing.first_waiting(session) is not None

    def _piece(self, file: File) -> bool:
        """One piece of a file; whether nothing more of it can go now."""
        with self._cycle.store.session() as session:
            most = pace.of(session).size
            row = session.get(BlobRow, file.sha256)
            content = (blobs.whole(session, file.sha256) or b"") if file.up else b""
        if row is None:  # it was removed meanwhile
            return True
        if file.up:
            return self._send(file, content[file.at : file.at + most])
        return self._fetch(file, most)

    def _send(self, file: File, content: bytes) -> bool:
        headers = {"X-Attachment": str(file.attachment), "X-Offset": str(file.at)}
        before = file.at
        taken = self._cycle.county.ask("POST", BYTES, content, headers, Taken.model_validate_json)
        file.at = taken.received
        if file.at == file.size:
            with self._cycle.store.session() as session:
                blobs.settle(session, [file.sha256])
        # A county that found the whole unsound has nothing of it: another time, from the start.
        return file.at == file.size or file.at <= before

    def _fetch(self, file: File, most: int) -> bool:
        headers = {
            "X-Attachment": str(file.attachment),
            "X-Offset": str(file.at),
            "X-Limit": str(min(most, file.left)),
        }
        content = self._cycle.county.ask("GET", BYTES, b"", headers, bytes)[: file.left]
        with self._cycle.store.session() as session:
            if session.get(BlobRow, file.sha256) is None:
                return True
            sound = blobs.take(session, file.sha256, content)
        file.at += len(content)
        return not sound or not content or file.at == file.size

    def _refused(self, file: File, refused: Refused) -> bool:
        """Whether this file is over for now; whatever concerns no file is raised again."""
        if refused.code == Problem.OFFSET and refused.expected is not None:
            stuck, file.at = refused.expected == file.at, refused.expected
            return stuck
        if refused.code in {Problem.DISK_FULL, Problem.TOO_LARGE}:
            self._problem = refused.code
            if refused.code == Problem.DISK_FULL and self._files is not None:
                self._files[1:] = [other for other in self._files[1:] if not other.up]
            return True
        if refused.code == Problem.RECORD_MISSING:  # or the county does not have it whole yet
            return True
        raise refused
