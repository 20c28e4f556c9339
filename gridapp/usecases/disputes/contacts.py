"""Whom to tell how their matter stands (一信三反馈), and whom to visit afterwards (回访)."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from gridapp.domain.disputes import contacts as domain
from gridapp.domain.disputes.contacts import Contact
from gridapp.store import rules
from gridapp.store.disputes import contacts
from gridapp.usecases.desk import Desk


class Owed(NamedTuple):
    """What the resident of a case is owed next, and since when."""

    what: Contact
    since: date
    dispute_id: UUID
    number: str
    title: str


def contacts_owed(desk: Desk) -> tuple[Owed, ...]:
    """The next feedback or visit of each case of this person that owes one, the longest first."""
    today = desk.today()
    with desk.store.session() as session:
        code = domain.HANDLING_RULE
        after = domain.handling_days(rules.standing(session, code).get(code, {}))
        lines = contacts.lines(session, desk.person.name)
    found = []
    for line in lines:
        next_one = domain.owed(line.standing, after, today)
        if next_one is not None:
            found.append(Owed(*next_one, line.id, line.number, line.title))
    return tuple(sorted(found, key=lambda one: (one.since, one.number)))
