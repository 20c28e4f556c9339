"""What is written of people is put right in place: a doubtful number is kept and told."""

import pytest

from gridapp.domain.households.household_faults import EditFault
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.households import goings, household_edits, households
from gridapp.usecases.households.comings import NewMember
from tests.desks import TODAY
from tests.usecases.families import here, household, member, settle, three_generations, who


def findings(desk: Desk, name: str) -> tuple[object, ...]:
    one = member(desk, name)
    sheet = households.sheet(desk, one.household_id)
    assert sheet is not None
    return next(line.findings for line in sheet.members if line.id == one.id)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("450326197502080052", ("citizen number fails its check digit",)),
        ("450326750208005", ("citizen number is of the old kind with 15 digits",)),
        ("45032619750208", ("citizen number is not 18 characters long",)),
    ],
)
def test_a_doubtful_number_is_kept_and_told(desk: Desk, number: str, told: object) -> None:
    home = settle(desk, "龙大山 02 1 1975")
    household_edits.change_member(desk, who(desk, home)["龙大山"], {"citizen_number": number})
    assert member(desk, "龙大山").citizen_number == number
    assert findings(desk, "龙大山")[:1] == told


def test_sex_and_birthday_that_differ_from_the_number_are_told(desk: Desk) -> None:
    home = settle(desk, "龙小凤 02 1 1975")
    fields = {"citizen_number": "450326200305070027"}
    household_edits.change_member(desk, who(desk, home)["龙小凤"], fields)
    assert findings(desk, "龙小凤") == ("member.sex_differs", "member.born_differs")
    household_edits.change_member(desk, who(desk, home)["龙小凤"], {"sex": "0", "born_on": None})
    household_edits.change_member(desk, who(desk, home)["龙小凤"], fields)
    assert findings(desk, "龙小凤") == ()
    assert member(desk, "龙小凤").sex == "2"


def test_a_name_is_not_deleted_and_nobody_leaves_by_an_edit(desk: Desk) -> None:
    home = three_generations(desk)
    one = who(desk, home)["龙大山"]
    for fields, fault in (
        ({"name": " "}, EditFault.NAME_MISSING),
        ({"residence": "dead"}, EditFault.LEAVES_BY_ACT),
    ):
        with pytest.raises(RejectedError) as caught:
            household_edits.change_member(desk, one, fields)
        assert caught.value.faults == (fault,)


def test_a_household_has_one_head_and_one_without_may_get_one_by_writing_it(desk: Desk) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    with pytest.raises(RejectedError) as caught:
        household_edits.change_member(desk, people["龙小山"], {"relation": "02"})
    assert caught.value.faults == (EditFault.HEAD_ELSEWHERE,)
    goings.death(desk, home, people["龙大山"], TODAY)
    household_edits.change_member(desk, people["龙小山"], {"relation": "02"})
    assert here(desk, home)[0] == ("龙小山", "02")


def test_somebody_forgotten_has_belonged_to_the_household_all_along(desk: Desk) -> None:
    home = three_generations(desk)
    household_edits.add_member(desk, home, NewMember("龙三妹", "34"))
    assert here(desk, home)[-1] == ("龙三妹", "34")
    assert member(desk, "龙三妹").since is None


def test_an_edit_that_changes_nothing_is_no_operation(desk: Desk) -> None:
    home = three_generations(desk)
    changed = household_edits.change_household(desk, home, {"address": " 坪岭8号 "})
    assert changed.operation_id is None
    household_edits.change_household(desk, home, {"address": "坪岭9号", "note": "租住"})
    assert (household(desk, home).address, household(desk, home).note) == ("坪岭9号", "租住")
