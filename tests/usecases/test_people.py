"""Setting up a person, signing in, and what happens when it goes wrong."""

from pathlib import Path

import pytest
from uuid_utils.compat import uuid7

from gridapp.host.divisions import below
from gridapp.host.keyfile import KeyFault, WrongPassword
from gridapp.host.laptop import Laptop
from gridapp.host.people import list_people
from gridapp.usecases import people
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.grids import grids
from gridapp.usecases.people import NewPerson, PersonFault
from tests.desks import COUNTY, Clock

PASSWORD = "一个够长的密码2026"


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path, Clock(), uuid7)


def test_who_sets_up_offline_can_sign_in_again_and_finds_the_tree(laptop: Laptop) -> None:
    divisions = below(COUNTY.code)
    unit = next(division for division in divisions if division.name == "苏桥镇")
    new = NewPerson("陈志平", PASSWORD, PASSWORD)
    people.set_up_offline(laptop, new, unit, COUNTY, divisions).store.close()
    (label,) = list_people(laptop.data)
    desk = people.sign_in(laptop, label.id, PASSWORD)
    assert (desk.person.name, desk.person.unit_name, desk.person.role) == (
        "陈志平",
        "苏桥镇",
        "township",
    )
    assert grids.view(desk).tally.village == 9
    desk.store.close()


def test_a_wrong_password_opens_nothing(laptop: Laptop) -> None:
    new = NewPerson("陈志平", PASSWORD, PASSWORD)
    people.set_up_offline(laptop, new, COUNTY, COUNTY, []).store.close()
    (label,) = list_people(laptop.data)
    with pytest.raises(WrongPassword):
        people.sign_in(laptop, label.id, PASSWORD + "!")


def test_everything_wrong_with_a_new_person_is_named_and_nobody_is_left_behind(
    laptop: Laptop,
) -> None:
    with pytest.raises(RejectedError) as caught:
        people.set_up_offline(laptop, NewPerson(" ", PASSWORD, "other"), COUNTY, COUNTY, [])
    assert set(caught.value.faults) == {PersonFault.NAME_MISSING, PersonFault.PASSWORDS_DIFFER}
    with pytest.raises(RejectedError) as caught:
        people.set_up_offline(laptop, NewPerson("陈志平", "short", "short"), COUNTY, COUNTY, [])
    assert caught.value.faults == (KeyFault.PASSWORD_TOO_SHORT,)
    assert list_people(laptop.data) == ()
