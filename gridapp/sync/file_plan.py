"""Which bytes of attachments are to travel: what the county lacks, what this laptop wants."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.blobs import MOST_ASKED, LackingReply, LackingRequest
from gridapp.store import meta
from gridapp.store.files import blobs
from gridapp.store.files.blobs import Downloads
from gridapp.sync.county import County
from gridapp.sync.cycle import Cycle

LACKING = "/v1/blobs/lacking"

OFFER_AGAIN = timedelta(days=7)
"""How often the county is asked whether it still has what it once had: it may be restored from a
backup that is older than a file, and no older than its record."""

RESERVE = 1 << 30
"""Bytes of this laptop's disk that are left to work: with less, nothing is fetched."""

_OFFERED = "blobs.offered_at"


@dataclass
class File:
    """A file on its way up or down; ``at`` is where it goes on."""

    sha256: str
    attachment: UUID
    size: int
    at: int
    up: bool

    @property
    def left(self) -> int:
        """Bytes still to travel."""
        return self.size - self.at


def plan(cycle: Cycle) -> list[File]:
    """What is to travel, first what goes up: nobody else has it."""
    with cycle.store.session() as session:
        _look_again(session, cycle.now())
        up = [File(*file, up=True) for file in blobs.to_send(session)]
        down = [File(*file, up=False) for file in blobs.wanted(session)]
    if down and shutil.disk_usage(cycle.store.path.parent).free < RESERVE:
        down = []
    for first in range(0, len(up), MOST_ASKED):
        _ask(cycle, up[first : first + MOST_ASKED])
    return [file for file in up if file.left] + down


def _look_again(session: Session, now: datetime) -> None:
    offered = meta.get(session, _OFFERED)
    if offered is None or now.timestamp() - offered >= OFFER_AGAIN.total_seconds():
        meta.put(session, _OFFERED, now.timestamp())
        blobs.offer_again(session)
    if meta.get(session, blobs.DOWNLOADS) == Downloads.ALL:
        blobs.want_all(session)


def _ask(cycle: Cycle, files: Sequence[File]) -> None:
    """Learn how much the county lacks of each, and settle what it does not need."""
    reply = _lacking(cycle.county, files)
    unknown = set(reply.unknown)
    with cycle.store.session() as session:
        done = []
        for file in files:
            file.at = min(reply.lacking.get(file.attachment, file.size), file.size)
            # A record that is here and not there waits itself, or for a person to mend it.
            waits = file.attachment in unknown and blobs.named(session, file.sha256) is not None
            if not (file.left or waits):
                done.append(file.sha256)
        blobs.settle(session, done)


def _lacking(county: County, files: Sequence[File]) -> LackingReply:
    request = LackingRequest(attachments=[file.attachment for file in files])
    body, kind = request.model_dump_json().encode(), {"Content-Type": "application/json"}
    return county.ask("POST", LACKING, body, kind, LackingReply.model_validate_json)
