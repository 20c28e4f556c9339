"""A pull: the current state of what changed since the cursor, and of what can be seen only."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Cursor, PullReply, PullRequest
from gridapp.server.access import devices
from gridapp.server.access.devices import Device, Status
from gridapp.server.database.tables import batch
from gridapp.server.exchange import feeds, grid
from gridapp.server.exchange.feeds import Head
from gridapp.server.exchange.pages import Asked, Budget, Reader
from gridapp.server.exchange.view import sight_of, views
from gridapp.server.problems import Refusal


def read(
    connection: Connection, device: Device, request: PullRequest, now: datetime
) -> tuple[PullReply, Mapping[UUID, int]]:
    """What is new for the device in one moment, and the heads of all feeds that it reads."""
    at_end = _is_at_end(connection, device, *request.ack)
    if device.status == Status.REVOKED:  # it hands in what a restored county has lost all the same
        raise Refusal(Problem.REVOKED)
    grants = devices.grants_of(connection, request.device)
    tree = grid.load(connection)
    sight = sight_of(device.person, grants, tree)
    seen = views(sight, tree)
    heads = feeds.heads(connection, [view.feed for view in seen])
    asked = [
        Asked(view, request.cursors.get(str(view.feed), Cursor()), heads.get(view.feed, Head()))
        for view in seen
    ]
    anew = {one.view.feed for one in asked if one.begins_anew(connection)}
    # A laptop at the end of its own chain holds what it wrote itself: that need not travel back,
    # unless it drops what it does not find in a feed that it reads anew.
    holds_own = at_end and not anew and not request.own_too
    reader = Reader(connection, sight, request.device if holds_own else None)
    budget, pages = Budget.of(request.limit), {}
    for one in asked:
        page = reader.page(one, budget, anew=one.view.feed in anew)
        if page is not None:
            pages[str(one.view.feed)] = page
    visible = {str(view.feed) for view in seen}
    reply = PullReply(
        feeds=pages,
        grants=grants,
        revoked=sorted(set(request.cursors) - visible),
        backup_hwm=device.backup_hwm,
        server_time=now,
    )
    return reply, {view.feed: heads.get(view.feed, Head()).seq for view in seen}


def _is_at_end(connection: Connection, device: Device, dseq: int, head: str) -> bool:
    """Whether the laptop's acknowledged work ends where the county's knowledge of it ends.

    A laptop says up to where the county has told it to have everything. If the county knows
    nothing of that, it was restored from a backup; if it knows another history, the laptop has a
    twin. Either must be mended by sending work again, before anything is erased by a reset.
    """
    if dseq == 0:
        return False  # it has sent nothing, or cannot say
    if dseq > device.last_dseq:
        raise Refusal(Problem.DSEQ_GAP, expected=device.last_dseq + 1)
    if dseq == device.last_dseq and head == device.head:
        return True
    if dseq == device.last_dseq or not _was_acknowledged(connection, device, head):
        raise Refusal(Problem.DEVICE_FORKED)
    return False


def _was_acknowledged(connection: Connection, device: Device, head: str) -> bool:
    """Whether a batch of the device ended with this head: answers are given by the batch."""
    ended = select(batch.c.head).where(batch.c.device_id == device.id, batch.c.head == head)
    return connection.execute(ended.limit(1)).first() is not None
