"""Founds a county for the storm: its grid, a person in each micro-grid, and enrolled laptops."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from nacl.signing import SigningKey
from sqlalchemy import Connection
from uuid_utils.compat import uuid7

from gridapp.contract import SCHEMA
from gridapp.contract.enrolment import EnrolRequest
from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op, PushRequest
from gridapp.contract.wire import pack_push
from gridapp.server.county import enrol
from gridapp.server.county.opening import open_county
from gridapp.server.exchange.push import push
from tests.bench.storm_laptop import Laptop

PAIR = 2
"""Laptops of one micro-grid: they must see the same."""

MICROS_A_VILLAGE, VILLAGES_A_TOWNSHIP = 10, 11


class Founding:
    """The changes that bring a county into being."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._top = self._unit("county", None, "450326")
        self._micros = 0

    def micro(self) -> tuple[UUID, UUID, UUID]:
        """The next micro-grid, its village, and a person who lives there."""
        village_number, number = divmod(self._micros, MICROS_A_VILLAGE)
        township_code = f"450326{100 + village_number // VILLAGES_A_TOWNSHIP}"
        village_code = f"{township_code}{200 + village_number % VILLAGES_A_TOWNSHIP}"
        if number == 0:
            if village_number % VILLAGES_A_TOWNSHIP == 0:
                self._unit("township", self._top, township_code)
            self._unit("village", division_id(township_code), village_code)
        self._micros += 1
        village = division_id(village_code)
        micro = self._unit("micro", village, f"{village_code}{number:03}")
        home, person = uuid7(), uuid7()
        self._create("household", home, micro, number="0", address="老街1号")
        self._create("member", person, micro, household_id=str(home), name="何某", phone="1")
        return micro, village, person

    def _unit(self, level: str, parent: UUID | None, code: str) -> UUID:
        unit = uuid7() if level == "micro" else division_id(code)
        above = str(parent) if parent else None
        self._create("unit", unit, unit, level=level, parent_id=above, name=code, code=code)
        return unit

    def _create(self, kind: str, record_id: UUID, unit: UUID, **fields: Any) -> None:
        dseq = len(self.changes) + 1
        self.changes.append(
            Change(uuid7(), dseq, unit, kind, record_id, Op.CREATE.value, 0, fields)
        )


def found(data_dir: Path, url: str | None, laptops: int) -> list[Laptop]:
    """Found the county, and enrol the laptops in pairs."""
    founding = Founding()
    places = [founding.micro() for _ in range((laptops + PAIR - 1) // PAIR)]
    county = open_county(lambda: datetime.now(UTC), data_dir, database_url=url)
    try:
        with county.writing() as connection:
            now = county.now()
            device, _ = _enrol(connection, division_id("450326"), Role.COUNTY, now)
            first = PushRequest(uuid7(), device, SCHEMA, "", founding.changes)
            push(connection, first, pack_push(first), now)
            return [
                Laptop(*_enrol(connection, place[0], Role.LEADER, now), *place)
                for place in places
                for _ in range(PAIR)
            ][:laptops]
    finally:
        county.close()


def _enrol(
    connection: Connection, unit: UUID, role: Role, now: datetime
) -> tuple[UUID, SigningKey]:
    device, key = uuid7(), SigningKey.generate()
    request = EnrolRequest(
        code=enrol.make_code(connection, unit, role, now),
        device=device,
        sign_key=key.verify_key.encode().hex(),
        box_key="00" * 32,
        person="何某",
        schema_version=SCHEMA,
    )
    enrol.enrol(connection, request, now)
    return device, key
