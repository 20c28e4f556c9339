"""The trees reconcile at any date, whatever was formed, moved, split, merged or dissolved."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select
from uuid_utils.compat import uuid7

from gridapp.contract.grids import Level
from gridapp.domain.grids.regrouping import Plan
from gridapp.domain.grids.tree_history import seated
from gridapp.store.grids import grids as stored
from gridapp.store.grids import regrouping as regroupings
from gridapp.store.grids import tree_history
from gridapp.store.grids.grids import UnitLine
from gridapp.store.opening import open_store
from gridapp.store.tables import Household
from gridapp.usecases.desk import Desk, RejectedError, save
from gridapp.usecases.grids import grid_board, grid_units, grids, regroup_plans, regrouping
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.households import life_events
from tests.desks import HOUSEHOLDS, TODAY, VILLAGE_ID, WORKER, Clock, Desks
from tests.stores import KEY

DAYS = [TODAY - timedelta(days=n) for n in (10, 6, 5, 2, 1, 0)]
"""On some of them something is done; on all of them the tree is told."""

ALL = 2 * HOUSEHOLDS
Told = dict[date, dict[UUID, int]]


@dataclass
class Village:
    """A village, what its tree has told of each day so far, and how often something was done."""

    desk: Desk
    told: Told = field(default_factory=dict)
    done: int = 0

    def lines(self, level: Level) -> list[UnitLine]:
        return [line for line in grids.view(self.desk).lines if line.level == level]

    def act(self, plan: Plan) -> None:
        self.attempt(plan.day, lambda: regrouping.carry_out(self.desk, plan))

    def attempt(self, day: date, do: Callable[[], object]) -> None:
        """Days before an act are told after it as they were before it."""
        try:
            do()
        except RejectedError:
            return
        self.done += 1
        before, self.told = self.told, {on: tell(self.desk, on) for on in DAYS}
        for on, counts in before.items():
            assert on >= day or self.told[on] == counts, f"{on} has changed by an act of {day}"


def tell(desk: Desk, day: date) -> dict[UUID, int]:
    """Households by the micro-grid or village that has them; the tree adds up on that day."""
    lines = grids.view(desk, day).lines
    own = {line.id: line.households for line in lines}
    for line in lines:
        if line.parent_id is not None:
            own[line.parent_id] -= line.households
    assert all(number >= 0 for number in own.values())
    top = next(line for line in lines if line.parent_id is None)
    micro = sum(line.households for line in lines if line.level == Level.MICRO)
    assert (micro + top.unassigned, top.households) == (ALL, ALL)
    assert top.units == len(lines)
    for level in (Level.TOWNSHIP, Level.VILLAGE):
        assert [line.households for line in lines if line.level == level] == [ALL]
    return {unit: number for unit, number in own.items() if number}


def play(village: Village, act: str, day: date, chance: int) -> None:
    """One thing that a village does, on one of its micro-grids by chance."""
    desk, micro = village.desk, [line.id for line in village.lines(Level.MICRO)]
    if act == "form":
        village.act(regroup_plans.form(desk, VILLAGE_ID, Forming.EVENLY, day))
    elif act == "large" and micro:
        some = micro[: 1 + chance % len(micro)]
        name = f"大网格{village.done}"
        village.attempt(day, lambda: grid_units.add_large(desk, VILLAGE_ID, name, some, TODAY))
    elif act == "flat":
        large = [line.id for line in village.lines(Level.LARGE)]
        village.attempt(day, lambda: [grid_units.dissolve(desk, id_, day) for id_ in large])
    elif act == "back":
        past = [one.act_id for one in regrouping.past(desk, VILLAGE_ID)]
        if past:
            village.act(regroup_plans.put_back(desk, past[0], day))
    elif act == "stray":
        village.attempt(day, lambda: stray(desk, day, chance))
    elif micro:
        village.act(regroup(desk, act, micro, day, chance))


def regroup(desk: Desk, act: str, micro: list[UUID], day: date, chance: int) -> Plan:
    one, other = micro[chance % len(micro)], micro[chance // 7 % len(micro)]
    if act == "merge":
        return regroup_plans.merge(desk, one, [other], day)
    if act == "split":
        return regroup_plans.split(desk, one, 2 + chance % 2, day)
    if act == "dissolve":
        return regroup_plans.dissolve(desk, one, day)
    (grid,) = grid_board.micro_grids(desk, one)
    walk = [line.id for line in grid.households]
    return regroup_plans.move(desk, {other: walk[chance % 3 :: 2]}, day)


def stray(desk: Desk, day: date, chance: int) -> None:
    """Another laptop, which had not heard of it yet, put a household into a grid that had ended."""
    with desk.store.session() as session:
        ended = [unit.id for unit in stored.units(session) if unit.until is not None]
        home = session.exec(select(Household).offset(chance % ALL)).first()
        assert home is not None
        settled = regroupings.homes(session, [home.unit_id])
        if ended and all(one.settled is None or one.settled <= day for one in settled):
            edits = life_events.regrouped(desk, session, [home], ended[0], day)
            save(desk, session, "grid.moved", "", edits)


KINDS = [
    "stray",
    "form",
    "move",
    "move",
    "split",
    "merge",
    "merge",
    "dissolve",
    "back",
    "large",
    "flat",
]
ACTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(DAYS[2:]), st.integers(0, 60)),
    min_size=3,
    max_size=6,
)


@pytest.fixture(scope="module")
def template(desks: Desks, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A village that has been at work: closed, to be copied."""
    made = desks.filled(tmp_path_factory.mktemp("village"))
    path = made.store.path
    made.store.close()
    return path


@pytest.fixture(scope="module")
def fresh(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Desk]]:
    """Desks of the village, each at the beginning."""
    folder, numbers = tmp_path_factory.mktemp("histories"), count()
    opened: list[Desk] = []

    def make() -> Desk:
        for before in opened:
            before.store.close()
        path = folder / f"{next(numbers)}.db"
        shutil.copy(template, path)
        opened[:] = [Desk(open_store(path, KEY), WORKER, Clock(), uuid7)]
        return opened[0]

    yield make
    for last in opened:
        last.store.close()


@settings(max_examples=12)
@given(ACTS)
def test_the_trees_reconcile_on_every_day_and_what_was_told_of_a_day_stays(
    fresh: Callable[[], Desk], acts: list[tuple[str, date, int]]
) -> None:
    village = Village(fresh())
    for act, day, chance in acts:
        play(village, act, day, chance)
    with village.desk.store.session() as session:
        now = tree_history.owned_now(session)
        then = tree_history.owned_on(session, TODAY)
        units = [stored.span(unit) for unit in stored.units(session)]
    assert seated({u: n for u, n in now.households.items() if n}, units, TODAY) == then.households
