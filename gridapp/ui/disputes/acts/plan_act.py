"""A plan for a case (一案一策) as one act: why it is stuck, and who does what until when."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskKind
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework
from gridapp.usecases.disputes.casework import NewTask

translate = QCoreApplication.translate

_DAYS = 7
"""What the form proposes for a step."""


def plan_act(look: Look) -> Act:
    """Make the plan; further steps are added one by one."""
    dispute_id = look.case.dispute.id

    def do(desk: Desk, values: Values) -> Changed:
        steps = [
            NewTask(TaskKind.PLAN_STEP, row["title"], "", row["owner"], row["due"])
            for row in values["steps"]
        ]
        return casework.give_plan(desk, dispute_id, values["text"], steps)

    row = partial(_step, look)
    asks = (
        Asked("text", translate("acts", "Why the case is stuck"), Text),
        Asked(
            "steps",
            translate("acts", "Measures in their order"),
            partial(Rows, row, translate("acts", "Add a measure"), [row]),
        ),
    )
    rule = translate("acts", "A plan is of the case only.")
    return Act("task.plan", translate("acts", "Make a case plan"), do, asks, rule)


def _step(look: Look) -> Cells:
    return {
        "title": (translate("acts", "Measure"), Line()),
        "owner": (translate("acts", "Who does it"), Line(look.person.name)),
        "due": (translate("acts", "Until when"), Day(look.today + timedelta(days=_DAYS))),
    }
