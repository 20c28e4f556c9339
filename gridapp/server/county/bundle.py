"""What a laptop sent by stick is taken in as if it had come over the network, and answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from msgspec import structs
from sqlalchemy import Connection, select

from gridapp.contract import wire
from gridapp.contract.bundle import (
    ROOM,
    Answer,
    BundleError,
    BundleFault,
    Header,
    Incoming,
    Outgoing,
    Page,
    Way,
    fingerprint,
    read,
    seal,
    unseal,
)
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Cursor, PullReply, PullRequest, PushReply, PushRequest
from gridapp.domain.sync.merging import leaves_doubt
from gridapp.server import audit
from gridapp.server.access import contacts
from gridapp.server.county import requests as exchange
from gridapp.server.county.county import County
from gridapp.server.database.tables import device
from gridapp.server.exchange import grid
from gridapp.server.exchange.wire import unpack
from gridapp.server.problems import Refusal

Message = TypeVar("Message", PushRequest, PullRequest)

OURS = frozenset({Problem.BUSY, Problem.DISK_FULL})
"""Refusals that are not the laptop's: the file is to be taken again."""


@dataclass(frozen=True)
class Taken:
    """A file that was taken in, and the answer to it."""

    device: UUID
    changes: int
    rows: int
    problem: Problem | None
    """Why not all of it could be taken; the answer says so as well."""
    reply: bytes


def take(county: County, data: bytes) -> Taken:
    """Take in a laptop's file. Again does no harm: it gets the same answers.

    Raises BundleError, or a Refusal when the county itself cannot do it now.
    """
    header, box_key, outgoing = _opened(county, data)
    incoming, problem = Incoming(outgoing.state, [], []), None
    rows, pushes = 0, list[PushRequest]()
    try:
        asked = _checked(unpack(wire.unpack_pull, outgoing.pull), header)
        for body in outgoing.pushes:
            push = _checked(unpack(wire.unpack_push, body), header)
            reply = exchange.take_push(county, push, body)
            incoming.answers.append(_answer(push, reply))
            pushes.append(push)
            asked = _doubting(county, asked, push, reply)
        for page, given in _pages(county, asked, pushes):
            incoming.pages.append(page)
            rows += sum(len(feed.rows) for feed in given.feeds.values())
    except Refusal as refusal:
        if refusal.code in OURS:
            raise
        problem = refusal.code
        incoming.problem, incoming.expected = refusal.reply.code, refusal.reply.expected
    changes = sum(len(answer.change_ids) // 16 for answer in incoming.answers)
    _note(county, header, changes)
    answer = structs.replace(header, way=Way.IN, made_at=int(county.now().timestamp()))
    reply_file = seal(answer, incoming, county.keys.sign_key, box_key)
    return Taken(header.device, changes, rows, problem, reply_file)


def _opened(county: County, data: bytes) -> tuple[Header, bytes, Outgoing]:
    """The header of a file, the key of the laptop for the answer, and what it says."""
    bundle = read(data)
    header = bundle.header
    if header.way != Way.OUT:
        raise BundleError(BundleFault.WRONG_WAY)
    if header.county != fingerprint(bytes.fromhex(county.keys.public()["county_sign_key"])):
        raise BundleError(BundleFault.OTHER_COUNTY)
    with county.reading() as connection:
        sign_key, box_key = _public_keys(connection, header.device)
    return header, box_key, unseal(bundle, sign_key, county.keys.box_key, Outgoing)


def _public_keys(connection: Connection, laptop: UUID) -> tuple[bytes, bytes]:
    query = select(device.c.sign_key, device.c.box_key).where(device.c.id == laptop)
    row = connection.execute(query).first()
    if row is None:
        raise Refusal(Problem.UNKNOWN_DEVICE)
    return bytes.fromhex(row.sign_key), bytes.fromhex(row.box_key)


def _checked(message: Message, header: Header) -> Message:
    exchange.check_schema(message.schema_version)
    if message.device != header.device:
        raise Refusal(Problem.MALFORMED, detail="two devices")
    return message


def _answer(push: PushRequest, reply: PushReply) -> Answer:
    change_ids = b"".join(change.change_id.bytes for change in push.changes)
    return Answer(change_ids, wire.pack_push_reply(reply))


def _doubting(
    county: County, asked: PullRequest, push: PushRequest, reply: PushReply
) -> PullRequest:
    """The pull without the cursors that the laptop will forget when it reads these verdicts."""
    pairs = zip(push.changes, reply.results, strict=True)
    astray = [change for change, result in pairs if leaves_doubt(change.op, result)]
    if not astray:
        return asked
    with county.reading() as connection:
        tree = grid.load(connection)
    forgotten = {str(tree.feed_of(change.kind, change.unit)) for change in astray}
    kept = {feed: at for feed, at in asked.cursors.items() if feed not in forgotten}
    return structs.replace(asked, cursors=kept)


def _pages(
    county: County, asked: PullRequest, pushes: Sequence[PushRequest]
) -> Iterator[tuple[Page, PullReply]]:
    """Page after page, as the laptop itself would ask, until nothing is new or the file is full."""
    asked, after = _answered(asked, pushes), pushes[-1] if pushes else None
    size = 0
    while size < ROOM:
        reply = exchange.give_pull(county, asked, after)
        page = Page(wire.pack_pull(asked), wire.pack_pull_reply(reply))
        yield page, reply
        if not any(feed.more for feed in reply.feeds.values()):
            return
        size += len(page.asked) + len(page.reply)
        asked = _next(asked, reply)


def _answered(asked: PullRequest, pushes: Sequence[PushRequest]) -> PullRequest:
    """The pull as it would ride with the last push, all others being answered."""
    if not pushes or asked.ack != _before(pushes[0]):
        return asked
    return structs.replace(asked, ack=_before(pushes[-1]))


def _before(push: PushRequest) -> tuple[int, str]:
    return push.changes[0].dseq - 1, push.previous_head


def _next(asked: PullRequest, reply: PullReply) -> PullRequest:
    """What the laptop would ask for after this reply (``sync/pull.py``)."""
    cursors = {feed: at for feed, at in asked.cursors.items() if feed not in reply.revoked}
    for feed, page in reply.feeds.items():
        cursors[feed] = Cursor(pos=page.to, head_seq=page.head_seq, head_chain=page.head_chain)
    own_too = asked.own_too or any(page.reset for page in reply.feeds.values())
    return structs.replace(asked, cursors=cursors, own_too=own_too)


def _note(county: County, header: Header, changes: int) -> None:
    """Who was heard of, as a serving county writes it each minute; and a line of audit."""
    detail = {"number": header.number, "changes": changes}
    with county.writing() as connection:
        contacts.write(connection, county.contacts.take())
        audit.note(connection, county.now(), header.device, "bundle", detail)
