"""Looking at one unit of the tree: its micro-grids with their households, what could be formed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.contract.grids import Level
from gridapp.domain.grids import grids as rules
from gridapp.store.grids import grids, posts
from gridapp.store.grids.posts import PostLine
from gridapp.store.households import households
from gridapp.store.households.households import HouseholdLine
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids.grids import Forming


@dataclass(frozen=True)
class MicroGrid:
    """A micro-grid with its households in walking order and who leads it today."""

    id: UUID
    name: str
    households: tuple[HouseholdLine, ...]
    leaders: tuple[PostLine, ...]


def micro_grids(desk: Desk, unit_id: UUID) -> list[MicroGrid]:
    """The micro-grids of a village, or the one that ``unit_id`` is; phones are left out."""
    with desk.store.session() as session:
        below = grids.inside(session, unit_id, desk.today())
        found = [unit for unit in below if unit.level == Level.MICRO]
        ids = [unit.id for unit in found]
        lines = households.lines(session, ids)
        held = posts.posts(session, ids)
    walks: dict[UUID, list[HouseholdLine]] = {}
    for line in lines:
        bare = HouseholdLine(**{**line.__dict__, "phone": ""})
        walks.setdefault(line.unit_id, []).append(bare)
    today = desk.today()
    return [
        MicroGrid(
            id=unit.id,
            name=unit.name,
            households=tuple(walks.get(unit.id, ())),
            leaders=tuple(
                post
                for post in held
                if post.unit_id == unit.id and rules.covers(post.since, post.until, today)
            ),
        )
        for unit in found
    ]


@dataclass(frozen=True)
class Walk:
    """Households in walking order: of a micro-grid, or of a village those that are in none."""

    id: UUID
    name: str
    is_village: bool
    households: tuple[HouseholdLine, ...]


def walks(desk: Desk, village_id: UUID) -> list[Walk]:
    """All walks of a village, for regrouping: households in no micro-grid first."""
    with desk.store.session() as session:
        below = grids.inside(session, village_id, desk.today())
        found = [unit for unit in below if unit.level in (Level.VILLAGE, Level.MICRO)]
        lines = households.lines(session, [unit.id for unit in found])
    walked: dict[UUID, list[HouseholdLine]] = {}
    for line in lines:
        walked.setdefault(line.unit_id, []).append(line)
    return [
        Walk(unit.id, unit.name, unit.level == Level.VILLAGE, tuple(walked.get(unit.id, ())))
        for unit in found
    ]


def unassigned_groups(desk: Desk, village_id: UUID) -> tuple[str, ...]:
    """The 村民组 of each household that is in no micro-grid of the village, in walking order."""
    with desk.store.session() as session:
        return tuple(line.group_name for line in households.lines(session, [village_id]))


def sizes(groups: Sequence[str], forming: Forming) -> list[int]:
    """Households of each micro-grid that would be formed."""
    return rules.sizes(groups, evenly=forming == Forming.EVENLY)
