"""Prepares the demo: a county server with 永福 on it, and laptops of people who work there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from gridapp.contract.people import Role
from gridapp.demo import county, receptions, rosters, signed_week, story
from gridapp.demo.county import CountyProcess
from gridapp.host import divisions
from gridapp.host.divisions import Division
from gridapp.host.laptop import Laptop
from gridapp.rosters.proposal import Roster
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.people import NewPerson
from gridapp.usecases.rosters import rosters as importing
from gridapp.usecases.rosters.rosters import Imported
from gridapp.usecases.sync import sync

COUNTY = "450326"
TOWNSHIP = "450326103"
"""苏桥镇: nine villages."""
GROUPS_A_VILLAGE = 12
PASSWORD = "yongfu-demo-2026"
"""Opens made-up data only."""

Say = Callable[[int, int], object]
"""Told (stage, stages) as the demo is prepared; see ``ui.start.preparing`` for their names."""
STAGES = 7


@dataclass(frozen=True)
class Where:
    """The folders of the demo: one for the county, one for each laptop."""

    top: Path

    @property
    def county(self) -> Path:
        """The county server's data."""
        return self.top / "county"

    @property
    def rosters(self) -> Path:
        """The Excel files that the villages handed in."""
        return self.top / "rosters"

    def laptop(self, name: str) -> Path:
        """The data folder of a laptop."""
        return self.top / f"laptop-{name}"


def join(laptop: Laptop, server: CountyProcess, name: str, unit_code: str, role: Role) -> Desk:
    """Enrol a made-up person with a fresh code and pull what they may see."""
    new = NewPerson(name, PASSWORD, PASSWORD, demo=True)
    return sync.join_county(laptop, server.address, server.code(unit_code, role.value), new)


def set_up_county(laptop: Laptop, server: CountyProcess, formed: int, random: Random) -> Desk:
    """The county's own desk: its tree from the national list, micro and dedicated grids."""
    desk = join(laptop, server, "覃永安", COUNTY, Role.COUNTY)
    place, below = _divisions()
    grids.set_up(desk, place, below, COUNTY)
    county.complete_tree(desk, TOWNSHIP, formed, random)
    sync.synchronise(desk)
    return desk


def _divisions() -> tuple[Division, list[Division]]:
    place = next(found for found in divisions.counties("永福县") if found.code == COUNTY)
    return place, divisions.below(COUNTY)


def write_rosters(where: Where, random: Random, laptop: Laptop) -> dict[str, Path]:
    """A roster file for each village of the township, by village code."""
    where.rosters.mkdir(parents=True, exist_ok=True)
    today = laptop.now().date()
    files = {}
    for village in divisions.below(COUNTY):
        if village.code.startswith(TOWNSHIP) and len(village.code) == 12:
            path = where.rosters / f"{village.name}花名册.xlsx"
            rosters.write(path, village.name, COUNTY, GROUPS_A_VILLAGE, random, today)
            files[village.code] = path
    return files


def read_rosters(files: dict[str, Path]) -> dict[str, Roster]:
    """What the reading of each village's file proposes, by village code."""
    return {code: importing.preview(path) for code, path in files.items()}


def import_rosters(desk: Desk, read: dict[str, Roster]) -> list[Imported]:
    """Import every village's roster and form its micro-grids from the 村民组."""
    by_code = {line.code: line.id for line in grids.view(desk).lines}
    return [
        importing.import_roster(desk, roster, by_code[code], Forming.BY_GROUP, _go_on)
        for code, roster in read.items()
    ]


def _go_on(done: int, total: int) -> None:
    """Nobody watches the bar here."""


def formed_ahead(files: dict[str, Path]) -> int:
    """How many micro-grids the rosters will give: one a 村民组 of at most 20 households."""
    return len(files) * GROUPS_A_VILLAGE


def prepare(
    laptop_for: Callable[[str], Laptop], where: Where, server: CountyProcess, say: Say
) -> Desk:
    """The whole demo; returns the township's desk, signed in."""
    random = Random(2026)
    say(1, STAGES)
    township_laptop = laptop_for("township")
    files = write_rosters(where, random, township_laptop)
    say(2, STAGES)
    set_up_county(laptop_for("county"), server, formed_ahead(files), random).store.close()
    say(3, STAGES)
    desk = join(township_laptop, server, "陈志平", TOWNSHIP, Role.TOWNSHIP)
    say(4, STAGES)
    import_rosters(desk, read_rosters(files))
    say(5, STAGES)
    new_year = desk.today().replace(month=1, day=1)
    story.appoint_leaders(desk, new_year, random)
    story.appoint_agents(desk, new_year, random)
    story.tell(desk, random)
    receptions.tell(desk, random)
    report = signed_week.hand_in(desk)
    say(6, STAGES)
    sync.synchronise(desk)
    signer = join(laptop_for("signer"), server, "莫建明", TOWNSHIP, Role.TOWNSHIP)
    signed_week.sign(signer, report)
    sync.synchronise(signer)
    signer.store.close()
    sync.synchronise(desk)
    signed_week.learn_late(desk, report, random)
    sync.synchronise(desk)
    return desk
