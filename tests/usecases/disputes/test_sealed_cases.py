"""What a handler's laptop gives away of a sealed case: nothing, and it notes who reads it."""

from uuid import UUID

from sqlmodel import select

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.weeks import Week
from gridapp.store.bookkeeping import AuditRow
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.reports import weekly
from tests.desks import TODAY, VILLAGE_ID


def reads(desk: Desk, action: str = "read") -> list[str]:
    with desk.store.session() as session:
        rows = session.exec(select(AuditRow).where(AuditRow.action == action))
        return [f"{row.actor} {row.detail}" for row in rows]


def figures(desk: Desk) -> tuple[object, ...]:
    """What reports say of the cases of the village."""
    report = weekly.draw_up(desk, VILLAGE_ID, Week(2026, 47))
    year = weekly.draw_up(desk, VILLAGE_ID, Period.of(ReportPeriod.YEAR, TODAY))
    return report.flow, report.categories, year.proxies


def test_a_sealed_case_is_in_no_report_and_on_no_list_that_leaves_the_laptop(desk: Desk) -> None:
    before = figures(desk)
    new = NewDispute("举报村干部", "0201", "私分", TODAY)
    case = disputes.register(desk, VILLAGE_ID, new).record_id
    assert isinstance(case, UUID)
    disputes.escalate(desk, case, "township", "韦代办", "难办")
    assert figures(desk) != before
    me = f"{desk.person.name}@{desk.person.unit_id}"
    assert disputes.case(desk, case) is not None
    assert reads(desk) == [], "an open case is read by many"
    disputes.seal(desk, case, [me], "涉及干部")
    assert figures(desk) == before
    ids = [line.id for line in disputes.ledger(desk, Shelf.ALL)]
    assert case in ids, "its handler works on it here"
    assert [line.id for line in disputes.lines_to_take_out(desk, ids)] == [
        id_ for id_ in ids if id_ != case
    ]
    (first,) = disputes.lines_to_take_out(desk, ids[-1:])
    assert (first.title, first.parties) == ("蒋*与欧*宅基地边界纠纷", "蒋*、欧*")
    assert ['"clipboard"' in line for line in reads(desk, "export")] == [True, True]
    assert disputes.case(desk, case) is not None
    assert reads(desk) == [f'{desk.person.name} {{"dispute": "{case}"}}']
    disputes.unseal(desk, case, "已查清")
    assert figures(desk) != before
