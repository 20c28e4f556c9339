"""Desks for tests: a village of 永福县 with two micro-grids, a running round and a few cases.

Everything is made through the use cases on a real encrypted store. It is made once and copied,
which takes milliseconds. People, numbers and cases are invented.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Conclusion, EventKind, Side
from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.host.divisions import Division
from gridapp.host.people import database_file
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember, Roster
from gridapp.store.opening import Store
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.usecases import people
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.grids import grids, posts
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.grids.posts import NewPost
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty
from gridapp.usecases.rosters import rosters
from gridapp.usecases.screening import screening
from tests import stores

TODAY = date(2026, 11, 22)
"""A Sunday; it is 10:00 in China on every desk of these tests."""

COUNTY = Division("450326", "永福县", "广西壮族自治区 桂林市")
TOWNSHIP = Division("450326100", "永福镇", "永福县")
VILLAGE = Division("450326100200", "坪岭村", "永福县 永福镇")
VILLAGE_ID, TOWNSHIP_ID = division_id(VILLAGE.code), division_id(TOWNSHIP.code)

HOUSEHOLDS = 18
"""In each of the two micro-grids."""

WORKER = Person("韦国平", VILLAGE_ID, VILLAGE.name, Role.VILLAGE.value)
"""The grid leader of the village, at whose desk the tests sit."""

_HEADS = (
    "韦国平 李春兰 黄永福 莫文海 王建军 覃秀英 蒋志强 欧阳明 唐小燕 廖永祥 张德福 秦玉珍 "
    "周世荣 梁桂芳 龙启明 毛三妹 吕长生 阳凤姣 罗天佑 邓美珍 刘家旺 谢秋菊 苏有田 容水生 "
    "伍月娥 陶大有 石金花 潘承志 何兰芝 汤四喜 白玉成 全福妹 粟正东 蓝爱莲 卢双全 诸葛小红"
)


class Clock:
    """Stands still at 10:00 but for a millisecond a reading, so that what happens has an order."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


