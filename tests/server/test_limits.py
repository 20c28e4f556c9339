"""Overload: who is let in, who waits, when the others are told to come again."""

from random import Random

import anyio
import pytest

from gridapp.contract.problems import Problem
from gridapp.server.access.limits import Gate, Rate
from gridapp.server.problems import Refusal
from tests.server.laptops import fresh_id


class Time:
    """Seconds, moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def gate(places: int = 1, queue: int = 1) -> Gate:
    return Gate(Time(), Random(1), places, queue)


def retry_after(crowded: Gate) -> int:
    with pytest.raises(Refusal) as refused:
        crowded.check()
    assert refused.value.code is Problem.BUSY
    assert refused.value.retry_after is not None
    return refused.value.retry_after


@pytest.mark.anyio
async def test_one_works_one_waits_and_the_third_is_asked_to_come_again() -> None:
    crowded, finish, done = gate(), anyio.Event(), []

    async def work(name: str) -> None:
        async with crowded.place():
            await finish.wait()
            done.append(name)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(work, "first")
        tasks.start_soon(work, "second")
        await anyio.wait_all_tasks_blocked()
        assert retry_after(crowded) >= 1
        finish.set()
    assert done == ["first", "second"]
    crowded.check()


@pytest.mark.anyio
async def test_the_larger_the_crowd_the_later_it_is_told_to_come_again() -> None:
    crowded = gate(queue=0)
    async with crowded.place():
        few = [retry_after(crowded) for _ in range(10)]
        many = [retry_after(crowded) for _ in range(1000)][-100:]
    assert max(few) < max(many) <= 120
    assert len(set(many)) > 10, "they are not all told the same moment"


def test_a_device_may_ask_fast_for_a_while_and_then_slower() -> None:
    time = Time()
    rate, device = Rate(time, burst=3, per_second=1), fresh_id()
    for _ in range(3):
        rate.count(device)
    with pytest.raises(Refusal) as refused:
        rate.count(device)
    assert (refused.value.code, refused.value.retry_after) == (Problem.TOO_OFTEN, 1)
    rate.count(fresh_id())
    time.now += 1
    rate.count(device)
