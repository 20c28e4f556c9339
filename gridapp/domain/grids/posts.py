"""Rules about posts: one holder a day, stand-ins beside, and the days on which nobody held one."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol, TypeVar

from gridapp.domain.grids.grids import GridFault, covers

ONE_DAY = timedelta(days=1)


class Held(Protocol):
    """What the rules need of a post."""

    @property
    def since(self) -> date:
        """Its first day."""

    @property
    def until(self) -> date | None:
        """Its last day; None while it has no end."""

    @property
    def stands_in(self) -> bool:
        """Whether it is held for the time being only."""


PostT = TypeVar("PostT", bound=Held)


class Vacancy(NamedTuple):
    """Nobody held the post from the first to the last day; still nobody when that is None."""

    since: date
    until: date | None


def on(posts: Iterable[PostT], day: date) -> tuple[list[PostT], list[PostT]]:
    """(Who held the post on the day, who stood in then)."""
    held = [post for post in posts if covers(post.since, post.until, day)]
    return [p for p in held if not p.stands_in], [p for p in held if p.stands_in]


def vacancies(posts: Sequence[PostT], today: date) -> list[Vacancy]:
    """The days since the first holder on which nobody held the post, the oldest first."""
    found = []
    free_from: date | None = None
    for post in sorted((p for p in posts if not p.stands_in), key=lambda p: p.since):
        if free_from is not None and free_from < post.since:
            found.append(Vacancy(free_from, post.since - ONE_DAY))
        if post.until is None:
            return found
        after = post.until + ONE_DAY
        free_from = after if free_from is None else max(free_from, after)
    if free_from is not None and free_from <= today:
        found.append(Vacancy(free_from, None))
    return found


def succession_faults(posts: Sequence[PostT], since: date, until: date | None) -> list[GridFault]:
    """What stands against a new holder from day to day: nobody else may hold the post on any of
    them. Who holds it without an end makes room, and must have begun before.
    """
    held = [post for post in posts if not post.stands_in]
    if any(post.until is None and post.since >= since for post in held):
        return [GridFault.STARTS_TOO_EARLY]
    taken = any(
        post.until is not None and post.until >= since and (until is None or post.since <= until)
        for post in held
    )
    return [GridFault.HELD_BY_ANOTHER] if taken else []
