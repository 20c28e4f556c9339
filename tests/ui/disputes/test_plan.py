"""The steps of a plan stand in the order that a person gives them, by keyboard or by arrows."""

from dataclasses import replace

from PySide6.QtCore import Qt

from gridapp.contract.casework import TaskKind
from gridapp.contract.people import Role
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import casework
from tests.ui.disputes.lived import lived
from tests.ui.disputes.screen import Opens

CONTROL = Qt.KeyboardModifier.ControlModifier
MEASURE, BUILD = "测量改道走向，村里协调用地", "双方出资并施工"


def plan(desk: Desk, case: object) -> list[str]:
    steps = casework.tasks(desk, case.id)  # type: ignore[attr-defined]
    return [one.title for one in steps if one.kind == TaskKind.PLAN_STEP]


def test_a_step_is_moved_with_the_keys_and_the_focus_goes_with_it(
    screen: Opens, desk: Desk
) -> None:
    lived(desk)
    case = screen("排水沟")
    rows = case.view.plan.rows
    assert plan(desk, case) == [MEASURE, BUILD]
    second = next(id_ for id_, code in rows.buttons if code == "up")
    rows.buttons[second, "up"].setFocus()
    case.press(Qt.Key.Key_Up, CONTROL)
    case.rest()
    assert plan(desk, case) == [BUILD, MEASURE]
    assert rows.buttons[second, "down"].hasFocus()
    case.press(Qt.Key.Key_Up, CONTROL)
    case.rest()
    assert plan(desk, case) == [BUILD, MEASURE]
    case.press(Qt.Key.Key_Down, CONTROL)
    case.rest()
    assert plan(desk, case) == [MEASURE, BUILD]
    rows.buttons[second, "up"].click()
    case.rest()
    assert plan(desk, case) == [BUILD, MEASURE]
    last = undoing.last(desk)
    assert last is not None
    undoing.undo(desk, last.operation_id)
    assert plan(desk, case) == [MEASURE, BUILD]


def test_a_leader_of_a_micro_grid_does_not_move_steps(screen: Opens, desk: Desk) -> None:
    lived(desk)
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    assert screen("排水沟", leader).view.plan.rows.buttons == {}
