"""Sealing a case takes every trace of it from who is not named, and brings it to who is."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.attachments import AttachmentRecord
from gridapp.contract.casework import AgreementForm, AgreementRecord, TaskRecord
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, PartyRecord
from gridapp.contract.people import Role
from gridapp.contract.records import Record
from gridapp.store import drafts, journal
from tests.server.grids import MICRO_1, MICRO_2, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, breaking, dispute

CANARY = "zqxcanary"
DAY = date(2026, 11, 16)
MOMENT = datetime(2026, 11, 16, 8, tzinfo=UTC)
OF_A_CASE = ("dispute", "party", "case_event", "task", "agreement", "attachment", "conflict")


def traces(laptop: Laptop) -> int:
    """How often the canary is in the file or beside it."""
    path = laptop.store.path
    files = [Path(f"{path}{end}") for end in ("", "-wal", "-shm", "-journal")]
    return sum(file.read_bytes().count(CANARY.encode()) for file in files if file.exists())


def records_of(case: DisputeRecord) -> list[tuple[str, Record]]:
    """One record of each kind that belongs to a case, each with the canary."""
    of: dict[str, Any] = {"unit_id": case.unit_id, "dispute_id": case.id}
    return [
        ("party", PartyRecord(id=uuid7(), side="first", name=f"{CANARY} party", **of)),
        ("case_event", entry(case, "event")),
        (
            "task",
            TaskRecord(id=uuid7(), kind="whistle", title=f"{CANARY} task", asked_on=DAY, **of),
        ),
        (
            "agreement",
            AgreementRecord(
                id=uuid7(),
                form=AgreementForm.ORAL.value,
                agreed_on=DAY,
                terms=f"{CANARY} terms",
                mediator=f"{CANARY} mediator",
                **of,
            ),
        ),
        (
            "attachment",
            AttachmentRecord(
                id=uuid7(),
                name=f"{CANARY}.jpg",
                media_type="image/jpeg",
                size=3,
                sha256="0" * 64,
                added_at=MOMENT,
                **of,
            ),
        ),
    ]


def entry(case: DisputeRecord, text: str) -> CaseEventRecord:
    return CaseEventRecord(
        id=uuid7(),
        unit_id=case.unit_id,
        dispute_id=case.id,
        kind="handled",
        happened_on=DAY,
        recorded_at=MOMENT,
        actor="何某",
        text=f"{CANARY} {text}",
    )


def seal(laptop: Laptop, case: UUID, *units: UUID) -> None:
    """Seal a case for the persons of these units; open it when there are none."""
    kind = "sealed" if units else "unsealed"
    laptop.change(
        "dispute",
        case,
        sealed=bool(units),
        handlers=[f"何某@{unit}" for unit in units],
        last_step=kind,
        last_step_on=DAY,
    )


def held(laptop: Laptop) -> dict[str, int]:
    """How many records of each kind of a case the laptop has."""
    return {kind: len(laptop.ids(kind)) for kind in OF_A_CASE if laptop.ids(kind)}


@pytest.fixture
def case(village: Laptop, leader: Laptop) -> DisputeRecord:
    """A case that the village and the leader of its micro-grid know well."""
    case = dispute(MICRO_1)
    case.title = f"{CANARY} title"
    village.create("dispute", case)
    for kind, record in records_of(case):
        village.create(kind, record)
    village.sync()
    leader.sync()
    leader.write(journal.create(uuid7(), "case_event", entry(case, "mine")), name=f"{CANARY} op")
    leader.change("dispute", case.id, summary=f"{CANARY} summary")
    assert leader.sync().problem is None
    assert sum(held(leader).values()) == 7
    assert traces(leader) > 5, "the search finds what is there"
    village.sync()
    return case


def test_after_one_contact_nothing_is_left_of_a_case_that_was_sealed(
    village: Laptop, leader: Laptop, case: DisputeRecord
) -> None:
    seal(village, case.id, VILLAGE)
    assert village.sync().problem is None
    leader.change("dispute", case.id, title=f"{CANARY} late title")
    leader.write(journal.create(uuid7(), "case_event", entry(case, "late")), name=f"{CANARY} 6")
    with leader.store.session() as session:
        drafts.keep(session, f"dispute/{case.id}", {"text": f"{CANARY} 7"}, leader.now())
    assert leader.sync().problem is None
    assert (held(leader), traces(leader)) == ({}, 0)
    assert set(leader.states()) == {"forgotten"}
    assert village.sync().problem is None
    assert held(village) == {
        "dispute": 1,
        "party": 1,
        "case_event": 3,
        "task": 1,
        "agreement": 1,
        "attachment": 1,
    }, "the late entry went to the handlers"
    seal(village, case.id)
    village.sync()
    assert leader.sync().problem is None
    assert held(leader) == held(village)


def test_who_sealed_a_case_for_others_gives_it_up_and_undoes_it_only_before_the_exchange(
    village: Laptop, leader: Laptop, case: DisputeRecord
) -> None:
    seal(leader, case.id, VILLAGE)
    seal(leader, case.id)
    assert leader.sync().problem is None
    assert leader.row("dispute", case.id).sealed is False
    seal(leader, case.id, VILLAGE)
    leader.line.broken = breaking("after", "/push")
    leader.sync()
    assert leader.sync().problem is None
    assert (held(leader), traces(leader)) == ({}, 0)
    assert village.sync().problem is None
    assert village.row("dispute", case.id).sealed


def test_handlers_who_come_and_go_gain_and_lose_the_case(
    village: Laptop, leader: Laptop, second: Laptop, joined: JoinLaptop, case: DisputeRecord
) -> None:
    other = joined(MICRO_2, Role.LEADER)
    for units in ((VILLAGE,), (VILLAGE, MICRO_1), (VILLAGE, MICRO_2), (VILLAGE, MICRO_1), ()):
        seal(village, case.id, *units)
        for laptop in (village, second, leader, other):
            assert laptop.sync().problem is None
        assert held(second) == held(village), "another laptop of the same person"
        assert held(leader) == (held(village) if MICRO_1 in units or not units else {})
        assert held(other) == {}, "a handler sees it where the grid shows it"
