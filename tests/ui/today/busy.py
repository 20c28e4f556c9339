"""A day on which much is due."""

from datetime import date, timedelta
from uuid import UUID

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import casework, disputes
from gridapp.usecases.disputes.casework import NewTask
from gridapp.usecases.disputes.disputes import NewDispute, Step
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty
from tests.desks import TODAY, VILLAGE_ID
from tests.ui.disputes.lived import lived

DAY = timedelta(days=1)


def busy(desk: Desk) -> None:
    """Late tasks, sums, clocks; a reception; feedbacks owed, a silent department, a follow-up."""
    ditch = lived(desk)
    for leader, day in (("秦镇长", TODAY), ("莫书记", TODAY - 3 * DAY)):
        duty = Duty(leader, day, place="坪岭村村委会", hours="9:00—11:30", field="土地")
        receptions.arrange(desk, VILLAGE_ID, duty)
    survey = NewTask(
        TaskKind.WHISTLE, "勘测", "", "镇国土所", TODAY + 30 * DAY, asked_on=TODAY - 6 * DAY
    )
    casework.give_task(desk, ditch, survey)
    for number, category in enumerate(("0103", "0202", "0804", "0901")):
        _told(desk, f"覃家第{number + 1}房分家纠纷", category, TODAY - (20 + number) * DAY)
    ended = _told(desk, "王建军与罗天佑采光纠纷", "0201", TODAY - 12 * DAY)
    accepted = Step(EventKind.ACCEPTED, "已受理。", TODAY - 11 * DAY)
    concluded = Step(EventKind.CONCLUDED, "已履行。", TODAY - 8 * DAY, Conclusion.SUBSTANTIVE)
    for step in (accepted, concluded):
        disputes.take_step(desk, ended, step)


def _told(desk: Desk, title: str, category: str, day: date) -> UUID:
    new = NewDispute(title, category, "入户时反映。", day)
    made = disputes.register(desk, VILLAGE_ID, new).record_id
    assert made is not None
    return made
