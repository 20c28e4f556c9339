"""One holder a day; the days between two holders are vacant; stand-ins fill no post."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.grids import posts
from gridapp.domain.grids.grids import GridFault
from gridapp.domain.grids.posts import Vacancy

FIRST = date(2026, 1, 1)


@dataclass(frozen=True)
class Post:
    since: date
    until: date | None
    stands_in: bool = False


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def histories(draw: st.DrawFn) -> list[Post]:
    """Holders one after the other, some with days between them; the last may hold on."""
    made, at = [], 0
    for free, length in draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)))):
        made.append(Post(day(at + free), day(at + free + length)))
        at += free + length + 1
    if made and draw(st.booleans()):
        made[-1] = Post(made[-1].since, None)
    return made


@given(histories(), st.integers(0, 60))
def test_every_day_since_the_first_holder_has_one_holder_or_is_vacant(
    history: list[Post], number: int
) -> None:
    on = day(number)
    holders, _ = posts.on(history, on)
    free = [v for v in posts.vacancies(history, day(60)) if v.since <= on <= (v.until or day(60))]
    expected = 1 if history and on >= history[0].since else 0
    assert len(holders) + len(free) == expected


@given(histories(), st.integers(0, 60), st.integers(0, 10))
def test_nobody_is_appointed_to_a_day_that_somebody_else_holds(
    history: list[Post], since: int, length: int
) -> None:
    first, last = day(since), day(since + length)
    faults = posts.succession_faults(history, first, last)
    made_room = [Post(p.since, first - posts.ONE_DAY) if p.until is None else p for p in history]
    both = [on for n in range(since, since + length + 1) if posts.on(made_room, on := day(n))[0]]
    before = any(p.until is None and p.since >= first for p in history)
    assert bool(faults) == bool(both or before)


def test_a_stand_in_neither_fills_a_vacancy_nor_stands_against_a_holder() -> None:
    history = [Post(day(0), day(9)), Post(day(10), day(20), stands_in=True)]
    assert posts.vacancies(history, day(30)) == [Vacancy(day(10), None)]
    assert posts.succession_faults(history, day(12), None) == []
    assert posts.succession_faults(history, day(5), None) == [GridFault.HELD_BY_ANOTHER]
    assert posts.on(history, day(15)) == ([], [history[1]])
