"""The whole main job without a window: import → round → dispute → sync → second laptop → report."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from gridapp.contract.disputes import Conclusion, EventKind, Side, State
from gridapp.contract.grids import Level
from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.demo import laptops, story
from gridapp.demo.county import DEDICATED, MICRO_GRIDS, CountyProcess
from gridapp.demo.laptops import TOWNSHIP, Where
from gridapp.domain.grids.grids import Tally
from gridapp.domain.reports.weeks import Week
from gridapp.host.laptop import Laptop
from gridapp.store.grids import grids as tree_questions
from gridapp.store.screening import WalkLine
from gridapp.store.tables import TABLES
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.grids import grids
from gridapp.usecases.households import households
from gridapp.usecases.reports import weekly
from gridapp.usecases.screening import screening
from gridapp.usecases.sync import sync


@dataclass
class Summary:
    """What was done, in counts, and whether it adds up; printed as JSON."""

    counts: dict[str, Any] = field(default_factory=dict)
    checks: dict[str, bool] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def as_json(self, seconds: float) -> dict[str, Any]:
        """``reconciles`` is true only when every check held."""
        return {
            "counts": self.counts,
            "checks": self.checks,
            "files": self.files,
            "seconds": round(seconds, 1),
            "reconciles": all(self.checks.values()),
        }


def run(laptop_for: Callable[[str], Laptop], where: Where) -> dict[str, Any]:
    """Do the main job in empty folders; returns the summary."""
    started = perf_counter()
    summary = Summary()
    with CountyProcess(where.county) as server:
        county, township = _township(laptop_for, where, server, summary)
        leader = _leader(laptop_for, server, township, summary)
        case = _round_and_dispute(leader, township, summary)
        village = _second_laptop(laptop_for, server, township, case, summary)
        _report(township, where, summary)
        _tree(county, summary)
        for desk in (county, township, leader, village):
            desk.store.close()
    return summary.as_json(perf_counter() - started)


def _township(
    laptop_for: Callable[[str], Laptop],
    where: Where,
    server: CountyProcess,
    summary: Summary,
) -> tuple[Desk, Desk]:
    """County tree, rosters imported, leaders appointed, a round opened, all of it sent."""
    random = Random(2026)
    files = laptops.write_rosters(where, random, laptop_for("township"))
    summary.files += [str(path) for path in files.values()]
    formed = laptops.formed_ahead(files)
    county = laptops.set_up_county(laptop_for("county"), server, formed, random)
    desk = laptops.join(laptop_for("township"), server, "陈志平", TOWNSHIP, Role.TOWNSHIP)
    rosters = laptops.read_rosters(files)
    imported = laptops.import_rosters(desk, rosters)
    read = [household for roster in rosters.values() for household in roster.households]
    summary.counts |= {
        "households": sum(part.households for part in imported),
        "members": sum(part.members for part in imported),
        "micro_grids_formed": sum(part.micro_grids for part in imported),
        "leaders": story.appoint_leaders(desk, desk.today().replace(month=1, day=1), random),
    }
    found = (len(read), sum(len(household.members) for household in read))
    summary.checks["import takes every household and member of the rosters"] = found == (
        summary.counts["households"],
        summary.counts["members"],
    )
    sync.synchronise(desk)
    return county, desk


def _leader(
    laptop_for: Callable[[str], Laptop],
    server: CountyProcess,
    township: Desk,
    summary: Summary,
) -> Desk:
    """A micro-grid leader's laptop: holds its own micro-grid and nothing else."""
    own = next(line for line in grids.view(township).lines if line.level == Level.MICRO)
    week = Week.of(township.today())
    screening.open_round(
        township,
        township.person.unit_id,
        RoundKind.CENTRALISED,
        "集中排查",
        week.first,
        week.last,
    )
    sync.synchronise(township)
    desk = laptops.join(laptop_for("leader"), server, "王桂英", own.code, Role.LEADER)
    held = households.of_unit(desk, _top(desk))
    mine = households.of_unit(township, own.id)
    summary.counts["leader_households"] = len(held)
    summary.checks["the leader's laptop holds its own micro-grid and nothing else"] = {
        line.id for line in held
    } == {line.id for line in mine} and len(held) > 0
    return desk


def _top(desk: Desk) -> UUID:
    return next(line.id for line in grids.view(desk).lines if line.parent_id is None)


