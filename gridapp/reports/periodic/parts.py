"""The rows of tables 4 and 5: proxy handling by level, receptions by day. Pure."""

from collections.abc import Sequence

from gridapp.domain.masking import mask_text
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.proxies import Proxies, ProxyFigures
from gridapp.reports.documents.wording import LEVELS
from gridapp.reports.periodic import wording
from gridapp.reports.periodic.inputs import Reception
from gridapp.reports.periodic.model import ProxyRow, ReceptionRow
from gridapp.reports.wording import month_and_day, printable


def proxy_rows(found: ProxyFigures | None) -> tuple[tuple[ProxyRow, ...], ProxyRow]:
    """A line for each level, the total last; and the case leaders."""
    if found is None:
        found = ProxyFigures({}, Proxies())
    rows = [_proxy_row(LEVELS.get(level, level), line) for level, line in found.lines.items()]
    total = _proxy_row(wording.TOTAL, found.total)
    return (*rows, total), _proxy_row(wording.LEADERS, found.leaders)


def _proxy_row(name: str, line: Proxies) -> ProxyRow:
    return ProxyRow(printable(name), line.agents, line.cases, line.done)


def reception_rows(held: Sequence[Reception], came: Turnout) -> tuple[ReceptionRow, ...]:
    """By day; a leader is named with what they are, as everywhere in print."""
    clean = printable
    rows = [
        ReceptionRow(
            clean(one.unit_name),
            month_and_day(one.held_on),
            clean(f"{one.leader}（{one.post}）" if one.post else one.leader),
            clean(one.place),
            one.turnout,
            clean(one.field),
            clean(mask_text(one.result)),
            one.id,
            one.held_on,
        )
        for one in held
    ]
    total = ReceptionRow(wording.TOTAL, "", "", "", came, "", "")
    return (*rows, total) if rows else ()
