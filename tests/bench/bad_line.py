"""Pushes visits over a line of 64 kbit/s, 600 ms, 10 % loss, dead for 2 s in every 20 s.

    python -m tests.bench.bad_line [--repeats 3]

A real laptop store and a real county process, with the line of ``line.py`` between them; the
clock runs as it does. An exchange that breaks off is begun again as the schedule of the desktop
says. Time of 500 visits against the line's own floor in the same run: one bare POST of as many
random bytes over a line of the same seed, tried until it goes through. Good 2, goal 1.15.
Bytes of 5,000 visits: all that went up, those that a cut swallowed and headers included, against
those of the same visits packed as one body. Good 1.5, goal 1.05.
"""

import argparse
import http.client
import json
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from uuid_utils.compat import uuid7

from gridapp.contract import wire
from gridapp.contract.screening import VisitRecord
from gridapp.store import journal, meta
from gridapp.store.journal import Operation
from gridapp.store.opening import Store, open_store
from gridapp.sync import enrol, outgoing, push, schedule
from gridapp.sync.engine import sync_once
from tests.bench.crowd import start
from tests.bench.line import BAD, Line
from tests.bench.push_visits import KEY, MICROS, bare_server, id_at, joined, village_codes, visits
from tests.bench.storm_founding import found

FEW, MANY = 500, 5_000


def main() -> None:
    """Print seconds, bytes and ratios as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        units = sorted({laptop.unit for laptop in found(data / "county", None, 2 * MICROS)})
        codes = village_codes(data / "county", 2 * repeats)
        serve = ("-m", "gridapp.server", "serve", "--data-dir", str(data / "county"))
        county = start(stack, *serve, "--port", "0")
        bare = stack.enter_context(bare_server())
        few, many, floors = [], [], []
        for seed in range(repeats):
            few.append(measure(data / f"few{seed}.db", FEW, units, county, codes.pop(), seed))
            floors.append(floor(few[-1]["packed"], bare, seed))
            many.append(measure(data / f"many{seed}.db", MANY, units, county, codes.pop(), seed))
    found_out = {
        "few_s": [run["seconds"] for run in few],
        "floor_s": floors,
        "times_floor": median(run["seconds"] / low for run, low in zip(few, floors, strict=True)),
        "many_s": [run["seconds"] for run in many],
        "many_up": [run["up"] for run in many],
        "many_packed": [run["packed"] for run in many],
        "bytes_to_needed": median(run["up"] / run["packed"] for run in many),
    }
    print(json.dumps(found_out))


def measure(
    file: Path, count: int, units: list[UUID], port: int, code: str, seed: int
) -> dict[str, Any]:
    """Seconds until all is acknowledged, bytes up, and bytes that one body would have had."""
    store = open_store(file, KEY)
    try:
        address = f"http://127.0.0.1:{port}"
        county = joined(store, address, code)
        sync_once(store, county, _now, lambda _: None)
        county.close()
        random = Random(seed * MANY + count)
        packed = save(store, visits(count, units, random), random)
        with Line(BAD, address, seed) as line:
            seconds = exchange(store, line.address, Random(seed))
            return {"seconds": round(seconds, 2), "up": line.up, "packed": packed}
    finally:
        store.close()


def save(store: Store, rows: list[VisitRecord], random: Random) -> int:
    """Save the visits; the bytes of all of them in one body."""
    with store.session() as session:
        edits = [journal.create(id_at(row.recorded_at, random), "visit", row) for row in rows]
        journal.write(session, Operation(uuid7(), "visits.walked", "", "韦国平", _now()), edits)
        first, device = outgoing.first_waiting(session), UUID(meta.get(session, "device")["id"])
        assert first is not None
        return len(wire.pack_push(push.message(session, first, device, len(rows))))


def exchange(store: Store, address: str, random: Random) -> float:
    """Seconds until everything is acknowledged, begun again as the desktop would."""
    with store.session() as session:
        enrol.move_to(session, address)
    began, failures = time.perf_counter(), 0
    while True:
        county = enrol.county_of(store, _now)
        result = sync_once(store, county, _now, lambda _: None)
        county.close()
        if result.problem is None:
            return time.perf_counter() - began
        failures += 1
        planned = schedule.after_failure(_now(), failures, result.retry_after, random)
        time.sleep(max((planned - _now()).total_seconds(), 0))


def floor(size: int, bare: int, seed: int) -> float:
    """Seconds in which a bare POST of so many bytes gets through, tried again and again."""
    body = Random(seed).randbytes(size)
    with Line(BAD, f"http://127.0.0.1:{bare}", seed) as line:
        began = time.perf_counter()
        while True:
            connection = http.client.HTTPConnection(urlsplit(line.address).netloc, timeout=60)
            try:
                connection.request("POST", "/", body)
                connection.getresponse().read()
                return round(time.perf_counter() - began, 2)
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
            finally:
                connection.close()


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main()
