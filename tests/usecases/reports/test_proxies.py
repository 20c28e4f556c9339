"""三级代办 and 包案: the figures of the seed reports come out of agents and cases."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import insert
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import DisputeRecord
from gridapp.contract.grids import Level, PostKind, division_id
from gridapp.domain.reports.proxies import Proxies, ProxyFigures
from gridapp.store.grids import grids as grid_store
from gridapp.store.tables import Dispute
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import duties, grids, posts
from gridapp.usecases.grids.duties import NewDuty
from gridapp.usecases.grids.posts import NewPost
from gridapp.usecases.reports import proxies
from tests.desks import COUNTY, TOWNSHIP_ID, VILLAGE_ID

COUNTY_ID = division_id(COUNTY.code)
FIRST, LAST = date(2026, 1, 1), date(2026, 4, 30)
SEED = {
    Level.VILLAGE: (VILLAGE_ID, 146, 72, 68),
    Level.TOWNSHIP: (TOWNSHIP_ID, 48, 21, 17),
    Level.COUNTY: (COUNTY_ID, 28, 64, 29),
}
"""Level: unit, agents, cases, cases done, January to April."""


def keep(desk: Desk, records: Iterator[DisputeRecord]) -> None:
    """Cases by the hundred, as they would have come with the exchange."""
    with desk.store.session() as session:
        rows = [{**record.model_dump(), "revision": 1, "extra": {}} for record in records]
        session.connection().execute(insert(Dispute), rows)


def cases(number: int, done: int, **fields: object) -> Iterator[DisputeRecord]:
    """Cases registered all over the period, of which some were concluded by its last day."""
    for place in range(number):
        registered = FIRST + timedelta(days=place % 120)
        ended = registered if place < done else LAST + timedelta(days=1)
        yield DisputeRecord(
            id=uuid7(),
            unit_id=VILLAGE_ID,
            number="",
            title="",
            category="0201",
            registered_on=registered,
            due_on=registered + timedelta(days=60),
            **{"concluded_on": ended if place % 2 or place < done else None, **fields},
        )


def proxy_figures(desk: Desk, unit: UUID, first: date, last: date) -> ProxyFigures:
    """As a report of the unit has them."""
    with desk.store.session() as session:
        return proxies.proxy_figures(session, grid_store.subtree(session, unit), first, last)


def test_three_levels_of_proxy_handling_come_out_as_in_the_seed_report(desk: Desk) -> None:
    for level, (unit_id, agents, number, done) in SEED.items():
        for place in range(agents):
            duty = NewDuty(unit_id, PostKind.AGENT, f"代办{place}", "cadre", FIRST)
            post = duties.take_up(desk, duty).record_id
            assert post is not None
        keep(desk, cases(number, done, level=level.value, agent="韦某"))
    duties.lay_down(desk, post, LAST - timedelta(days=1))
    duties.take_up(desk, NewDuty(VILLAGE_ID, PostKind.MEDIATOR, "唐调解", "elder", FIRST))
    keep(desk, cases(5, 5, agent=""))  # nobody's agent
    found = proxy_figures(desk, COUNTY_ID, FIRST, LAST)
    shown = {
        level: (line.agents, line.cases.value, line.done.value, line.rate.percent)
        for level, line in found.lines.items()
    }
    assert shown == {
        "village": (146, 72, 68, "94.4%"),
        "township": (48, 21, 17, "81.0%"),
        "county": (27, 64, 29, "45.3%"),  # 28 less the one who stopped the day before
    }
    assert _shown(found.total) == (157, 114, "72.6%")
    village = proxy_figures(desk, VILLAGE_ID, FIRST, LAST).lines["township"]
    assert (village.agents, village.cases.value) == (0, 21), "cases count where they arose"
    later = proxy_figures(desk, COUNTY_ID, LAST + timedelta(days=1), LAST + timedelta(days=9))
    assert _shown(later.total) == (0, 0, "—")


def test_agents_stand_beside_the_leaders_of_a_unit_and_do_not_follow_them(desk: Desk) -> None:
    (micro, *_) = [line for line in grids.view(desk).lines if line.level == Level.MICRO]
    duty = NewDuty(micro.id, PostKind.AGENT, "莫代办", "grid_worker", date(2026, 6, 1))
    duties.take_up(desk, duty)
    posts.appoint(desk, NewPost(micro.id, "覃新任", "elder", "", date(2026, 7, 1)))
    (line,) = [line for line in grids.view(desk).lines if line.id == micro.id]
    assert line.leader == "覃新任"
    assert [post.holder for post in posts.history(desk, micro.id)] == ["覃新任", "王桂英"]
    assert proxy_figures(desk, VILLAGE_ID, FIRST, date(2026, 7, 2)).lines["village"].agents == 1


def test_a_region_and_its_case_leaders_come_out_as_in_the_seed_report(desk: Desk) -> None:
    keep(desk, cases(4464 - 186, 2988 - 99, agent="莫某"))
    keep(desk, cases(186, 99, agent="莫某", leader="韦某"))
    found = proxy_figures(desk, COUNTY_ID, FIRST, LAST)
    assert _shown(found.total) == (4464, 2988, "66.9%")
    assert _shown(found.leaders) == (186, 99, "53.2%")
    assert len(set(found.leaders.done.cases)) == 99, "each number names its cases"


def _shown(line: Proxies) -> tuple[int, int, str]:
    return line.cases.value, line.done.value, line.rate.percent
