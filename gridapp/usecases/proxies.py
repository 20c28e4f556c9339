"""The figures of proxy handling (三级代办) and of case leaders for a unit and a period."""

from datetime import date
from uuid import UUID

from gridapp.domain.proxies import ProxyFigures, figures
from gridapp.store import grids, proxies
from gridapp.usecases.desk import Desk


def proxy_figures(desk: Desk, unit_id: UUID, first: date, last: date) -> ProxyFigures:
    """Agents, cases and cases done by level in a unit and below it, first and last day included."""
    with desk.store.session() as session:
        units = grids.subtree(session, unit_id)
        return figures(
            proxies.agents(session, units, last), proxies.cases(session, units, first, last)
        )
