"""A laptop reduced to its messages: keys, a chain, and requests to the real server."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from httpx2 import Response
from nacl.public import PrivateKey
from nacl.signing import SigningKey
from starlette.testclient import TestClient

from gridapp.contract import SCHEMA, wire
from gridapp.contract.enrolment import EnrolReply
from gridapp.contract.grids import DIVISIONS
from gridapp.contract.sync import (
    Change,
    Cursor,
    FeedPage,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    Row,
)
from gridapp.domain.sync.chain import heads
from gridapp.server.access.signatures import SIGNATURE_HEADER, TIME_HEADER, signed_text

_numbers = count(1)


def fresh_id() -> UUID:
    """An id that no other test uses."""
    return uuid5(DIVISIONS, f"test {next(_numbers)}")


@dataclass
class Laptop:
    """Speaks for one device. It keeps only what the next message needs."""

    client: TestClient
    now: datetime
    id: UUID = field(default_factory=fresh_id)
    key: SigningKey = field(default_factory=SigningKey.generate)
    box_key: PrivateKey = field(default_factory=PrivateKey.generate)
    token: str = ""
    mark: str = ""
    dseq: int = 0
    head: str = ""
    cursors: dict[str, Cursor] = field(default_factory=dict)
    rows: dict[tuple[str, UUID], Row] = field(default_factory=dict)

    def enrol(self, code: str) -> Response:
        """Enrol with a one-time code and keep the token."""
        body = {
            "code": code,
            "device": str(self.id),
            "sign_key": self.key.verify_key.encode().hex(),
            "box_key": self.box_key.public_key.encode().hex(),
            "person": "何某",
            "schema_version": SCHEMA,
        }
        response = self.client.post("/v1/devices/enrol", json=body)
        if response.status_code == 200:
            self.token = EnrolReply.model_validate_json(response.content).token
        return response

    def change(self, op: str, kind: str, record_id: UUID, unit: UUID, /, **kept: Any) -> Change:
        """The next change in the chain; ``base`` is its base revision, the rest its fields."""
        self.dseq += 1
        base = kept.pop("base", 0)
        return Change(
            change_id=fresh_id(),
            dseq=self.dseq,
            unit=unit,
            kind=kind,
            record_id=record_id,
            op=str(op),
            base_revision=base,
            fields=kept,
        )

    def request(self, *changes: Change, batch_id: UUID | None = None) -> PushRequest:
        """A batch of the changes; the chain moves on."""
        previous = self.head
        self.head = heads(previous, changes)[-1]
        return PushRequest(
            batch_id=batch_id or fresh_id(),
            device=self.id,
            schema_version=SCHEMA,
            previous_head=previous,
            changes=list(changes),
        )

    def send(self, request: PushRequest, **headers: str) -> Response:
        """Post a batch: packed, signed, with the token."""
        return self.post("/v1/sync/push", wire.pack_push(request), headers)

    def push(self, *changes: Change) -> PushReply:
        """Push the changes in one batch, which must be answered."""
        return answer(self.request(*changes), self.send)

    def pull_once(self, limit: int = 2000) -> PullReply:
        """One page of every feed, taken in as a laptop would."""
        request = PullRequest(
            device=self.id,
            schema_version=SCHEMA,
            ack=(self.dseq, self.head) if self.cursors else (0, ""),
            cursors=self.cursors,
            limit=limit,
        )
        response = self.post("/v1/sync/pull", wire.pack_pull(request), {})
        assert response.status_code == 200, response.text
        reply = wire.unpack_pull_reply(response.content)
        self.mark = reply.mark
        for feed, page in reply.feeds.items():
            self._take(feed, page)
        return reply

    def _take(self, feed: str, page: FeedPage) -> None:
        self.cursors[feed] = Cursor(pos=page.to, head_seq=page.head_seq, head_chain=page.head_chain)
        for row in page.rows:
            self.rows[(row.kind, row.id)] = row
            if row.deleted:
                del self.rows[(row.kind, row.id)]
        for stub in page.stubs:
            self.rows.pop((stub.kind, stub.id), None)

    def pull(self, limit: int = 2000) -> dict[tuple[str, UUID], Row]:
        """Pull until nothing is new; all rows that the laptop then holds."""
        while any(page.more for page in self.pull_once(limit).feeds.values()):
            pass
        return self.rows

    def has_news(self) -> bool:
        """Whether the county says that there is something to pull."""
        headers = {"authorization": f"Bearer {self.token}", "if-none-match": self.mark}
        status = self.client.get("/v1/sync/news", headers=headers).status_code
        assert status in {200, 304}
        return status == 200

    def post(self, path: str, body: bytes, headers: dict[str, str]) -> Response:
        """A signed post with the token; ``headers`` win."""
        return self.client.post(path, content=body, headers={**self.proof(path, body), **headers})

    def proof(self, path: str, body: bytes) -> dict[str, str]:
        """The headers of a post: the token, and the signature over the whole body."""
        time = str(int(self.now.timestamp()))
        signature = self.key.sign(signed_text("POST", path, body, time)).signature.hex()
        return {
            "authorization": f"Bearer {self.token}",
            SIGNATURE_HEADER: signature,
            TIME_HEADER: time,
            "content-type": wire.CONTENT_TYPE,
        }


def answer(request: PushRequest, send: Callable[[PushRequest], Response]) -> PushReply:
    """What the county says to a batch that must be answered."""
    response = send(request)
    assert response.status_code == 200, response.text
    return wire.unpack_push_reply(response.content, [c.change_id for c in request.changes])


def household(**fields: Any) -> dict[str, Any]:
    """Fields of a household."""
    return {"number": "01", "group_name": "1组", "address": "老街1号", **fields}


def member(household_id: UUID, **fields: Any) -> dict[str, Any]:
    """Fields of a member."""
    return {"household_id": str(household_id), "name": "何某", **fields}


def dispute(**fields: Any) -> dict[str, Any]:
    """Fields of a dispute just registered."""
    return {
        "number": "永2026-0001",
        "title": "水沟改道",
        "category": "0201",
        "registered_on": "2026-11-16",
        "due_on": "2027-01-15",
        **fields,
    }
