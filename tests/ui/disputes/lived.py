"""A case that has come a long way, and who sits before it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from gridapp.contract.casework import AgreementForm, TaskKind
from gridapp.contract.disputes import EventKind, Feedback
from gridapp.contract.people import Role
from gridapp.domain.disputes.agreements import Instalment
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import agreements, casework, disputes
from gridapp.usecases.disputes.agreements import NewAgreement
from gridapp.usecases.disputes.casework import NewTask
from gridapp.usecases.disputes.disputes import Step
from tests.desks import TODAY


def case_of(desk: Desk, title: str) -> UUID:
    """The case whose title holds these words."""
    return next(line.id for line in disputes.ledger(desk, Shelf.ALL) if title in line.title)


def as_township(desk: Desk) -> Desk:
    """The same laptop with somebody of the township before it."""
    person = replace(desk.person, name="秦镇长", role=Role.TOWNSHIP.value)
    return replace(desk, person=person)


def lived(desk: Desk) -> UUID:
    """排水沟: accepted, worked on by others, agreed with two instalments, one of them paid."""
    id_ = case_of(desk, "排水沟")
    day = date(2026, 11, 10)
    casework.give_feedback(desk, id_, Feedback.ACCEPTANCE, "电话告知双方已受理。", day)
    whistle = NewTask(
        TaskKind.WHISTLE, "到现场测量改道走向", "", "镇水利站", TODAY + timedelta(2), asked_on=day
    )
    given = casework.give_task(desk, id_, whistle).record_id
    assert given is not None
    casework.sign_in(desk, given, day)
    late = NewTask(
        TaskKind.CO_HANDLING, "核实用地权属", "", "镇自然资源所", TODAY - timedelta(3), asked_on=day
    )
    casework.give_task(desk, id_, late)
    for title, owner, due in (
        ("测量改道走向，村里协调用地", "韦国平", TODAY - timedelta(1)),
        ("双方出资并施工", "黄永福、李春兰", TODAY + timedelta(3)),
    ):
        step = NewTask(TaskKind.PLAN_STEP, title, "", owner, due, asked_on=day)
        last = casework.give_task(desk, id_, step).record_id
        if owner == "韦国平" and last is not None:
            casework.answer_task(desk, last, "已测量。", TODAY)
    _agreed(desk, id_, day)
    return id_


def _agreed(desk: Desk, id_: UUID, day: date) -> None:
    new = NewAgreement(
        AgreementForm.WRITTEN,
        "共同改建排水沟，各出资 600 元，11月25日前完工。",
        day + timedelta(2),
        facts="相邻排水沟堵塞，雨天积水进屋。",
        manner="现金交村委会代管",
        perform_until=TODAY + timedelta(3),
        mediator="唐调解",
        amount=120_000,
    )
    parts = [
        Instalment(day + timedelta(3), 60_000, "黄永福"),
        Instalment(TODAY + timedelta(3), 60_000, "李春兰"),
    ]
    agreements.agree(desk, id_, new, parts)
    first = next(t for t in casework.tasks(desk, id_) if t.kind == TaskKind.INSTALMENT)
    casework.answer_task(desk, first.id, "现金", day + timedelta(3))
    told = Step(EventKind.HANDLED, "到场协调施工。", TODAY - timedelta(2))
    disputes.take_step(desk, id_, told)
