"""One seed: a schedule of work and trouble, then quiet, then the checker."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from traceback import format_exc

from tests.sync.simulation import bed, checker, scenes, trouble
from tests.sync.simulation.laptop import Laptop
from tests.sync.simulation.people import ACTS, SEALED
from tests.sync.simulation.sight import CountySight
from tests.sync.simulation.trouble import AT_COUNTY, TROUBLES
from tests.sync.simulation.world import World, measures_of_its_own, opened, quiet

ROUNDS = 8
"""Within so many rounds of exchanges on a good line everything must have come to rest."""

ONCE_MORE = 0.1
"""The share of runs in which everybody exchanges once more."""

SEALING = 5
"""Every fifth run is about sealed cases too."""

AT_WORK = {6, 8}
"""Of ten runs, those in which work goes on while a laptop waits for an answer."""

Doing = Callable[[World, Laptop], None]


@dataclass(frozen=True)
class Outcome:
    """What a run showed: the promises that it broke, and the story."""

    seed: int
    broken: list[str]
    story: list[str]


def run(seed: int) -> Outcome:
    """The run with this number; the same number gives the same run."""
    with measures_of_its_own():
        return _run(seed)


def _run(seed: int) -> Outcome:
    world = opened(seed)
    try:
        play = scenes.of(seed)
        play(world) if play is not None else _live(world, seed)
        _rest(world)
        found = checker.broken(world)
    except Exception:  # a fault of the product under test is a finding, not the end of the runs
        found = [*world.ledger.broken, f"I7 it fell over: {format_exc()}"]
    return Outcome(seed, found, world.story)


def _live(world: World, seed: int) -> None:
    """Each run has its own habits: some things happen often in it, and others never."""
    random = world.random
    badness, troubled = random.choice([0.0, 0.1, 0.3]), random.choice([0.1, 0.25])
    exchanging = random.choice([0.2, 0.35, 0.5])
    acts, troubles = random.sample(ACTS, 6), random.sample(TROUBLES, 3)
    if seed % SEALING == SEALING - 1:
        acts = random.sample(acts, 3) + SEALED
    for laptop in world.laptops:
        laptop.line.badness = badness
    if seed % 10 in AT_WORK:
        world.meanwhile = partial(_meanwhile, world, acts)
    for _ in range(random.randint(8, 26)):
        world.clock.move(minutes=random.randint(1, 600))
        laptop = world.somebody()
        chance = random.random()
        if chance < exchanging:
            trouble.sync(world, laptop)
        elif chance < exchanging + troubled:
            _one_of(world, troubles)(world, laptop)
        else:
            _one_of(world, acts)(world, laptop)
    world.meanwhile = quiet


def _meanwhile(world: World, acts: list[tuple[int, Doing]], laptop: Laptop) -> None:
    """The person works on, another laptop exchanges, or something happens at the county."""
    chance = world.random.random()
    with laptop.memory.spared():
        if chance < 0.2:
            _one_of(world, acts)(world, laptop)
        elif chance < 0.28:
            others = [one for one in world.laptops if one not in world.exchanging]
            if others:
                trouble.sync(world, world.random.choice(others))
        elif chance < 0.33:
            _one_of(world, AT_COUNTY)(world, laptop)


def _one_of(world: World, things: list[tuple[int, Doing]]) -> Doing:
    doings, weights = [doing for _, doing in things], [weight for weight, _ in things]
    return world.random.choices(doings, weights)[0]


def _rest(world: World) -> None:
    """The line is good; everybody exchanges, and goes on while not all hold what they should."""
    world.tell("— it is quiet now, and the line is good —")
    world.county.following.look()  # as every second
    for laptop in world.laptops:
        laptop.line.badness = 0.0
    restless = world.laptops
    for _ in range(ROUNDS):
        for laptop in restless:
            _let_in_again(world, laptop)
            trouble.sync(world, laptop)
        county = CountySight(world.county.memory)
        restless = [laptop for laptop in world.laptops if checker.is_restless(laptop, county)]
        if not restless:
            break
    if world.random.random() < ONCE_MORE:
        _nothing_moves(world)


def _nothing_moves(world: World) -> None:
    """After one more round, for tombstones of what nobody holds, there is nothing to exchange."""
    for laptop in world.laptops:
        laptop.sync()
    for laptop in world.laptops:
        result = laptop.sync()
        if result is None or result.pushed or result.pulled:
            world.ledger.broken.append(f"I3 {laptop.name} does not come to rest: {result}")


def _let_in_again(world: World, laptop: Laptop) -> None:
    """A county put back to before an enrolment does not know the device: it gets a new code."""
    if CountySight(world.county.memory).status(laptop.device()) is None:
        world.tell(f"{laptop.name} enrols again")
        bed.join_again(laptop, world.county.code(laptop.unit, laptop.role))