class Desks:
    """Makes desks below ``folder``; the filled store is made once and copied."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.db"

    def filled(self, folder: Path, person: Person = WORKER) -> Desk:
        """The village with 2 × 18 households, a past and a running round, and five cases."""
        if not self._template.exists():
            desk = _desk(stores.opened(self._template), WORKER)
            fill(desk)
            desk.store.close()
        path = _place(folder)
        shutil.copy(self._template, path)
        return _seated(_desk(stores.opened(path), person))

    def empty(self, folder: Path, person: Person = WORKER) -> Desk:
        """The village without any household, round or case."""
        desk = _seated(_desk(stores.opened(_place(folder)), person))
        grids.set_up(desk, COUNTY, [TOWNSHIP, VILLAGE], VILLAGE.code)
        return desk


def _place(folder: Path) -> Path:
    """Where a person of a laptop has their database."""
    path = database_file(folder, uuid7())
    path.parent.mkdir(parents=True)
    return path


def _desk(store: Store, person: Person) -> Desk:
    return Desk(store, person, Clock(), uuid7)


def _seated(desk: Desk) -> Desk:
    people.remember(desk)
    return desk


def fill(desk: Desk) -> None:
    """Bring in the households and what happened so far."""
    grids.set_up(desk, COUNTY, [TOWNSHIP, VILLAGE], VILLAGE.code)
    rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, _keep_on)
    past = _round(desk, "10月常态排查", date(2026, 10, 1), date(2026, 10, 31))
    for choice in screening.grids_to_walk(desk, past):
        for line in screening.walk(desk, past, choice.unit_id):
            day = date(2026, 10, 15)
            screening.record_visit(desk, past, line.household_id, Outcome.QUIET, day)
    _round(desk, "11月集中排查", date(2026, 11, 16), date(2026, 11, 30), RoundKind.CENTRALISED)
    first = screening.grids_to_walk(desk, past)[0].unit_id
    posts.appoint(desk, NewPost(first, "王桂英", "party_member", "13800000099", date(2026, 1, 1)))
    _cases(desk)


def _keep_on(done: int, total: int) -> None:
    """Nobody watches the progress."""


def _round(
    desk: Desk, name: str, first: date, last: date, kind: RoundKind = RoundKind.ROUTINE
) -> object:
    return screening.open_round(desk, VILLAGE_ID, kind, name, first, last).record_id


def _cases(desk: Desk) -> None:
    """Overdue by 13 days, 4 days left, being handled, to be struck off, struck off."""
    mediator = replace(desk, person=replace(desk.person, name="唐调解"))
    _case(desk, "蒋志强与欧阳明宅基地边界纠纷", "0902", date(2026, 9, 10))
    _case(desk, "秦玉珍与周世荣借款纠纷", "0804", date(2026, 9, 27))
    _case(
        desk,
        "黄永福与李春兰排水沟纠纷",
        "0201",
        date(2026, 11, 3),
        Step(EventKind.HANDLED, "现场查看排水沟，双方同意共同出资改道。", date(2026, 11, 6)),
    )
    concluded = Step(
        EventKind.CONCLUDED, "签订调解协议，当场履行。", date(2026, 11, 12), Conclusion.SUBSTANTIVE
    )
    _case(mediator, "梁桂芳与龙启明山林界线纠纷", "0903", date(2026, 10, 20), concluded)
    number = _case(mediator, "唐小燕家庭赡养纠纷", "0102", date(2026, 10, 8), concluded)
    disputes.take_step(desk, number, Step(EventKind.STRUCK_OFF, "材料齐全。", date(2026, 11, 16)))


def _case(desk: Desk, title: str, category: str, day: date, *steps: Step) -> object:
    first, _, second = title.partition("与")
    parties = [NewParty(Side.FIRST, first[:3], "13800000003")]
    parties += [NewParty(Side.SECOND, second[:3])] if second else []
    new = NewDispute(
        title, category, "入户时反映，双方多次争执。", day, "screening", tuple(parties)
    )
    id_ = disputes.register(desk, VILLAGE_ID, new).record_id
    for step in steps:
        disputes.take_step(desk, id_, step)
    return id_


def arranged(desk: Desk, duty: Duty) -> ReceptionLine:
    """A reception in the village, as it stands in the roster."""
    id_ = receptions.arrange(desk, VILLAGE_ID, duty).record_id
    lines = receptions.between(desk, duty.planned_on, duty.planned_on)
    return next(line for line in lines if line.id == id_)


def roster() -> Roster:
    """Two 村民组 of 18 households with three members each."""
    households = tuple(_household(number, head) for number, head in enumerate(_HEADS.split()))
    return Roster(sheets=(), households=households, faults=(), dropped=())


def _household(number: int, head: str) -> ProposedHousehold:
    group, place = number // HOUSEHOLDS + 1, number % HOUSEHOLDS + 1
    family = head[:2] if len(head) > 3 or head.startswith("欧阳") else head[:1]
    phone = f"138{number:04d}{5678 + number:04d}"
    members = (
        _member(head, "02", "1", date(1974, 3, 1), phone),
        _member("刘春梅", "12", "2", date(1977, 12, 1), ""),
        _member(f"{family}志信", "22", "1", date(1999, 5, 20), phone[::-1], "away"),
    )
    return ProposedHousehold(
        group=f"{group}组",
        number=f"{place:03d}",
        address=f"坪岭{group}组{place}号",
        village=VILLAGE.name,
        note="",
        members=members,
        sheet="",
        row=0,
    )


def _member(
    name: str, relation: str, sex: str, born: date, phone: str, residence: str = "present"
) -> ProposedMember:
    return ProposedMember(name, relation, sex, "", born, phone, residence, "", 0)


MakeDesk = Callable[..., Desk]
"""``make_desk(person=WORKER, filled=True)``: the fixture of that name."""
