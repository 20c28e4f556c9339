"""An invented township, 青山镇, in the week 2026-W47, seen on its Friday.

Worked out by hand (结转 新增(重启) 办结(化解) 在办(超期)):

    坪岭村    3  2(0)  2(2)  3(1)   A2 A4 settled; A3 A4 new; A5 is late
    银洞村    2  2(2)  3(2)  1(0)   B1 interim; B2 comes back; B3 settled, back, settled again
    曾村村    0  0(0)  0(0)  0(0)   C1, C2 were settled before this week; C1 is struck off in it
    龙泉社区  1  3(0)  2(1)  2(1)   D1 concluded "before" it was registered; D4 noted twice
    本级      0  1(0)  0(0)  1(0)   E1 arose at the township itself
    合计      6  8(2)  7(5)  7(2)   6 + 8 − 7 = 7; 5 of 14 resolved; A1 A2 B3 C2 D3 a week earlier
"""

from datetime import date
from uuid import UUID

import pytest

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.contract.grids import Level
from gridapp.domain.receptions.receptions import Turnout
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import Notice, Share
from gridapp.domain.reports.metrics import CaseLine, Ratio, TimelineEntry, balance_moves
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.proxies import Proxied, figures
from gridapp.domain.reports.weeks import Week
from gridapp.reports.periodic.draft import draft
from gridapp.reports.periodic.inputs import ListedCase, Reception, ReportInputs
from gridapp.reports.periodic.model import FrozenCase, Part, PeriodReport

PINGLING, YINDONG, ZENGCUN, LONGQUAN = (UUID(int=n) for n in range(1, 5))
TOWNSHIP = UUID(int=9)
KINDS = {
    "registered": (EventKind.REGISTERED, None),
    "handled": (EventKind.HANDLED, None),
    "resolved": (EventKind.CONCLUDED, Conclusion.SUBSTANTIVE),
    "interim": (EventKind.CONCLUDED, Conclusion.INTERIM),
    "procedural": (EventKind.CONCLUDED, Conclusion.PROCEDURAL),
    "struck_off": (EventKind.STRUCK_OFF, None),
    "reopened": (EventKind.REOPENED, None),
}


def entry(written: str) -> TimelineEntry:
    """``11-17 resolved`` → a timeline entry of 2026."""
    day, word = written.split()
    kind, conclusion = KINDS[word]
    return (kind, date.fromisoformat(f"2026-{day}"), conclusion)


def case(name: str, line: UUID, category: str, due_on: str, *events: str) -> CaseLine:
    """``A1`` → the case whose id is 0xA1."""
    told = balance_moves(entry(event) for event in events)
    return CaseLine(UUID(int=int(name, 16)), line, line, category, date.fromisoformat(due_on), told)


CASES = (
    case("A1", PINGLING, "0201", "2027-01-11", "11-12 registered", "11-17 handled"),
    case("A2", PINGLING, "0101", "2027-01-10", "11-11 registered", "11-17 resolved"),
    case("A3", PINGLING, "0902", "2027-01-15", "11-16 registered"),
    case("A4", PINGLING, "0202", "2027-01-17", "11-18 registered", "11-19 resolved"),
    case("A5", PINGLING, "0804", "2026-11-09", "09-10 registered"),
    case("B1", YINDONG, "0103", "2026-12-19", "10-20 registered", "11-18 interim"),
    case(
        "B2",
        YINDONG,
        "0201",
        "2026-11-20",  # today: not late yet
        "10-25 registered",
        "11-05 resolved",
        "11-06 struck_off",
        "11-17 reopened",
    ),
    case(
        "B3",
        YINDONG,
        "0901",
        "2027-01-09",
        "11-10 registered",
        "11-16 resolved",
        "11-18 reopened",
        "11-20 resolved",
    ),
    case(
        "C1",
        ZENGCUN,
        "0201",
        "2026-11-30",
        "10-01 registered",
        "10-20 resolved",
        "11-17 struck_off",
    ),
    case("C2", ZENGCUN, "0599", "2027-01-08", "11-09 registered", "11-15 resolved"),
    case("D1", LONGQUAN, "0804", "2027-01-18", "11-19 registered", "11-18 procedural"),
    case("D2", LONGQUAN, "0101", "2027-01-19", "11-20 registered"),
    case("D3", LONGQUAN, "0201", "2026-11-19", "11-13 registered"),
    case(
        "D4",
        LONGQUAN,
        "0299",
        "2027-01-19",
        "11-20 registered",
        "11-20 registered",
        "11-20 resolved",
    ),
    case("E1", TOWNSHIP, "1102", "2027-01-16", "11-17 registered"),
)


