"""Two weeks of rounds and disputes in the demo's township, told through the use cases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from gridapp.contract.codes import CATEGORIES
from gridapp.contract.disputes import Conclusion, EventKind, Side
from gridapp.contract.grids import Identity, Level, PostKind
from gridapp.contract.screening import Outcome, RoundKind, VisitRecord
from gridapp.demo import people
from gridapp.domain.reports.weeks import Week
from gridapp.store import journal
from gridapp.store.grids.grids import UnitLine
from gridapp.store.screening import WalkLine
from gridapp.usecases.desk import CHINA, Desk, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.grids import duties, grids, posts
from gridapp.usecases.grids.duties import NewDuty
from gridapp.usecases.grids.posts import NewPost
from gridapp.usecases.screening import screening

QUARRELS = (
    ("0201", "排水沟走向", "雨天积水流到对方院内，双方为排水沟走向争执。"),
    ("0202", "院墙占界", "一方新砌院墙，另一方认为占了共用通道。"),
    ("0203", "养殖气味", "养殖棚离住房过近，气味和污水影响邻居。"),
    ("0102", "老人赡养", "兄弟之间对母亲的赡养费和轮流照料意见不一。"),
    ("0103", "分家分地", "分家时对责任地的划分有不同意见。"),
    ("0901", "承包地边界", "田埂被移动，双方对承包地边界说法不一。"),
    ("0902", "宅基地界址", "翻建房屋前对宅基地四至有争议。"),
    ("0903", "山林界线", "罗汉果地与对方林地的界线不清。"),
    ("0804", "欠款", "借款到期未还，没有写借条。"),
    ("0701", "务工工资", "在邻村工地做工，一个月工资未结清。"),
)
MEASURES = (
    "上门分别听取双方意见，约定三日后到现场。",
    "与村干部一起到现场查看，画了草图。",
    "请村里老党员一起做工作，双方同意坐下来谈。",
)
ENDS = (
    (Conclusion.SUBSTANTIVE, "双方当面和解，写了协议，各执一份。"),
    (Conclusion.SUBSTANTIVE, "当场兑现，双方握手言和。"),
    (Conclusion.INTERIM, "先按现状使用，秋收后再丈量。"),
    (Conclusion.PROCEDURAL, "一方已向法院起诉，转入诉讼。"),
)
_BY_AGENT = 0.3
"""Share of the cases that an agent sees through for the people."""
HANDLER = "韦国平"
"""The made-up village grid leader who handles the cases."""
IDENTITIES = (Identity.PARTY_MEMBER, Identity.ELDER, Identity.WORTHY, Identity.APPLICANT)


@dataclass(frozen=True)
class Story:
    """What the story brought about."""

    round_id: UUID
    visits: int
    disputes: int


def on(desk: Desk, day: date, hour: int = 10) -> Desk:
    """The same desk on another day: everything it records carries that day."""
    moment = datetime.combine(day, time(hour), CHINA)
    return replace(desk, now=lambda: moment)


def appoint_leaders(desk: Desk, since: date, random: Random) -> int:
    """Give villages and micro-grids a leader, but leave one in forty vacant; returns how many."""
    appointed = 0
    for unit in grids.view(desk).lines:
        if unit.level not in {Level.VILLAGE, Level.MICRO} or random.random() < 1 / 40:
            continue
        who = NewPost(
            unit.id,
            people.adult_name(random),
            random.choice(IDENTITIES).value,
            people.phone(random),
            since,
        )
        posts.appoint(desk, who)
        appointed += 1
    return appointed


def appoint_agents(desk: Desk, since: date, random: Random) -> None:
    """An agent of every village and two of the township (信访代办)."""
    units = grids.view(desk).lines
    villages = [unit.id for unit in units if unit.level == Level.VILLAGE]
    for unit_id in (desk.person.unit_id, desk.person.unit_id, *villages):
        identity = Identity.CADRE.value
        holder, number = people.adult_name(random), people.phone(random)
        duty = NewDuty(unit_id, PostKind.AGENT, holder, identity, since, number)
        duties.take_up(desk, duty)


def tell(desk: Desk, random: Random) -> Story:
    """Two weeks up to today: old cases carried over, a round half walked, new cases, steps."""
    today = desk.today()
    start = Week.of(today).previous().first
    round_id = _open_round(desk, start)
    micro = [unit for unit in grids.view(desk).lines if unit.level == Level.MICRO]
    cases = _carried(desk, random, micro, start)
    visits = 0
    walked = micro[: len(micro) * 3 // 5]
    for order, unit in enumerate(walked):
        day = start + timedelta(days=order * (today - start).days // len(walked))
        visits += _walk(on(desk, day), round_id, unit, random)
        if order % 6 == 0:
            cases += _at_the_door(on(desk, day, 15), round_id, unit, random, today)
    return Story(round_id, visits, cases)


def _open_round(desk: Desk, start: date) -> UUID:
    name = f"{start.month}月集中排查"
    ends = start + timedelta(days=20)
    opened = screening.open_round(
        on(desk, start), desk.person.unit_id, RoundKind.CENTRALISED, name, start, ends
    )
    if opened.record_id is None:
        raise LookupError("a round was opened without an id")
    return opened.record_id


def _carried(desk: Desk, random: Random, micro: list[UnitLine], start: date) -> int:
    """Cases of earlier weeks: some settled meanwhile, some overdue."""
    ages = (75, 66, 40, 33, 30, 26, 21, 17, 13, 11, 9, 6)
    for age in ages:
        unit = random.choice(micro)
        _case(desk, unit.id, random, start - timedelta(days=age))
    return len(ages)


def _walk(desk: Desk, round_id: UUID, unit: UnitLine, random: Random) -> int:
    """One leader's afternoon: a mark for most households, kept as one operation."""
    lines = screening.walk(desk, round_id, unit.id)
    visits = [_visit(desk, round_id, line, random) for line in lines if random.random() < 0.95]
    edits = [journal.create(visit.id, "visit", visit) for visit in visits]
    with desk.store.session() as session:
        save(desk, session, "visit.quiet", unit.name, edits)
    return len(visits)


