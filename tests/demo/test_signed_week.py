"""Who tries the app sees at once how a signed week closes, and what is learnt after it."""

from dataclasses import replace
from random import Random

from gridapp.demo import signed_week
from gridapp.domain.reports.periods import Period
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import frozen_reports
from tests.desks import TODAY, VILLAGE_ID

WEEK = Period.of_week(TODAY)


def test_this_week_begins_with_the_signed_one_and_tells_what_it_did_not_know(desk: Desk) -> None:
    report = signed_week.hand_in(desk)
    signed_week.sign(replace(desk, person=replace(desk.person, name="莫建明")), report)
    signed_week.learn_late(desk, report, Random(6))
    opened = frozen_reports.open_report(desk, report)
    assert opened is not None
    assert (opened.line.number, opened.line.signed_by) == ("2026-46", "莫建明")
    before = opened.report.flow[-1]
    total = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK).flow[-1]
    assert total.carried.cases == before.open.cases
    assert (total.late_arrived.value, total.late_concluded.value) == (1, 1)
