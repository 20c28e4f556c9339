"""Which cases are late or due soon by any clock, as the county has set its clocks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.disputes.clocks import Clock, ClockRule, Face, faces
from gridapp.domain.workdays import Calendar
from gridapp.store.disputes import limits
from gridapp.store.disputes.limits import Running
from gridapp.usecases import calendar
from gridapp.usecases.desk import Desk


class Limit(NamedTuple):
    """A case with the clock that is to be told of it, and that clock's last day."""

    case: Running
    clock: str
    day: date


def near(desk: Desk, until: date) -> list[Limit]:
    """One line for each case with a clock that ends until that day: the handling when that one is
    late, else the clock that ends first.
    """
    today = desk.today()
    nearest: dict[bytes, Limit] = {}
    with desk.store.session() as session:
        for limit in _limits(session, until, desk.person.name):
            known = nearest.get(limit.case.key)
            if known is None or _rank(limit, today) < _rank(known, today):
                nearest[limit.case.key] = limit
    return list(nearest.values())


def _rank(limit: Limit, today: date) -> tuple[bool, date]:
    late = limit.clock == Clock.HANDLE and limit.day < today
    return (not late, limit.day)


def _limits(session: Session, until: date, person: str) -> Iterator[Limit]:
    for case in limits.handling(session, until, person):
        yield Limit(case, Clock.HANDLE, case.start)
    rules = calendar.clocks_of_county(session)
    yield from _others(session, rules, until, person)


def _others(
    session: Session, rules: Mapping[str, ClockRule], until: date, person: str
) -> Iterator[Limit]:
    """Working days take longer than calendar days."""
    known = calendar.of_county(session)
    for rule in _told_of(rules):
        since = until - timedelta(days=rule.days)
        for case in limits.running(session, rule, since, person):
            day = _last_day(rule, case.start, known)
            if day <= until:
                yield Limit(case, rule.code, day)


def _told_of(rules: Mapping[str, ClockRule]) -> Iterator[ClockRule]:
    """Not the handling, which is known; no right, as one that lapses is nobody's delay. To pass a
    matter on starts and ends with the notice at the latest: unless it ends sooner, that is told.
    """
    forward, notice = rules[Clock.FORWARD], rules[Clock.NOTICE]
    sooner = forward.days < notice.days or forward.working < notice.working
    for rule in rules.values():
        if rule.right or rule.code == Clock.HANDLE or (rule is forward and not sooner):
            continue
        yield rule


def _last_day(rule: ClockRule, start: date, known: Calendar) -> date:
    if rule.working:
        return known.count_working(start, rule.days).limit
    return start + timedelta(days=rule.days)


class Told(NamedTuple):
    """A clock with its arithmetic, and the step (EventKind) that started it."""

    face: Face
    started_by: str


def told(desk: Desk, shown: Sequence[Limit]) -> dict[UUID, Told]:
    """The arithmetic of these clocks, by case; a case without a timeline has none."""
    with desk.store.session() as session:
        rules = calendar.clocks_of_county(session)
        known = calendar.of_county(session)
        ids = [one.case.id for one in shown]
        stories, extended = limits.stories(session, ids), limits.extensions(session, ids)
        found = {}
        for one in shown:
            rule, story = rules[one.clock], stories[one.case.id]
            for face in faces({one.clock: rule}, story, known, extended[one.case.id]):
                kinds = [kind for kind, _ in story if kind in rule.starts]
                found[one.case.id] = Told(face, kinds[-1])
    return found