def _visit(desk: Desk, round_id: UUID, line: WalkLine, random: Random) -> VisitRecord:
    outcome = random.choices(
        (Outcome.QUIET, Outcome.ABSENT, Outcome.UNRECEPTIVE, Outcome.MOVED), (90, 7, 2, 1)
    )[0]
    return VisitRecord(
        id=desk.new_id(),
        unit_id=line.unit_id,
        round_id=round_id,
        household_id=line.household_id,
        outcome=outcome.value,
        visited_on=desk.today(),
        recorded_at=desk.now(),
        visitor=desk.person.name,
    )


def _at_the_door(desk: Desk, round_id: UUID, unit: UnitLine, random: Random, today: date) -> int:
    line = random.choice(screening.walk(desk, round_id, unit.id))
    new = new_case(random, line.head, desk.today())
    kept = screening.record_dispute(desk, round_id, line.household_id, desk.today(), new)
    if kept.record_id is not None:
        _steps(desk, kept.record_id, random, desk.today(), today)
    return 1


def _case(desk: Desk, unit_id: UUID, random: Random, day: date) -> None:
    there = on(desk, day)
    kept = disputes.register(there, unit_id, new_case(random, None, day))
    if kept.record_id is not None:
        _steps(desk, kept.record_id, random, day, desk.today())


def new_case(random: Random, head: str | None, day: date) -> NewDispute:
    """A quarrel of this household, or of anybody, as it is registered on the day."""
    category, matter, summary = random.choice(QUARRELS)
    agent = people.adult_name(random) if random.random() < _BY_AGENT else ""
    one, other = head or people.adult_name(random), people.adult_name(random)
    return NewDispute(
        title=f"{one}与{other}{matter}纠纷",
        category=category if category[:2] in CATEGORIES else "99",
        summary=summary,
        registered_on=day,
        agent=agent,
        parties=(
            NewParty(Side.FIRST, one, people.phone(random)),
            NewParty(Side.SECOND, other, people.phone(random)),
        ),
    )


def _steps(desk: Desk, case: UUID, random: Random, registered: date, today: date) -> None:
    """The village handles most cases and concludes about half; the township strikes some off."""
    village = replace(desk, person=replace(desk.person, name=HANDLER))
    for kind, day in _dates(random, registered, today):
        conclusion, text = random.choice(ENDS)
        if kind == EventKind.HANDLED:
            step = Step(kind, random.choice(MEASURES), day)
        elif kind == EventKind.CONCLUDED:
            step = Step(kind, text, day, conclusion)
        else:
            step = Step(kind, "回访双方，协议已履行，同意销号。", day)
        who = desk if kind == EventKind.STRUCK_OFF else village
        disputes.take_step(on(who, day, 16), case, step)


def _dates(random: Random, registered: date, today: date) -> Iterator[tuple[EventKind, date]]:
    handled = registered + timedelta(days=random.randint(0, 4))
    if handled <= today and random.random() < 0.8:
        yield EventKind.HANDLED, handled
        concluded = handled + timedelta(days=random.randint(2, 8))
        if concluded <= today and random.random() < 0.75:
            yield EventKind.CONCLUDED, concluded
            struck_off = concluded + timedelta(days=2)
            if struck_off <= today and random.random() < 0.4:
                yield EventKind.STRUCK_OFF, struck_off
