"""A laptop that goes on under a new id knows what it wrote under the old one, and no more."""

from collections.abc import Sequence

import pytest
from msgspec import structs

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op
from tests.server.conftest import Enrol
from tests.server.grids import MICRO_1, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household, member


@pytest.fixture
def renewed(village: Laptop, enrolled: Enrol) -> Laptop:
    return enrolled(VILLAGE, Role.VILLAGE)


def person(laptop: Laptop) -> list[Change]:
    home = laptop.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    return [
        home,
        laptop.change(
            Op.CREATE, "member", fresh_id(), MICRO_1, **member(home.record_id, phone="1")
        ),
    ]


def phone(laptop: Laptop, made: Change, number: str) -> Change:
    """A change that was written before any answer of the county had come."""
    return laptop.change(Op.UPDATE, "member", made.record_id, MICRO_1, phone=number)


def offered_again(laptop: Laptop, changes: Sequence[Change]) -> list[Change]:
    """Changes from the journal of the former device, with new numbers."""
    first = laptop.dseq + 1
    laptop.dseq += len(changes)
    return [structs.replace(change, dseq=first + n) for n, change in enumerate(changes)]


def test_its_earlier_writes_do_not_stand_against_its_later_ones(
    village: Laptop, renewed: Laptop
) -> None:
    made = person(village)
    first, second = phone(village, made[1], "2"), phone(village, made[1], "3")
    village.push(*made, first)
    reply = renewed.push(*offered_again(renewed, [*made, first, second]))
    assert [r.outcome for r in reply.results] == ["duplicate"] * 3 + ["merged"]
    third = phone(renewed, made[1], "4")
    assert renewed.push(third).results[0].outcome == "merged"
    assert village.pull()[("member", made[1].record_id)].fields["phone"] == "4"


def test_what_was_offered_in_an_earlier_batch_is_known_too(
    village: Laptop, renewed: Laptop
) -> None:
    made = person(village)
    village.push(*made)
    renewed.push(*offered_again(renewed, made))
    assert renewed.push(phone(renewed, made[1], "4")).results[0].outcome == "merged"


def test_what_its_clone_wrote_after_they_parted_stands_against_it(
    village: Laptop, renewed: Laptop
) -> None:
    made = person(village)
    village.push(*made)
    village.push(phone(village, made[1], "2"))
    reply = renewed.push(*offered_again(renewed, [*made, phone(village, made[1], "3")]))
    assert [r.outcome for r in reply.results] == ["duplicate", "duplicate", "conflict"]


def test_a_stranger_who_offers_nothing_of_it_does_not_know_it(
    village: Laptop, renewed: Laptop
) -> None:
    made = person(village)
    village.push(*made, phone(village, made[1], "2"))
    assert renewed.push(phone(renewed, made[1], "3")).results[0].outcome == "conflict"


def test_a_device_of_which_the_county_has_never_heard_is_told_so(village: Laptop) -> None:
    stranger = Laptop(village.client, village.now, token=village.token)
    response = stranger.post("/v1/devices/token", f'{{"device":"{stranger.id}"}}'.encode(), {})
    assert (response.status_code, response.json()["code"]) == (401, "401.3 unknown_device")
