"""Joining a county over a line that breaks."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.enrolment import EnrolReply, EnrolRequest
from gridapp.contract.people import Grant, Role
from gridapp.store import meta
from gridapp.sync.engine import SyncResult
from gridapp.sync.faults import Offline
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.desks import TOWNSHIP_ID


def test_a_lost_reply_does_not_use_up_the_code(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same device asks again, which the county answers as the first time."""
    asked: list[UUID] = []

    class County:
        def __init__(self, *_: Any) -> None:
            """Every line to the county is this one."""

        def enrol(self, request: EnrolRequest) -> EnrolReply:
            asked.append(request.device)
            if len(asked) == 1:
                raise Offline(midway=True)
            now = desk.now()
            grants = [Grant(TOWNSHIP_ID, Role.TOWNSHIP.value)]
            return EnrolReply(
                device=request.device,
                device_number=7,
                county_name="永福县",
                grants=grants,
                token="t",
                token_until=now + timedelta(minutes=15),
                server_time=now,
            )

        def close(self) -> None:
            """Nothing to close."""

    monkeypatch.setattr(sync, "County", County)
    monkeypatch.setattr(sync, "synchronise", lambda _desk: SyncResult())
    with pytest.raises(Offline):
        sync.join(desk, "https://county", "ABCD-EFGH")
    assert not sync.status(desk).joined
    joined = sync.join(desk, "https://county", "ABCD-EFGH")
    assert asked[0] == asked[1]
    assert (joined.person.role, joined.person.unit_name) == (Role.TOWNSHIP, "永福镇")
    with desk.store.session() as session:
        assert meta.get(session, "next_device") is None
        assert meta.get(session, "device")["id"] == str(asked[0])
