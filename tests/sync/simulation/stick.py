"""The exchange by USB stick: files are written, carried late, twice, in any order, or left."""

from gridapp.contract.bundle import BundleError
from gridapp.server.county import bundle as at_county
from gridapp.server.problems import Refusal
from gridapp.sync import bundle, bundle_answer
from tests.sync.simulation.laptop import Laptop, unwatched
from tests.sync.simulation.world import World


def carried(world: World, laptop: Laptop) -> None:
    """One step of it: a file is written, or one of the files about is given to its reader."""
    step = world.random.choice([_written, _given_to_county, _given_to_laptop])
    try:
        step(world, laptop)
    except (BundleError, Refusal) as fault:  # a county that went back may not know the laptop
        world.tell(f"… the stick does not help: {fault.code}")


def _written(world: World, laptop: Laptop) -> None:
    with laptop.store.session() as session:
        draft = bundle.write(session, world.clock())
        bundle.carried(session, draft)
    world.sticks.append(draft.data)
    world.tell(f"{laptop.name} writes {draft.changes} changes to a stick")


def _given_to_county(world: World, laptop: Laptop) -> None:
    if world.sticks:
        world.tell("a stick is given to the county")
        taken = at_county.take(world.county.county, world.random.choice(world.sticks))
        world.answers.append(taken.reply)
        world.tell(f"… it takes {taken.changes} changes, {taken.problem or 'all well'}")


def _given_to_laptop(world: World, laptop: Laptop) -> None:
    if world.answers:
        world.tell(f"{laptop.name} is given an answer on a stick")
        answer = world.random.choice(world.answers)
        result = bundle_answer.take(laptop.store, answer, world.clock, unwatched)
        world.tell(f"… {result.problem or 'all well'}")
