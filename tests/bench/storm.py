"""Plays the laptops of a county that all come back on the line, and checks every promise.

    python -m tests.bench.storm --laptops 2000 --seconds 600 --changes 50:500
        --database sqlite|postgresql [--workers 2] [--kill] [--burst]

A real county process on a real database serves laptops that push, send twice, are cut off, do not
hear the answer, and pull. With ``--kill`` the county is killed and PostgreSQL stopped at random
moments, and started again. The checker knows acknowledgements and pulled views, nothing else.
Exit 1 when a promise is broken. The laptops share the machine with the county.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.storm_county import SERVE
from tests.bench.storm_play import Outcome, Plan, play

BURST, STRIKES = 10, 10


def report(plan: Plan, outcome: Outcome) -> str:
    """The figures of a storm."""
    meter = outcome.meter
    refused = meter.statuses[429] + meter.statuses[503]
    failed = sum(n for status, n in meter.statuses.items() if status >= 500) - meter.statuses[503]
    p50, p95, p99 = (1000 * meter.percentile(share) for share in (0.50, 0.95, 0.99))
    lines = [
        f"{plan.laptops} laptops within {plan.seconds:.0f} s, {plan.database}",
        f"{outcome.changes} changes, {outcome.changes / outcome.took:.0f}/s; all done"
        f" {max(0.0, outcome.took - plan.seconds):.1f} s after the last came back",
        f"{len(meter.seconds)} requests answered: p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms",
        f"asked to come again (429, 503): {refused}; failed (other 5xx): {failed};"
        f" broken lines: {meter.broken}",
        f"memory at most: county {outcome.county.most_memory / 1e6:.0f} MB,"
        f" database {outcome.database.most_memory / 1e6:.0f} MB",
        f"processor: county {outcome.county.seconds:.0f} s, database"
        f" {outcome.database.seconds:.0f} s, laptops {outcome.own_seconds:.0f} s,"
        f" all on this machine {outcome.all_seconds:.0f} s",
        f"struck: {dict(outcome.strikes) or 'not at all'}",
        f"broken promises: {dict(outcome.faults) or 'none'}",
    ]
    return "\n".join(lines)


def main() -> None:
    """Play one storm and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laptops", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--changes", default="50:500", help="of each laptop, from:to")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--kill", action="store_true", help=f"strike {STRIKES} times")
    parser.add_argument("--burst", action="store_true", help="all in a tenth of the seconds")
    given = parser.parse_args()
    fewest, _, most = given.changes.partition(":")
    workers = ("--workers", str(given.workers)) if given.workers > 1 else ()
    plan = Plan(
        laptops=given.laptops,
        seconds=given.seconds / BURST if given.burst else given.seconds,
        changes=(int(fewest), int(most or fewest)),
        database=given.database,
        strikes=STRIKES if given.kill else 0,
        serve=(*SERVE, *workers),
    )
    with tempfile.TemporaryDirectory() as folder:
        outcome = play(plan, Path(folder))
    print(report(plan, outcome))
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
