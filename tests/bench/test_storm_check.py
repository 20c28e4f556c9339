"""The storm's checker sees each kind of broken promise, and sees none where all is well."""

from collections.abc import Callable
from uuid import UUID

import pytest
from nacl.signing import SigningKey

from tests.bench.storm_check import Fault, View, faults_of
from tests.bench.storm_laptop import Laptop

VISIT, PERSON = ("visit", UUID(int=1)), ("member", UUID(int=2))
SHARED = ("member", UUID(int=3))
KEY = SigningKey(bytes(32))


def pair() -> list[Laptop]:
    """Two laptops of one micro-grid; the first has made a visit and edited a person."""
    maker, reader = (
        Laptop(UUID(int=n), KEY, UUID(int=8), UUID(int=9), SHARED[1]) for n in (10, 11)
    )
    maker.made = {VISIT: (1, {"outcome": "quiet"}), PERSON: (2, {"name": "何某", "phone": "2"})}
    for laptop in (maker, reader):
        laptop.held = {"feed": {VISIT: 1, PERSON: 2, SHARED: 5}}
    return [maker, reader]


def shown() -> View:
    return {
        VISIT: (1, {"outcome": "quiet", "note": ""}),
        PERSON: (2, {"name": "何某", "phone": "2"}),
        SHARED: (5, {"name": "何某"}),
    }


def without(view: View) -> None:
    del view[VISIT]


def twice(view: View) -> None:
    view[PERSON] = (3, view[PERSON][1])


def older(view: View) -> None:
    view[PERSON] = (1, view[PERSON][1] | {"phone": "1"})


def other_value(view: View) -> None:
    view[PERSON] = (2, view[PERSON][1] | {"phone": "1"})


def strange(view: View) -> None:
    view["visit", UUID(int=99)] = (1, {})


def test_where_all_is_well_the_checker_sees_nothing() -> None:
    assert faults_of(pair(), [shown(), shown()]) == {}


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (without, Fault.LOST),
        (twice, Fault.TWICE),
        (older, Fault.EDIT_LOST),
        (other_value, Fault.EDIT_LOST),
        (strange, Fault.STRANGE),
    ],
)
def test_the_checker_sees_what_is_wrong_with_the_record(
    harm: Callable[[View], None], fault: Fault
) -> None:
    views = [shown(), shown()]
    for view in views:
        harm(view)
    assert faults_of(pair(), views)[fault] == 1


def test_the_checker_sees_replicas_that_differ() -> None:
    other = shown()
    other[SHARED] = (5, {"name": "何某某"})
    assert faults_of(pair(), [shown(), other]) == {Fault.DIFFERING: 1}


def test_the_checker_sees_a_laptop_that_holds_something_else() -> None:
    laptops = pair()
    del laptops[1].held["feed"][VISIT]
    assert faults_of(laptops, [shown(), shown()]) == {Fault.STALE: 1}
