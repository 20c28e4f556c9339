"""Which cases have come to a stop, from their records."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.rules import RuleRecord
from gridapp.domain.disputes.stalls import Trigger
from gridapp.store import journal
from gridapp.store.journal import Operation
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import casework, disputes, stalls
from gridapp.usecases.disputes.casework import NewTask
from gridapp.usecases.disputes.disputes import NewDispute, Step
from tests.desks import TODAY, VILLAGE_ID, MakeDesk

DAY = timedelta(days=1)
ASKED = NewTask(
    TaskKind.CO_HANDLING,
    "请林业站核对林权证",
    "",
    "林业站",
    TODAY + 9 * DAY,
    asked_on=TODAY - 3 * DAY,
)


@pytest.fixture
def village(make_desk: MakeDesk) -> Desk:
    """A desk without any case."""
    return make_desk(filled=False)


def registered(desk: Desk, days_ago: int) -> UUID:
    new = NewDispute(f"{days_ago}天前", "0903", "", TODAY - days_ago * DAY)
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    assert id_ is not None
    return id_


def rule(desk: Desk, code: str, *, enabled: bool = True, **value: object) -> None:
    """The county says this of a trigger; the latest stands."""
    record = RuleRecord(
        id=desk.new_id(), unit_id=VILLAGE_ID, code=code, value=value, enabled=enabled
    )
    with desk.store.session() as session:
        operation = Operation(desk.new_id(), "test", "", desk.person.name, desk.now())
        journal.write(session, operation, [journal.create(desk.new_id(), "rule", record)])


def found(desk: Desk) -> list[tuple[Trigger, str, int]]:
    return [(stall.trigger, stall.title, stall.days) for stall in stalls.stalled(desk)]


def test_half_the_time_without_work_is_a_stall_the_longest_first(village: Desk) -> None:
    old, _, fresh = registered(village, 50), registered(village, 30), registered(village, 29)
    assert found(village) == [(Trigger.HALF_TIME, "50天前", 50), (Trigger.HALF_TIME, "30天前", 30)]
    letter = casework.draft_letter(village, old, TaskKind.REMINDER_LETTER)
    casework.give_task(village, old, letter)  # to be reminded is no work
    assert len(found(village)) == 2
    disputes.take_step(village, old, Step(EventKind.HANDLED, "到现场", TODAY - 30 * DAY))
    assert found(village)[0] == (Trigger.HALF_TIME, "50天前", 30)  # the lower number first
    disputes.take_step(village, old, Step(EventKind.HANDLED, "再调解", TODAY))
    assert [title for _, title, _ in found(village)] == ["30天前"]
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(village, fresh, end)
    assert [title for _, title, _ in found(village)] == ["30天前"]


def test_acceptance_starts_the_time_anew(village: Desk) -> None:
    case = registered(village, 40)
    disputes.take_step(village, case, Step(EventKind.ACCEPTED, "受理", TODAY - 29 * DAY))
    assert found(village) == []


def test_a_silent_co_handler_and_a_rejected_answer_are_stalls_until_somebody_acts(
    village: Desk,
) -> None:
    case = registered(village, 20)
    casework.give_task(village, case, replace(ASKED, asked_on=TODAY - 2 * DAY))
    casework.give_task(village, case, replace(ASKED, kind=TaskKind.PLAN_STEP))
    assert found(village) == []
    casework.give_task(village, case, replace(ASKED, asked_on=TODAY - 9 * DAY))
    (stall,) = stalls.stalled(village)
    assert (stall.trigger, stall.owner, stall.days) == (Trigger.SILENT, "林业站", 9)
    task = stall.task_id
    assert task is not None
    casework.answer_task(village, task, "已核对", TODAY - 7 * DAY)
    assert found(village) == []
    casework.reject_answer(village, task, "没有附图", TODAY - 5 * DAY)
    (stall,) = stalls.stalled(village)
    assert (stall.trigger, stall.days, stall.task_id) == (Trigger.REJECTED, 5, task)
    casework.answer_task(village, task, "附图", TODAY)
    assert found(village) == []


def test_the_county_tunes_triggers_and_its_latest_word_stands(village: Desk) -> None:
    case = registered(village, 30)
    casework.give_task(village, case, ASKED)
    assert [trigger for trigger, _, _ in found(village)] == [Trigger.HALF_TIME, Trigger.SILENT]
    rule(village, "stall.silent", days=4)
    assert [trigger for trigger, _, _ in found(village)] == [Trigger.HALF_TIME]
    rule(village, "stall.half_time", enabled=False)
    assert found(village) == []
    rule(village, "stall.half_time", percent=40)
    assert [trigger for trigger, _, _ in found(village)] == [Trigger.HALF_TIME]


def test_what_is_closed_no_longer_waits_for_anybody(village: Desk) -> None:
    case = registered(village, 20)
    casework.give_task(village, case, ASKED)
    assert len(found(village)) == 1
    end = Step(EventKind.CONCLUDED, "和解", TODAY, Conclusion.SUBSTANTIVE)
    disputes.take_step(village, case, end)
    assert found(village) == []
