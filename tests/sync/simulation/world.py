"""One county and some laptops at the start of a run, and the story of what happens to them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from gridapp.store.journal import Edit, Operation
from gridapp.sync import pace, upload
from tests.sync.simulation import bed
from tests.sync.simulation.county import CountySide
from tests.sync.simulation.laptop import MENDED, Laptop
from tests.sync.simulation.ledger import Ledger
from tests.sync.simulation.line import Line
from tests.sync.simulation.memory import Image

MEASURES = (
    *((pace, name) for name in ("MOST_ROWS", "MOST_CHANGES", "FEWEST_ROWS", "FEWEST_CHANGES")),
    (upload, "WHOLE"),
)
"""What differs from run to run, see ``_measure``."""

BUSY_SHARE = 0.7
SAVE_STATEMENTS = 12
"""A laptop that dies while it saves does so before one of these statements."""


def quiet(laptop: Laptop) -> None:
    """Everybody waits until a laptop has its answer."""


@dataclass
class World:
    """Everything of one run. ``random`` is the only source of chance."""

    random: Random
    clock: bed.Clock
    county: CountySide
    ledger: Ledger = field(default_factory=Ledger)
    laptops: list[Laptop] = field(default_factory=list)
    busy: list[Laptop] = field(default_factory=list)
    """The laptops at which most of it happens."""
    hot: set[UUID] = field(default_factory=set)
    """Records over which persons meet."""
    spare: list[int] = field(default_factory=list)
    """Memories that no laptop uses yet."""
    county_images: list[Image] = field(default_factory=list)
    sticks: list[bytes] = field(default_factory=list)
    """Files for the county that are on sticks somewhere."""
    answers: list[bytes] = field(default_factory=list)
    """Files from the county."""
    meanwhile: Callable[[Laptop], None] = quiet
    """What happens while a request of a laptop is under way."""
    exchanging: list[Laptop] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    words: int = 0

    def tell(self, event: str) -> None:
        """Add to the story."""
        self.story.append(f"{self.clock.now:%d %b %H:%M}  {event}")

    def somebody(self) -> Laptop:
        """Whose turn it is."""
        among = self.busy if self.random.random() < BUSY_SHARE else self.laptops
        return self.random.choice(among)

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
    prepared.county.restart()
    world = World(random, prepared.clock, prepared.county)
    for kept in (prepared.county.parts, prepared.county.fell, MENDED):
        kept.clear()
    _measure(random)
    world.spare = list(range(len(bed.CAST), len(prepared.memories)))
    taking_part = set(random.sample(range(1, len(bed.CAST)), random.randint(1, 3))) | {0}
    for place, (name, (unit, role)) in enumerate(bed.CAST.items()):
        if place in taking_part:
            memory = prepared.memories[place]
            memory.load(prepared.images[place])
            memory.rows("INSERT OR REPLACE INTO meta VALUES ('pace', ?)", json.dumps(_first_pace()))
            laptop = Laptop(
                name, unit, role, memory, world.line(), world.clock, world.random.randbytes
            )
            world.laptops.append(laptop)
    world.busy = random.sample(world.laptops, 2)
    world.hot = {_met_over(world, kind) for kind in ("household", "member")}
    return world


def _met_over(world: World, kind: str) -> UUID:
    """A record that both busy persons have in sight, if there is one."""
    one, other = (laptop.some(kind) for laptop in world.busy)
    return world.random.choice(sorted(set(one) & set(other)) or one)[0]


def _first_pace() -> tuple[int, int, int]:
    return min(pace.MOST_CHANGES, 500), 48_000, min(pace.MOST_ROWS, 500)


@contextmanager
def measures_of_its_own() -> Iterator[None]:
    """What a run sets of the product's measures is gone after it: others use this process too."""
    kept = [(where, name, getattr(where, name)) for where, name in MEASURES]
    try:
        yield
    finally:
        for where, name, value in kept:
            setattr(where, name, value)


def _measure(random: Random) -> None:
    """How much goes at once in this run, and from which size on bodies are sent in parts."""
    pace.MOST_ROWS = random.choice([4, 5_000, 5_000])
    pace.MOST_CHANGES = random.choice([1, 3, 10_000, 10_000, 10_000])
    pace.FEWEST_ROWS = pace.FEWEST_CHANGES = 1
    upload.WHOLE = random.choice([50, 4096])
