"""Files and the network in any order: all end up the same; nothing is lost, nothing doubled."""

from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import func, select

from gridapp.contract.people import Role
from gridapp.server.access import devices
from gridapp.server.county.county import County
from gridapp.server.database.tables import journal, record
from gridapp.store import meta
from gridapp.usecases.sync.bundles import BundleError, BundleFault
from tests.server.grids import MICRO_1, MICRO_2, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, household
from tests.sync.sticks import Stick

STEPS = 40


class Play:
    """Two laptops of a village, one stick that never loses a file, and chance."""

    def __init__(self, seed: int, laptops: list[Laptop], stick: Stick) -> None:
        self.random = Random(seed)
        self.laptops = laptops
        self.stick = stick
        self.outs: list[tuple[Laptop, Path]] = []
        self.answers: list[tuple[Laptop, Path]] = []
        self.made: set[UUID] = set()
        self.changes = 0

    def step(self) -> None:
        laptop = self.random.choice(self.laptops)
        self.random.choice(
            [self.make, self.edit, self.move, self.out, self.take, self.back] * 3 + [self.sync]
        )(laptop)

    def make(self, laptop: Laptop) -> None:
        self.made.add(laptop.create("household", household(MICRO_1)))
        self.changes += 1

    def edit(self, laptop: Laptop) -> None:
        for home in self.some(laptop):
            laptop.change("household", home, note=str(self.random.random()))
            self.changes += 1

    def move(self, laptop: Laptop) -> None:
        for home in self.some(laptop):
            laptop.change("household", home, unit_id=self.random.choice([MICRO_1, MICRO_2]))
            self.changes += 1

    def some(self, laptop: Laptop) -> list[UUID]:
        held = sorted(laptop.ids("household"))
        return self.random.sample(held, min(2, len(held)))

    def out(self, laptop: Laptop) -> None:
        self.outs.append((laptop, self.stick.out(laptop)))

    def take(self, _: Laptop) -> None:
        if self.outs:
            laptop, path = self.random.choice(self.outs)
            self.answers.append((laptop, self.stick.answer(path)))

    def back(self, _: Laptop) -> None:
        if self.answers:
            laptop, path = self.random.choice(self.answers)
            try:
                assert self.stick.back(laptop, path).problem in {None, BundleFault.MORE}
            except BundleError as error:
                assert error.code == BundleFault.OLD

    def sync(self, laptop: Laptop) -> None:
        assert laptop.sync().problem is None


@pytest.mark.parametrize("moment", range(8))
def test_a_file_may_be_written_at_any_moment_of_an_exchange(
    moment: int, village: Laptop, second: Laptop, stick: Stick, county: County
) -> None:
    """The line may hang just then; here it goes on, reading a feed anew page by page."""
    made = {laptop.create("household", household(MICRO_1)) for laptop in [village, second] * 6}
    second.sync()
    with village.store.session() as session:
        meta.put(session, "pace", [2, 4_000, 5])
        meta.put(session, "reading_anew", [str(VILLAGE)])
    moments, outs = count(), list[Path]()

    def meanwhile(_when: str, _path: str) -> None:
        if next(moments) == moment:
            made.add(village.create("household", household(MICRO_1)))
            outs.append(stick.out(village))

    village.line.broken = meanwhile
    assert village.sync().problem is None
    answer = stick.answer(outs[0])
    with suppress(BundleError):
        assert stick.back(village, answer).problem in {None, BundleFault.MORE}
    second.sync()
    assert village.sync().problem is None
    assert village.held() == second.held()
    assert village.ids("household") == made
    assert "waiting" not in village.states()


@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_all_come_to_hold_the_same(
    seed: int, grid: Laptop, joined: JoinLaptop, stick: Stick, county: County
) -> None:
    laptops = [joined(VILLAGE, Role.VILLAGE) for _ in range(2)]
    for laptop in laptops:
        laptop.sync()
    play = Play(seed, laptops, stick)
    for _ in range(STEPS):
        play.step()
    by_stick = seed % 2 == 0
    for laptop in [*laptops, *laptops]:
        result = stick.exchange(laptop) if by_stick else laptop.sync()
        assert result.problem is None
    first, second = laptops
    assert first.held() == second.held()
    assert first.ids("household") == play.made
    assert "waiting" not in first.states() + second.states()
    with county.reading() as connection:
        taken = connection.execute(select(func.count()).select_from(journal)).scalar_one()
        homes = select(func.count()).select_from(record).where(record.c.kind == "household")
        assert connection.execute(homes).scalar_one() == len(play.made)
    assert taken == play.changes + len(grid.ids("unit"))


def test_what_the_county_took_over_the_network_since_is_not_missing_in_an_older_answer(
    village: Laptop, stick: Stick, county: County
) -> None:
    """The laptop was revoked meanwhile: it has handed in more, and has read nothing."""
    village.create("household", household(MICRO_1))
    answer = stick.answer(stick.out(village))
    village.create("household", household(MICRO_1))
    with village.store.session() as session:
        device = UUID(meta.get(session, "device")["id"])
    with county.writing() as connection:
        devices.revoke(connection, device, village.now())
    assert village.sync().problem == "403.2 revoked"
    assert stick.back(village, answer).problem is None
