"""The figures of proxy handling (三级代办) and of case leaders for some units and a period."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.reports.proxies import ProxyFigures, figures
from gridapp.store.reports import proxies


def proxy_figures(
    session: Session, units: Collection[UUID], first: date, last: date
) -> ProxyFigures:
    """Agents, cases and cases done by level in these units, first and last day included."""
    return figures(proxies.agents(session, units, last), proxies.cases(session, units, first, last))
