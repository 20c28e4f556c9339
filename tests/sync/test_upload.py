"""A body that a broken line does not send twice, over the real county."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import httpx2
import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from gridapp.server.county.county import County
from gridapp.store import journal, meta
from gridapp.store.bookkeeping import BatchRow
from gridapp.sync import county as line_module
from gridapp.sync import engine, enrol, http, upload
from tests.server.grids import MICRO_1
from tests.sync.at_county import homes_at
from tests.sync.laptops import Laptop, Line, breaking, household


class Cut(Line):
    """A line that dies after so many bytes of a body, again and again; what came through counts."""

    def __init__(self, whole: Line, cuts: list[int]) -> None:
        super().__init__(whole._server)
        self.cuts = cuts
        self.carried = 0
        self.dead = 0

    @contextmanager
    def stream(self, method: str, url: Any, **kept: Any) -> Iterator[httpx2.Response]:
        if self.dead:
            self.dead -= 1
            raise httpx2.ConnectError("the line is dead")
        body = b"".join(kept.pop("content") or ())
        if self.cuts and str(url).endswith("/push") and len(body) > upload.WHOLE:
            through = self.cuts.pop(0)
            self.sent.append((str(url), body))
            self.carried += through
            self._arrived(url, body[:through], kept)
            raise httpx2.WriteError("the line broke")
        self.carried += len(body)
        with super().stream(method, url, content=[body], **kept) as response:
            yield response

    def _arrived(self, url: Any, body: bytes, kept: dict[str, Any]) -> None:
        """What came through reaches the county; its answer reaches nobody."""
        if body:
            headers = {**kept["headers"], "Content-Length": str(len(body))}
            self._server.request("POST", url, content=body, headers=headers)


@pytest.fixture
def village(village: Laptop, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    monkeypatch.setattr(upload.time, "sleep", lambda _: None)
    random = Random(1)
    edits = [
        journal.create(uuid7(), "household", household(MICRO_1, note=random.randbytes(60).hex()))
        for _ in range(300)
    ]
    village.write(*edits)
    return village


def pushed(line: Line) -> list[bytes]:
    return [body for path, body in line.sent if path.endswith("/push")]


@pytest.mark.parametrize("cuts", [[5_000], [4_096, 0, 100], [0], [6_000, 9_000]])
def test_after_a_cut_only_the_rest_is_sent(
    village: Laptop, county: County, cuts: list[int]
) -> None:
    village.line = line = Cut(village.line, list(cuts))
    assert village.sync().problem is None
    whole = pushed(line)[0]
    assert len(whole) > upload.WHOLE
    assert len(whole) <= line.carried < len(whole) + 1_000, "what arrived is not sent again"
    assert (
        b"".join(body[:cut] for body, cut in zip(pushed(line), [*cuts, None], strict=True)) == whole
    )
    assert homes_at(county) == village.ids("household")


def test_a_line_that_stays_dead_ends_the_cycle_and_the_next_goes_on_where_it_broke(
    village: Laptop, county: County
) -> None:
    village.line = line = Cut(village.line, [8_000])
    line.dead = 0
    with pytest.MonkeyPatch.context() as dying:
        dying.setattr(line, "_arrived", dies_after(line, line._arrived))
        assert village.sync().problem == "sync.offline"
    with village.store.session() as session:
        (body,) = session.execute(select(BatchRow.body)).scalars()
    line.dead = 0
    line.sent.clear()
    assert village.sync().problem is None
    assert line.sent[0][0].startswith("/v1/sync/push/"), "it asks how much has arrived"
    assert pushed(line)[0] == body[8_000:]
    assert homes_at(county) == village.ids("household")


def dies_after(line: Cut, arrived: Callable[..., None]) -> Callable[..., None]:
    def die(*arguments: Any) -> None:
        arrived(*arguments)
        line.dead = 1_000

    return die


def test_who_lost_only_the_answer_does_not_send_the_body_again(
    village: Laptop, county: County
) -> None:
    lost = iter([True])

    def broken(when: str, path: str) -> None:
        if when == "after" and path.endswith("/push") and next(lost, False):
            raise httpx2.ReadError("the line broke")

    village.line.broken = broken
    assert village.sync().problem is None
    assert [len(body) for body in pushed(village.line)[1:]] == [0]
    assert homes_at(county) == village.ids("household")


def test_whoever_pauses_stops_at_the_next_piece_and_goes_on_from_there(
    village: Laptop, county: County
) -> None:
    asked = iter([False, False, True])
    watch = http.Watch(lambda _: None, lambda _: None, lambda: next(asked, True))
    body = bytes(20_000)
    pieces = http._pieces(body, watch)
    assert (len(next(pieces)), len(next(pieces))) == (http.PIECE, http.PIECE)
    with pytest.raises(line_module.LineFault) as stopped:
        next(pieces)
    assert stopped.value.code == "sync.paused"


def test_whoever_pauses_while_the_line_is_dead_does_not_wait_for_further_requests(
    village: Laptop,
) -> None:
    """Each may hang for a minute."""
    village.line.broken = breaking("before", "/push")
    result = engine.sync_once(
        village.store,
        village.county(),
        village.now,
        village.progress.append,
        stop=lambda: len(pushed(village.line)) > 0,
    )
    assert result.problem == "sync.paused"
    assert village.line.sent[-1][0].endswith("/push")
    assert village.sync().problem is None


def test_a_paused_cycle_keeps_everything_and_the_next_one_goes_through(
    village: Laptop, county: County
) -> None:
    calls = iter([False] * 2)
    result = engine.sync_once(
        village.store,
        village.county(),
        village.now,
        village.progress.append,
        stop=lambda: next(calls, True),
    )
    assert result.problem == "sync.paused"
    assert village.totals().waiting == 300
    assert village.sync().problem is None
    assert homes_at(county) == village.ids("household")


def test_an_idle_laptop_sends_nothing_that_says_nothing(village: Laptop) -> None:
    assert village.sync().problem is None
    client = http.client("http://127.0.0.1:1")
    request = client.build_request("GET", "/v1/sync/news", headers={"Authorization": "x"})
    assert sorted(request.headers) == ["authorization", "host"]
    client.close()
    with village.store.session() as session:
        assert meta.get(session, "mark")
        assert enrol.is_joined(session)