RECEPTIONS = (
    Reception(
        "青山镇",
        date(2026, 11, 17),
        "陈志平",
        "镇长",
        "镇便民服务中心",
        Turnout(1, 2, 5),
        "土地承包确权",
        "当场答复1批，转为案件1起。",
        UUID(int=0x501),
    ),
    Reception(
        "坪岭村",
        date(2026, 11, 20),
        "韦国平",
        "",
        "村委会",
        Turnout(1, 1, 7),
        "",
        "转办，联系13812345678。",
        UUID(int=0x502),
    ),
)
"""3 批 12 人次 together."""


def proxied(number: int, done: int, level: str) -> list[Proxied]:
    """So many cases of a level, the first of them done; one has a case leader."""
    return [
        Proxied(CASES[place].dispute_id, level, True, place == 0, place < done)
        for place in range(number)
    ]


PROMINENT = (
    ListedCase(
        dispute_id=UUID(int=0xA5),
        unit_name="坪岭村",
        number="2026-007-0031",
        title="黄永福等人要求支付工资",
        state="handled",
        due_on=date(2026, 11, 9),
        answerable="青山镇 陈志平",
        progress="已约谈承包方，黄永福13812345678同意分期支付。",
        pressed="supervision_letter|青工督〔2026〕2号|2026-11-16|",
        struck_off_on=None,
        names=("黄永福",),
    ),
    ListedCase(
        dispute_id=UUID(int=0xB1),
        unit_name="银洞村",
        number="2026-007-0036",
        title="祖宅分家",
        state="struck_off",
        due_on=date(2026, 12, 19),
        answerable="银洞村 覃建国",
        progress="",
        pressed="",
        struck_off_on=date(2026, 11, 20),
        names=(),
    ),
)
TEXTS = {
    Part.COVERAGE: "曾村村外出务工多，周末补访。",
    Part.NEXT: "一、督促坪岭村工资案按期支付。\n二、完成曾村村补访。",
}


@pytest.fixture
def listed() -> dict[UUID, FrozenCase]:
    """What is told of the cases; E1 is not on this laptop."""
    return {
        case.dispute_id: FrozenCase(
            case.dispute_id,
            f"2026-007-{case.dispute_id.int:04}",
            f"纠纷{case.dispute_id.int:X}",
            "handled",
            case.due_on,
        )
        for case in CASES[:-1]
    }


@pytest.fixture
def inputs() -> ReportInputs:
    return ReportInputs(
        unit_name="青山镇",
        level=Level.TOWNSHIP,
        unit_id=TOWNSHIP,
        period=Period.of_week(Week(2026, 47)),
        reporter="陈志平",
        today=date(2026, 11, 20),
        lines=(
            (PINGLING, "坪岭村"),
            (YINDONG, "银洞村"),
            (ZENGCUN, "曾村村"),
            (LONGQUAN, "龙泉社区"),
        ),
        cases=CASES,
        coverage={
            PINGLING: Coverage(micro_grids=3, due=52, visited=50, absent=1),
            YINDONG: Coverage(micro_grids=2, due=36, visited=36),
            ZENGCUN: Coverage(micro_grids=2, due=31, visited=22, absent=4, nil_report=1),
            LONGQUAN: Coverage(micro_grids=4, due=71, visited=63, absent=5),
        },
        receptions=RECEPTIONS,
        notices=(Notice(UUID(int=0xB2), in_time=True), Notice(UUID(int=0xC1), in_time=False)),
        before={Share.ACCEPTANCE: Ratio(3, 4), Share.RESOLUTION: Ratio(2, 8)},
        trend=tuple(
            (Period.of_week(Week(2026, number)), number - 40, 50 - number)
            for number in range(41, 48)
        ),
        proxies=figures(
            [("village", 4), ("township", 2)],
            [*proxied(4, 3, "village"), *proxied(2, 1, "township")],
        ),
        prominent=PROMINENT,
        supervised=PROMINENT[:1],
        texts=TEXTS,
    )


@pytest.fixture
def report(inputs: ReportInputs) -> PeriodReport:
    return draft(inputs)
