"""Rare courses of events, played on purpose: runs with numbers from a million on.

Chance still decides who, what and when; a fault that only such a course shows is not left to luck.
"""

from collections.abc import Callable

from tests.sync.simulation import people, trouble
from tests.sync.simulation.world import World, quiet

FIRST = 1_000_000
MANY_STATEMENTS = 40
"""More than a save needs."""


def twins_with_a_batch_under_way(world: World) -> None:
    """A cloned laptop's batch does not get through; its twin sends the same work and more of it."""
    laptop = world.laptops[0]
    people.new_household(world, laptop)
    trouble.clone(world, laptop)
    twin = world.laptops[-1]
    laptop.line.badness = 1.0
    laptop.sync()
    laptop.line.badness = twin.line.badness = 0.0
    people.new_household(world, twin)
    people.new_household(world, laptop)
    trouble.sync(world, twin)
    trouble.sync(world, laptop)


def deaths_over_saving(world: World) -> None:
    """The power goes again and again while somebody saves."""
    laptop = world.laptops[0]
    for statements in range(MANY_STATEMENTS):
        laptop.memory.crash_after(statements)
        people.new_household(world, laptop)


def edits_over_what_comes(world: World) -> None:
    """A number is set again and again at one laptop, while that of another person comes there."""
    laptop, other = world.laptops[:2]
    members = [dict(one.some("member")) for one in (laptop, other)]
    member = world.random.choice(sorted(members[0].keys() & members[1].keys()))
    people.note_phone(world, other, member)
    trouble.sync(world, other)
    world.meanwhile = lambda busy: people.note_phone(world, busy, member)
    trouble.sync(world, laptop)
    world.meanwhile = quiet
    people.note_phone(world, laptop, member)


SCENES: list[Callable[[World], None]] = [
    twins_with_a_batch_under_way,
    deaths_over_saving,
    edits_over_what_comes,
]


def of(seed: int) -> Callable[[World], None] | None:
    """The scene of a run; None for the runs that only chance decides."""
    return SCENES[seed % len(SCENES)] if seed >= FIRST else None
