"""An invented case with everything that a document can tell: agreed, paid in parts, answered."""

from datetime import UTC, date, datetime
from uuid import UUID

from gridapp.contract.casework import AgreementRecord, TaskKind, TaskRecord
from gridapp.contract.disputes import (
    CaseEventRecord,
    DisputeRecord,
    EventKind,
    PartyRole,
    Side,
    State,
)
from gridapp.domain.disputes.clocks import Clock
from gridapp.reports.documents.facts import CaseFacts, KeptFile, PartyFacts

VILLAGE, CASE, OFFICE = UUID(int=1), UUID(int=2), UUID(int=3)

DISPUTE = DisputeRecord(
    id=CASE,
    unit_id=VILLAGE,
    number="2026-017-0003",
    title="黄永福与李春兰排水沟纠纷",
    category="0201",
    summary="黄永福家改建时抬高院坝，雨水流入李春兰家，双方多次争执。",
    source="screening",
    state=State.ANSWERED,
    registered_on=date(2026, 11, 3),
    due_on=date(2027, 1, 3),
    registered_by="王桂英",
    first_receiver="王桂英",
    handler="韦国平",
    occurred_on=date(2026, 10, 28),
    accepted_on=date(2026, 11, 4),
    extended_to=date(2027, 1, 20),
    answered_on=date(2026, 11, 20),
    amount_claimed=200_000,
    amount_agreed=120_000,
    rating="satisfied",
)

PARTIES = (
    PartyFacts(
        "黄永福",
        Side.FIRST,
        PartyRole.APPLICANT,
        "138****2207",
        "1",
        date(1974, 3, 1),
        "450***********1234",
        "坪岭1组3号",
    ),
    PartyFacts("李春兰", Side.SECOND, PartyRole.RESPONDENT, "150****7719", "2"),
)


def event(number: int, kind: EventKind, day: date, text: str, **data: str) -> CaseEventRecord:
    return CaseEventRecord(
        id=UUID(int=100 + number),
        unit_id=VILLAGE,
        dispute_id=CASE,
        kind=kind.value,
        happened_on=day,
        recorded_at=datetime(2026, 11, 22, 2, number, tzinfo=UTC),
        actor="陈站长" if kind == EventKind.EXTENDED else "韦国平",
        text=text,
        data=data,
    )


_E = EventKind
EVENTS = tuple(
    event(number, kind, day, text, **data)
    for number, (kind, day, text, data) in enumerate(
        (
            (_E.REGISTERED, date(2026, 11, 3), "入户时反映。", {}),
            (
                _E.DIVERTED,
                date(2026, 11, 3),
                "房屋登记的争议不属调解范围。",
                {"channel": "向人民法院提起行政诉讼"},
            ),
            (
                _E.NOT_ACCEPTED,
                date(2026, 11, 3),
                "涉及的房屋登记应由不动产登记机构处理。",
                {"receipt": "回执3号", "receipt_on": "2026-11-04"},
            ),
            (_E.ACCEPTED, date(2026, 11, 4), "属村级调解范围。", {}),
            (_E.REFERRED, date(2026, 11, 5), "请测量沟渠走向。", {"unit": str(OFFICE)}),
            (_E.RETURNED, date(2026, 11, 9), "该沟渠不在我所管护范围。", {}),
            (_E.HANDLED, date(2026, 11, 6), "现场查看排水沟，水从院坝东侧漫入。", {}),
            (_E.HANDLED, date(2026, 11, 10), "双方同意共同出资改道。", {}),
            (_E.EXTENSION_ASKED, date(2026, 11, 11), "施工须等雨停。", {}),
            (_E.EXTENDED, date(2026, 11, 11), "同意。", {"until": "2027-01-20"}),
            (_E.CONSENT_REFUSED, date(2026, 11, 12), "李春兰表示先看施工再谈。", {}),
            (_E.AGREED, date(2026, 11, 15), "签订协议。", {}),
            (_E.ANSWERED, date(2026, 11, 20), "一、排水沟改走院坝西侧。\n二、费用各半。", {}),
            (_E.FOLLOWED_UP, date(2026, 11, 21), "沟已改好，双方没有意见。", {}),
        )
    )
)

AGREEMENT = AgreementRecord(
    id=UUID(int=20),
    unit_id=VILLAGE,
    dispute_id=CASE,
    number="坪人调〔2026〕12号",
    facts="黄永福家抬高院坝，致雨水流入李春兰家厨房，双方对改道费用有争议。",
    terms="一、排水沟改走院坝西侧，12月10日前完工。\n二、费用2400元，双方各半。",
    manner="李春兰分两期付给黄永福。",
    perform_until=date(2026, 12, 31),
    agreed_on=date(2026, 11, 15),
    effective_on=date(2026, 11, 15),
    mediator="唐调解",
)


def task(place: int, kind: TaskKind, title: str, day: date, **more: object) -> TaskRecord:
    return TaskRecord.model_validate(
        {
            "id": UUID(int=200 + place),
            "unit_id": VILLAGE,
            "dispute_id": CASE,
            "kind": kind.value,
            "title": title,
            "asked_on": date(2026, 11, 15),
            "due_on": day,
            "owner": "李春兰",
            **more,
        }
    )


LETTER = "国土所：\n　　2026年11月3日登记的“黄永福与李春兰排水沟纠纷”由你单位办理，请尽快办结。"
TASKS = (
    task(1, TaskKind.INSTALMENT, "第1期", date(2026, 11, 30), amount=60_000),
    task(2, TaskKind.INSTALMENT, "第2期", date(2026, 12, 31), amount=60_050),
    task(3, TaskKind.PLAN_STEP, "测量走向", date(2026, 11, 10), answer="已测"),
    *(
        task(
            number,
            kind,
            title,
            date(2026, 12, 1),
            number=f"永工〔2026〕{number}号",
            text=LETTER,
            owner="国土所",
        )
        for number, (kind, title) in enumerate(
            (
                (TaskKind.REMINDER_LETTER, "工作提醒函"),
                (TaskKind.SUPERVISION_LETTER, "重点督办函"),
                (TaskKind.ACCOUNTABILITY_LETTER, "问责建议函"),
                (TaskKind.TALK, "工作约谈"),
            ),
            4,
        )
    ),
)

KEPT = (
    KeptFile("人民调解申请书-2026-11-03.docx", date(2026, 11, 3), "application"),
    KeptFile("现场照片.jpg", date(2026, 11, 6), note="院坝东侧"),
)

FACTS = CaseFacts(
    dispute=DISPUTE,
    path=("永福县", "永福镇", "坪岭村"),
    writer="韦国平",
    writer_unit="坪岭村",
    today=date(2026, 11, 22),
    parties=PARTIES,
    events=EVENTS,
    agreements=(AGREEMENT,),
    tasks=TASKS,
    kept=KEPT,
    units={str(OFFICE): "永福镇国土所"},
    limits={
        Clock.OBJECT: date(2026, 11, 12),
        Clock.ASK_REVIEW: date(2026, 12, 20),
    },
)