def _round_and_dispute(leader: Desk, township: Desk, summary: Summary) -> UUID:
    """The leader walks offline: all quiet but one; then a line comes, and the township sees it."""
    walk_round = screening.running_rounds(leader)[0]
    lines = screening.walk(leader, walk_round.id, leader.person.unit_id)
    for line in lines[1:]:
        outcome, day = Outcome.QUIET, leader.today()
        screening.record_visit(leader, walk_round.id, line.household_id, outcome, day)
    case = _dispute(leader, walk_round.id, lines[0])
    waited = sync.status(leader).totals.waiting
    sync.synchronise(leader)
    sync.synchronise(township)
    seen = screening.walk(township, walk_round.id, leader.person.unit_id)
    summary.counts |= {"visits": len(lines), "disputes": 1, "waited_offline": waited}
    summary.checks["what the leader recorded offline reaches the township"] = [
        line.outcome for line in seen
    ] == [Outcome.DISPUTE, *[Outcome.QUIET] * (len(lines) - 1)] and disputes.case(
        township, case
    ) is not None
    summary.checks["nothing waits after the exchange"] = (
        waited >= len(lines) and sync.status(leader).totals.waiting == 0
    )
    return case


def _dispute(leader: Desk, round_id: UUID, line: WalkLine) -> UUID:
    new = NewDispute(
        title=f"{line.head}与邻居排水沟纠纷",
        category="0201",
        summary="雨天积水流到对方院内，双方为排水沟走向争执。",
        registered_on=leader.today(),
        parties=(NewParty(Side.FIRST, line.head, household_id=line.household_id),),
    )
    day = leader.today()
    kept = screening.record_dispute(leader, round_id, line.household_id, day, new)
    if kept.record_id is None:
        raise LookupError("a dispute was registered without an id")
    return kept.record_id


def _second_laptop(
    laptop_for: Callable[[str], Laptop],
    server: CountyProcess,
    township: Desk,
    case: UUID,
    summary: Summary,
) -> Desk:
    """The township concludes the case; the village's laptop shows the same and strikes it off."""
    day = township.today()
    end = Step(EventKind.CONCLUDED, "双方当面和解，写了协议。", day, Conclusion.SUBSTANTIVE)
    disputes.take_step(township, case, end)
    sync.synchronise(township)
    code = next(line.code for line in grids.view(township).lines if line.level == Level.VILLAGE)
    village = laptops.join(laptop_for("village"), server, "韦国平", code, Role.VILLAGE)
    summary.checks["the second laptop equals the first in scope"] = _held(
        village, village.person.unit_id
    ) == _held(township, village.person.unit_id)
    disputes.take_step(village, case, Step(EventKind.STRUCK_OFF, "回访无异议，同意销号。", day))
    sync.synchronise(village)
    sync.synchronise(township)
    known = disputes.case(township, case)
    summary.checks["a strike-off on one laptop shows on the other"] = (
        known is not None and known.dispute.state == State.STRUCK_OFF
    )
    return village


def _held(desk: Desk, unit_id: UUID) -> dict[str, list[dict[str, Any]]]:
    """Every record of a unit and below, as this laptop holds it."""
    with desk.store.session() as session:
        units = tree_questions.subtree(session, unit_id)
        return {
            kind: [
                row.model_dump()
                for row in session.exec(
                    select(table).where(col(table.unit_id).in_(units)).order_by(col(table.id))
                )
            ]
            for kind, table in TABLES.items()
        }


def _report(township: Desk, where: Where, summary: Summary) -> None:
    """Friday's report of the township, on paper, and its figures against the cases."""
    report = weekly.draw_up(township, township.person.unit_id, Week.of(township.today()))
    out = where.top / "reports"
    out.mkdir(exist_ok=True)
    written: list[Path] = [
        weekly.write_excel(township, report, out / weekly.file_name(report, ".xlsx")),
        weekly.write_word(township, report, out / weekly.file_name(report, ".docx")),
    ]
    summary.files += [str(path) for path in written]
    total = report.flow[-1]
    summary.counts["report_check"] = report.check
    summary.checks["the report balances on every line"] = report.balances
    summary.checks["the report counts the case that arose and was resolved"] = (
        total.arrived.value == 1 and total.resolved.value == 1 and total.open.value == 0
    )


def _tree(county: Desk, summary: Summary) -> None:
    """The county's own laptop counts the whole tree: 1 + 9 + 99 + 1770 + 106 = 1985."""
    sync.synchronise(county)
    tally = grids.view(county).tally
    summary.counts["units"] = asdict(tally) | {"total": tally.total}
    summary.checks["the county's tree has 1 + 9 + 99 + 1770 + 106 = 1985 units"] = tally == Tally(
        county=1, township=9, village=99, micro=MICRO_GRIDS, dedicated=DEDICATED
    )
