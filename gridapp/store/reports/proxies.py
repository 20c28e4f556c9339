"""Questions behind the figures of proxy handling: agents and cases of a unit by level."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.grids import PostKind
from gridapp.domain.reports.proxies import Proxied
from gridapp.store import plain


def agents(session: Session, units: Collection[UUID], on: date) -> list[tuple[str, int]]:
    """(level of the unit, how many hold a post of agent there on that day), unit by unit."""
    found = plain.ask(session, _AGENTS, PostKind.AGENT.value, on.isoformat(), on.isoformat())
    keys = {unit.bytes for unit in units}
    return [(level, number) for unit, level, number in found if unit in keys]


_AGENTS = """
    SELECT u.id, u.level, count(*) FROM post p JOIN unit u ON u.id = p.unit_id
    WHERE p.kind = ? AND p.since <= ? AND (p.until IS NULL OR p.until >= ?)
    GROUP BY u.id
"""


def cases(session: Session, units: Collection[UUID], first: date, last: date) -> list[Proxied]:
    """Cases of these units with an agent or a case leader, registered in the period. Not the sealed
    ones, which are in no figure but the county's own sum.
    """
    found = plain.ask(session, _CASES, last.isoformat(), first.isoformat(), last.isoformat())
    keys = {unit.bytes for unit in units}
    return [
        Proxied(UUID(bytes=key), level, bool(agent), bool(leader), bool(done))
        for key, unit, level, agent, leader, done in found
        if unit in keys
    ]


_CASES = """
    SELECT id, unit_id, level, agent <> '', leader <> '', coalesce(concluded_on <= ?, 0)
    FROM dispute
    WHERE registered_on BETWEEN ? AND ? AND NOT sealed AND (agent <> '' OR leader <> '')
    ORDER BY id
"""
