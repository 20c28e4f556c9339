"""Push and pull as a laptop asks for them: who it is, the work, and what is remembered of it."""

from msgspec import structs
from sqlalchemy import Connection

from gridapp.contract import MIN_SCHEMA
from gridapp.contract.problems import Problem
from gridapp.contract.sync import PullReply, PullRequest, PushReply, PushRequest
from gridapp.server.access import devices
from gridapp.server.access.contacts import held
from gridapp.server.access.devices import Device
from gridapp.server.county.county import County
from gridapp.server.exchange import pull
from gridapp.server.exchange.push import push
from gridapp.server.problems import Refusal


def check_schema(version: int) -> None:
    """Refuse a laptop that is too old, and tell it how new it must be."""
    if version < MIN_SCHEMA:
        raise Refusal(Problem.TOO_OLD, expected=MIN_SCHEMA)


def take_push(county: County, message: PushRequest, body: bytes) -> PushReply:
    """Take in a batch, and answer the pull that rode along in a transaction after it."""
    reply = county.write(lambda connection: take_in(county, connection, message, body))
    return give_along(county, message, reply)


def take_in(county: County, connection: Connection, message: PushRequest, body: bytes) -> PushReply:
    """Take in a batch within a transaction; ``body`` is the message as it came."""
    if message.pull is not None and message.pull.device != message.device:
        raise Refusal(Problem.MALFORMED, detail="two devices")
    return push(connection, message, body, county.now())


def give_along(county: County, message: PushRequest, reply: PushReply) -> PushReply:
    """After the COMMIT: answer the pull that rode along.

    A revoked device may hand in its work and reads nothing; it learns so when it pulls.
    """
    county.contacts.seen(message.device, reply.server_time)
    if message.pull is not None:
        try:
            reply.pull = give_pull(county, message.pull, after=message)
        except Refusal as refusal:
            if refusal.code is not Problem.REVOKED:
                raise
    return reply


def give_pull(county: County, asked: PullRequest, after: PushRequest | None = None) -> PullReply:
    """What is new for the device, and its mark once it has everything."""
    turn = county.news.turn
    with county.reading(asked.device) as connection:
        device = devices.known(connection, asked.device)
        if after is not None:
            asked = _after_push(asked, after, device)
        reply, heads = pull.read(connection, device, asked, county.now())
    county.contacts.seen(asked.device, reply.server_time, held(asked, reply))
    if not any(page.more for page in reply.feeds.values()):
        reply.mark = county.news.seen(asked.device, heads, reply.server_time, turn)
    return reply


def _after_push(asked: PullRequest, message: PushRequest, device: Device) -> PullRequest:
    """A laptop that held everything before this batch still does after it."""
    first, last = message.changes[0].dseq, message.changes[-1].dseq
    before = (first - 1, message.previous_head)
    if tuple(asked.ack) != before or last != device.last_dseq:
        return asked
    return structs.replace(asked, ack=(device.last_dseq, device.head))
