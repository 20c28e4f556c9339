"""Options of the test run, and a desk with a real encrypted store for who asks for one."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gridapp.usecases.desk import Desk, Person
from tests.desks import WORKER, Desks, MakeDesk

settings.register_profile("untimed", deadline=None)  # a busy machine is not a fault
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures",
        metavar="DIR",
        default=None,
        help="write a PNG of every screen and widget into DIR",
    )


@pytest.fixture(autouse=True, scope="module")
def left_alone() -> None:
    """What earlier modules left is not looked through for garbage again: screens make a process so
    large that a third of the time would go into it.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    return Desks(tmp_path_factory.mktemp("desks"))


@pytest.fixture
def make_desk(desks: Desks, tmp_path: Path) -> Iterator[MakeDesk]:
    """``make_desk(person=WORKER, filled=True)``; every store is closed in the end."""
    made: list[Desk] = []

    def make(person: Person = WORKER, *, filled: bool = True) -> Desk:
        desk = desks.filled(tmp_path, person) if filled else desks.empty(tmp_path, person)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.store.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """The village grid leader's desk with everything on it."""
    return make_desk()
