"""The demo's report of last week: handed in, signed by another person; what was learnt after it."""

from datetime import timedelta
from random import Random
from uuid import UUID

from gridapp.contract.disputes import Conclusion, EventKind, State
from gridapp.contract.grids import Level
from gridapp.demo import story
from gridapp.domain.reports.periods import Period
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import Step
from gridapp.usecases.grids import grids
from gridapp.usecases.reports import frozen_reports


def hand_in(desk: Desk) -> UUID:
    """Draw the report of last week up and hand it in, on its last evening."""
    week = Period.of_week(desk.today()).previous()
    evening = story.on(desk, week.last, 18)
    handed = frozen_reports.hand_in(
        evening, frozen_reports.draw_up(evening, desk.person.unit_id, week)
    )
    if handed.record_id is None:
        raise LookupError("a report was handed in without an id")
    return handed.record_id


def sign(desk: Desk, report_id: UUID) -> None:
    """Sign it an hour later, at the desk of somebody else."""
    evening = story.on(desk, Period.of_week(desk.today()).previous().last, 19)
    frozen_reports.sign(evening, report_id)


def learn_late(desk: Desk, report_id: UUID, random: Random) -> None:
    """Enter a case of last week and a settlement of last week that the report did not know: they
    are 补报 in this week's.
    """
    opened = frozen_reports.open_report(desk, report_id)
    if opened is None:
        raise LookupError("the report is not on this laptop")
    last = opened.report.period.last
    grid = next(one for one in grids.view(desk).lines if one.level == Level.MICRO)
    day = last - timedelta(days=2)
    disputes.register(desk, grid.id, story.new_case(random, None, day))
    handled = (case for case in opened.cases if case.state == State.HANDLED)
    for case in handled:
        if case.id in opened.report.flow[-1].open.cases:
            end = Step(EventKind.CONCLUDED, story.ENDS[0][1], last, Conclusion.SUBSTANTIVE)
            disputes.take_step(desk, case.id, end)
            return
