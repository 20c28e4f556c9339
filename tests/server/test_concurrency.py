"""Many laptops at once: a reader never passes over what commits later, and nothing is twice."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select

from gridapp.contract import wire
from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.county.county import County
from gridapp.server.database.tables import feed_counter, feed_head, record
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, OTHER_MICRO, TOWNSHIP, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household

WRITERS, BATCHES, CHANGES = 4, 6, 5


def write(laptop: Laptop) -> list[UUID]:
    """Push small batches into two feeds, each again until the county has time for it."""
    written = []
    for _ in range(BATCHES):
        changes = [
            laptop.change(Op.CREATE, "household", fresh_id(), unit, **household())
            for unit in [MICRO_1, OTHER_MICRO] * CHANGES
        ]
        request = laptop.request(*changes)
        while (response := laptop.send(request)).status_code == 503:
            pass
        ids = [change.change_id for change in changes]
        reply = wire.unpack_push_reply(response.content, ids)
        assert {result.outcome for result in reply.results} == {"applied"}
        written += [change.record_id for change in changes]
    return written


def test_a_reader_beside_four_writers_misses_nothing(
    grid: Laptop, enrolled: Enrol, county: County
) -> None:
    writers = [enrolled(TOWNSHIP, Role.TOWNSHIP) for _ in range(WRITERS)]
    reader = enrolled(TOWNSHIP, Role.TOWNSHIP)
    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(write, writer) for writer in writers]
        while not all(future.done() for future in running):
            reader.pull_once()
        written = {record_id for future in running for record_id in future.result()}
    held = {record_id for kind, record_id in reader.pull() if kind == "household"}
    assert held == written
    assert len(written) == WRITERS * BATCHES * CHANGES * 2


def test_heads_of_a_feed_follow_one_another_without_gap(
    grid: Laptop, enrolled: Enrol, county: County
) -> None:
    writers = [enrolled(TOWNSHIP, Role.TOWNSHIP) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, writers))
    with county.reading() as connection:
        heads = select(feed_head.c.seq).where(feed_head.c.feed == VILLAGE).order_by("seq")
        seqs = list(connection.execute(heads).scalars())
        end = select(feed_counter.c.seq).where(feed_counter.c.feed == VILLAGE)
        assert connection.execute(end).scalar_one() == seqs[-1]
        rows = select(record.c.seq).where(record.c.feed == VILLAGE).order_by(record.c.seq)
        positions = list(connection.execute(rows).scalars())
    assert positions == list(range(1, seqs[-1] + 1))
    assert [later - earlier for earlier, later in pairwise(seqs)] == [CHANGES] * (2 * BATCHES)
