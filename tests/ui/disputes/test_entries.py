"""What an entry of a timeline tells besides its text."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.contract.disputes import CaseEventRecord, EventKind
from gridapp.ui.disputes.cards.entries import details
from tests.desks import TODAY


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [
        (EventKind.TASK_GIVEN, {"task_kind": "whistle", "owner": "镇水利站"}, "吹哨 · 镇水利站"),
        (EventKind.TASK_REJECTED, {"task_kind": "whistle", "owner": "水利站"}, "吹哨 · 水利站"),
        (EventKind.TASK_ANSWERED, {"task_kind": "instalment", "amount": 60_000}, "分期付款 · ¥600"),
        (EventKind.LEADER_ASSIGNED, {"until": "2026-12-01"}, "至 2026-12-01"),
        (EventKind.FOLLOWED_UP, {"kept": False}, "协议未履行"),
        (EventKind.FOLLOWED_UP, {"rating": "satisfied"}, "满意"),
        (EventKind.FOLLOWED_UP, {}, ""),
        (EventKind.ASSESSED, {"suitability": "unsuitable"}, "不适宜调解"),
        (EventKind.HANDLED, {"task_kind": "whistle"}, ""),
    ],
)
def test_an_entry_tells_what_its_data_say_and_nothing_when_they_say_nothing(
    qapp: QApplication, kind: EventKind, data: dict[str, Any], told: str
) -> None:
    event = CaseEventRecord(
        id=UUID(int=1),
        unit_id=UUID(int=2),
        dispute_id=UUID(int=3),
        kind=kind,
        happened_on=TODAY,
        recorded_at="2026-11-22T02:00:00Z",
        actor="韦国平",
        data=data,
    )
    assert details(event, {}) == told
