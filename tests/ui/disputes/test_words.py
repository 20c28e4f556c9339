"""What the page of a case says: clocks counted in words, entries, articles, who is offered what."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.contract.disputes import CaseEventRecord, Consent, DisputeRecord, EventKind, State
from gridapp.contract.people import Role
from gridapp.domain.workdays import Calendar, DayException, count_calendar
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.disputes import clock
from gridapp.ui.disputes.acts.offers import offers
from gridapp.ui.disputes.cards.entries import details
from gridapp.ui.operation_words import operation

ID = UUID(int=1)
HOLIDAY = Calendar({date(2026, 10, day): DayException(False, "国庆节") for day in range(1, 8)})


def case(**fields: object) -> DisputeRecord:
    day = date(2026, 3, 1)
    known = {"id": ID, "unit_id": ID, "number": "1", "title": "t", "category": "0201"}
    return DisputeRecord.model_validate({**known, "registered_on": day, "due_on": day, **fields})


def told(kind: EventKind, **data: object) -> str:
    event = CaseEventRecord(
        id=ID,
        unit_id=ID,
        dispute_id=ID,
        kind=kind,
        happened_on=date(2026, 3, 1),
        recorded_at=datetime(2026, 3, 1, tzinfo=UTC),
        actor="",
        data=data,
    )
    return details(event, {ID: "永福镇"})


def test_calendar_days_are_counted_in_words(qapp: QApplication) -> None:
    counted = count_calendar(date(2026, 3, 1), 60)
    assert clock.reckoned(counted, "受理") == "从 2026-03-01 受理起 60 日，至 2026-04-30"


def test_working_days_name_the_holidays_that_were_left_out(qapp: QApplication) -> None:
    counted = HOLIDAY.count_working(date(2026, 9, 29), 5)
    assert clock.reckoned(counted, "转送") == (
        "从 2026-09-29 转送起 5 个工作日，除去周末、10-01—10-07 国庆节，至 2026-10-13"
    )


def test_a_year_without_a_calendar_is_called_estimated(qapp: QApplication) -> None:
    counted = HOLIDAY.count_working(date(2031, 3, 3), 2)
    assert clock.reckoned(counted, "转送").endswith("（部分年份日历未公布，按周一至周五估算）")


def test_articles_are_cited_and_other_rules_stand_as_they_are() -> None:
    assert case_words.cite("信访工作条例第三十四条") == "《信访工作条例》第三十四条"
    assert case_words.cite("一信三反馈") == "一信三反馈"


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        (EventKind.REFERRED, {"unit": str(ID)}, "转给：永福镇"),
        (
            EventKind.ESCALATED,
            {"level": "township", "agent": "莫某"},
            "现由乡镇级办理 · 代办员莫某",
        ),
        (EventKind.EXTENDED, {"until": "2026-05-30"}, "至 2026-05-30"),
        (EventKind.FEEDBACK, {"stage": "handling"}, "承办"),
        (EventKind.RATED, {"rating": "not_asked"}, "未评价"),
        (EventKind.REVIEW_DECIDED, {"upheld": False}, "撤销，重新办理"),
        (EventKind.REFERRED, {"unit": "damaged"}, ""),
        (EventKind.HANDLED, {}, ""),
    ],
)
def test_an_entry_tells_its_data(
    qapp: QApplication, kind: EventKind, data: dict[str, object], words: str
) -> None:
    assert told(kind, **data).startswith(words)


def test_an_extension_is_decided_by_another_person_than_asked() -> None:
    asked = case(state=State.HANDLED, extension_asked_by="甲")
    assert offers(asked, Role.VILLAGE, "乙").likely[0] == EventKind.EXTENDED
    assert EventKind.EXTENDED not in offers(asked, Role.VILLAGE, "甲").likely
    assert EventKind.EXTENSION_ASKED not in offers(asked, Role.VILLAGE, "甲").more


def test_after_a_clear_refusal_no_agreement_is_offered() -> None:
    refused = case(state=State.HANDLED, consent=Consent.REFUSED)
    assert EventKind.AGREED not in offers(refused, Role.VILLAGE, "甲").likely


def test_sealing_is_for_township_and_county() -> None:
    open_case = case(state=State.HANDLED)
    assert EventKind.SEALED in offers(open_case, Role.TOWNSHIP, "甲").more
    assert EventKind.SEALED not in offers(open_case, Role.VILLAGE, "甲").more
    assert EventKind.UNSEALED in offers(case(sealed=True), Role.COUNTY, "甲").more


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("role", list(Role))
def test_nothing_is_offered_twice(state: State, role: Role) -> None:
    found = offers(case(state=state), role, "甲")
    both = found.likely + found.more
    assert len(set(both)) == len(both)


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_entry_and_what_undoes_it_has_words(qapp: QApplication, kind: EventKind) -> None:
    assert names.event(kind) != kind
    assert operation(f"dispute.{kind}", "排水沟").endswith("排水沟")
    assert "dispute." not in operation(f"dispute.{kind}", "排水沟")
