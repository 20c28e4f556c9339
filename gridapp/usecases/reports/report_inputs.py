"""Gathers what a periodic report is drawn up from: cases, coverage, comparisons, lists."""

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.codes import POLICY_FIELDS
from gridapp.contract.grids import Level
from gridapp.contract.reports import ReportPeriod
from gridapp.domain.disputes import clocks
from gridapp.domain.disputes.clocks import Clock, Face
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.covering import Coverage, Tally
from gridapp.domain.reports.indicators import Counted, Measured, Notice, measured
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.metrics import CaseLine, case_flow
from gridapp.domain.reports.periods import Period
from gridapp.domain.workdays import Calendar
from gridapp.reports.periodic import summing
from gridapp.reports.periodic.inputs import ListedCase, Reception, ReportInputs
from gridapp.reports.periodic.model import Part, PeriodReport
from gridapp.store.receptions import receptions
from gridapp.store.reports import balance, notices
from gridapp.store.reports import covering as rounds
from gridapp.store.reports.balance import Balance, Days
from gridapp.usecases import calendar
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import report_lists
from gridapp.usecases.reports.proxies import proxy_figures
from gridapp.usecases.reports.report_area import Area

TREND = {ReportPeriod.WEEK: 7, ReportPeriod.MONTH: 5, ReportPeriod.QUARTER: 3, ReportPeriod.YEAR: 1}
"""So many periods stand in the chart before this one."""


Faces = list[tuple[UUID, UUID, Face]]
"""Case, where it arose, and the face of its clock of acceptance."""


