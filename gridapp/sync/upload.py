"""A body that a broken line does not send twice: the county says what it has, the rest follows."""

import hashlib
import time
from collections.abc import Callable
from random import uniform

from sqlmodel import SQLModel

from gridapp.contract.problems import Problem
from gridapp.sync.faults import Offline, Refused

WHOLE = 4096
"""A smaller body goes in one go: it is not worth asking how much of it has arrived."""

TRIES = 5
"""How often the line is tried in a row without getting any further."""

Post = Callable[[bytes, int, dict[str, str]], bytes]
Rest = Callable[[int], None]


class Received(SQLModel):
    """How many bytes of a body the county has."""

    received: int


def rest(tries: int) -> None:
    """Wait, up to 1, 2, 4 … seconds, before a line that has broken is tried again."""
    time.sleep(uniform(0.2, 2.0**tries))


def send(
    post: Post, received: Callable[[str], int], body: bytes, rest: Rest, *, resume: bool
) -> bytes:
    """The answer to a body. Over a line that breaks it goes on at what has arrived.

    ``post(body, offset, headers)`` sends the rest; ``received(name)`` asks how much is there. The
    body is named after its bytes.
    """
    if len(body) <= WHOLE:
        return post(body, 0, {})
    name = hashlib.sha256(body).hexdigest()[:32]
    at, tries = received(name) if resume else 0, 0
    while True:
        headers = {"X-Batch": name, "X-Offset": str(at), "X-Length": str(len(body))}
        try:
            return post(body, at, headers)
        except Refused as refused:
            if refused.code != Problem.OFFSET or refused.expected is None:
                raise
            there = refused.expected
        except Offline as broken:
            if not broken.midway:
                raise
            there = _patiently(received, name, rest)
        tries = 0 if there > at else tries + 1
        if tries >= TRIES:
            raise Offline(midway=True)
        at = there


def _patiently(received: Callable[[str], int], name: str, rest: Rest) -> int:
    for tries in range(TRIES):
        rest(tries)
        try:
            return received(name)
        except Offline:
            continue
    raise Offline(midway=True)
