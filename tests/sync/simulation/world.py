"""One county and some laptops at the start of a run, and the story of what happens to them."""

from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from gridapp.store.journal import Edit, Operation
from gridapp.sync import pull, push
from tests.sync.simulation import bed
from tests.sync.simulation.county import CountySide
from tests.sync.simulation.laptop import Laptop
from tests.sync.simulation.ledger import Ledger
from tests.sync.simulation.line import Line

SAVE_STATEMENTS = 12
"""A laptop that dies while it saves does so before one of these statements."""


@dataclass
class World:
    """Everything of one run. ``random`` is the only source of chance."""

    random: Random
    clock: bed.Clock
    county: CountySide
    ledger: Ledger = field(default_factory=Ledger)
    laptops: list[Laptop] = field(default_factory=list)
    spare: list[int] = field(default_factory=list)
    """Memories that no laptop uses yet."""
    county_images: list[Any] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    words: int = 0

    def tell(self, event: str) -> None:
        """Add to the story."""
        self.story.append(f"{self.clock.now:%d %b %H:%M}  {event}")

    def word(self) -> str:
        """A value that nobody has written before; it can be searched for."""
        self.words += 1
        return f"<{self.words}>"

    def id(self) -> UUID:
        """A fresh id."""
        return bed.fresh_id(self.random)

    def line(self) -> Line:
        """A line to the county."""
        return Line(self.county, self.ledger, self.random, self.tell)

    def save(self, laptop: Laptop, what: str, *edits: Edit) -> None:
        """A person saves; now and then the power goes over it."""
        if self.random.random() < 0.03:
            laptop.memory.crash_after(self.random.randrange(SAVE_STATEMENTS))
        operation = Operation(self.id(), "did", what, laptop.name, self.clock())
        saved = laptop.save(operation, self.ledger, *edits)
        self.tell(f"{laptop.name} {what}" + ("" if saved else " … and dies before it is saved"))


def opened(seed: int) -> World:
    """The world at the start of the run with this number."""
    prepared, random = bed.prepared(), Random(seed)
    prepared.clock.now = bed.START
    prepared.county.memory.load(prepared.county_image)
    world = World(random, prepared.clock, prepared.county)
    pull.PAGE_ROWS = random.choice([4, 2000, 2000])
    push.FIRST_SIZE = random.choice([1, 3, 500, 500, 500])
    world.spare = list(range(len(bed.CAST), len(prepared.memories)))
    taking_part = set(random.sample(range(1, len(bed.CAST)), random.randint(2, 4))) | {0}
    for place, (name, (unit, role)) in enumerate(bed.CAST.items()):
        if place in taking_part:
            memory = prepared.memories[place]
            memory.load(prepared.images[place])
            laptop = Laptop(name, unit, role, memory, world.line(), world.clock)
            world.laptops.append(laptop)
    return world