class Gathering:
    """One report being gathered, by few and narrow questions: a county's week is to take less than
    200 ms.
    """

    def __init__(
        self, desk: Desk, session: Session, area: Area, period: Period, closing: Closing | None
    ) -> None:
        self._desk = desk
        self._session = session
        self._area = area
        self._period = period
        self._closing = closing
        self._today = desk.today()

    def inputs(
        self, unit_name: str, texts: Mapping[Part, str], signed: Mapping[UUID, PeriodReport]
    ) -> ReportInputs:
        """Everything; ``unit_name`` as it is printed."""
        at, period = self._area, self._period
        prominent = report_lists.prominent_ids(self._session, at, period)
        found = ReportInputs(
            unit_id=at.unit.id,
            unit_name=unit_name,
            level=Level(at.unit.level),
            period=period,
            reporter=self._desk.person.name,
            today=self._today,
            lines=at.lines(period.last, {case.line_id for case in self._balance.cases}),
            cases=tuple(self._balance.cases),
            coverage=self._coverage(period),
            closing=self._closing,
            line_of=at.line_of,
            signed=signed,
            before=self._measured(period.previous(), self._balance.cases, self._faces).shares,
            year_before=self._last_year(),
            trend=self._trend(),
            proxies=proxy_figures(self._session, at.line_of, period.first, period.last),
            receptions=self._receptions(),
            prominent=report_lists.listed(self._session, at, prominent),
            prominent_count=len(prominent),
            supervised=self._supervised(),
            texts=texts,
        )
        taken = summing.taken(found)
        rest = {unit for unit, line in at.line_of.items() if line not in taken}
        return replace(found, notices=self._notices(period, rest, self._faces))

    @cached_property
    def _earlier(self) -> tuple[Period, ...]:
        """The periods before this one, the oldest first: the one to compare with, and those of the
        chart.
        """
        found = [self._period.previous()]
        for _ in range(TREND.get(self._period.kind, 1) - 1):
            found.append(found[-1].previous())
        return tuple(reversed(found))

    @cached_property
    def _balance(self) -> Balance:
        """All that this period and the earlier ones touch, and what was open in the last report."""
        told, period = self._told, self._period
        since, open_ones = period.previous().first, frozenset[UUID]()
        if told is not None:
            since, open_ones = min(since, told.first), open_ones.union(*told.open.values())
        days = Days(min(self._earlier[0].first, since), since, period.last)
        at = self._area
        return balance.balance(self._session, at.units, at.places, days, open_ones)

    @property
    def _told(self) -> Closing | None:
        """What the reports before have told, when this period follows them."""
        closing = self._closing
        return closing if closing is not None and closing.binds(self._period.first) else None

    def _measured(self, period: Period, cases: Sequence[CaseLine], faces: Faces) -> Measured:
        """Another period, but for its coverage: rounds run on from one to the next."""
        on = min(self._today, period.last)
        counted = [
            Counted(case, flow)
            for case in cases
            if (flow := case_flow(case, period.first, period.last, on)).told
        ]
        return measured(counted, self._notices(period, self._area.line_of, faces))

    def _last_year(self) -> Measured | None:
        """None when nothing is known of those days."""
        then = self._period.a_year_before()
        days, at = Days(then.first, then.first, then.last), self._area
        cases = balance.balance(self._session, at.units, at.places, days).cases
        return self._measured(then, cases, self._faces_between(then)) if cases else None

    def _trend(self) -> tuple[tuple[Period, int, int], ...]:
        """The periods of the chart by the day on which it happened: what is told late stands in its
        own week, once.
        """
        if self._period.kind not in TREND:
            return ()
        shown = (*self._earlier, self._period)
        starts = [one.first for one in shown]
        came, went = [0] * len(shown), [0] * len(shown)
        known = (*(case.moves for case in self._balance.cases), *self._balance.left)
        for moves in known:
            for move in moves:
                if starts[0] <= move.day <= self._period.last:
                    (came if move.enters else went)[bisect_right(starts, move.day) - 1] += 1
        return tuple(zip(shown, came, went, strict=True))

    def _coverage(self, period: Period) -> dict[UUID, Coverage]:
        ran = rounds.rounds_between(self._session, period.first, period.last)
        tallies: dict[UUID, Tally] = {}
        for some, units in self._area.walked(ran).items():
            tallies |= rounds.tallies(self._session, units, some, period.last)
        return self._area.coverage(tallies, period.last)

    def _notices(self, period: Period, units: Container[UUID], faces: Faces) -> tuple[Notice, ...]:
        """Of these units, the cases whose clock of acceptance ended in the period."""
        until = min(self._today, period.last)
        return tuple(
            Notice(case, not face.is_late(until))
            for case, unit, face in faces
            if unit in units and period.first <= face.limit <= until
        )

    @cached_property
    def _faces(self) -> Faces:
        """For this period and the one before, by one question."""
        return self._faces_between(self._period.previous(), self._period)

    def _faces_between(self, *periods: Period) -> Faces:
        """The clocks of acceptance, as the county set them, that may end in these periods."""
        rule = self._rules[Clock.NOTICE]
        shortest = timedelta(days=rule.days)
        longest = shortest * 3 if rule.working else shortest
        first, last = periods[0].first - longest, min(self._today, periods[-1].last) - shortest
        stories = notices.stories(self._session, self._area.units, rule, first, last)
        return [
            (case, unit, face)
            for case, unit, steps in stories
            if (face := clocks.face(rule, steps, self._calendar)) is not None
        ]

    @cached_property
    def _rules(self) -> Mapping[str, clocks.ClockRule]:
        return calendar.clocks_of_county(self._session)

    @cached_property
    def _calendar(self) -> Calendar:
        return calendar.of_county(self._session)

    def _receptions(self) -> tuple[Reception, ...]:
        """What was held in the period by the unit and those below it."""
        first, last, units = self._period.first, self._period.last, self._area.line_of
        return tuple(
            Reception(
                line.unit_name,
                line.held_on,
                line.leader,
                line.post,
                line.place,
                Turnout(1, line.groups, line.people),
                POLICY_FIELDS.get(line.field, line.field),
                line.result,
                line.id,
            )
            for line in receptions.between(self._session, first, last, units)
            if line.held_on is not None
        )

    def _supervised(self) -> tuple[ListedCase, ...]:
        first, last = self._period.first, self._period.last
        on = min(self._today, last)
        open_ones = (
            case
            for case in self._balance.cases
            if case.due_on <= on + report_lists.NEAR and case_flow(case, first, last, on).open
        )
        ids = report_lists.supervised_ids(self._session, self._area, self._period, open_ones)
        return report_lists.listed(self._session, self._area, ids)
