"""Whatever is sealed, opened and handed on, by whoever, heard of or not: each laptop holds exactly
what its person may see. What that is, is worked out here by names, past the code under test.
"""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from gridapp.contract.people import Role
from gridapp.contract.sync import Op, Row
from gridapp.server.county.county import County
from gridapp.server.database.tables import device, record
from gridapp.server.exchange import totals
from tests.server.conftest import Enrol, empty_database
from tests.server.grids import MICRO_1, MICRO_2, TOWNSHIP, UNITS, VILLAGE
from tests.server.laptops import Laptop, dispute, fresh_id
from tests.server.test_sealed import ENTRY

PEOPLE = [
    ("甲", TOWNSHIP, Role.TOWNSHIP),
    ("乙", VILLAGE, Role.VILLAGE),
    ("丙", VILLAGE, Role.VILLAGE),
    ("丁", MICRO_1, Role.LEADER),
    ("丁", MICRO_2, Role.LEADER),
]
OF_CASES = {"dispute", "party", "case_event", "conflict"}
Seen = set[tuple[str, UUID]]

ACTS = st.tuples(
    st.sampled_from(["seal", "seal", "open", "tell", "accuse", "accuse", "rename", "move", "pull"]),
    st.integers(0, len(PEOPLE) - 1),  # who
    st.integers(0, 2),  # which case
    st.sets(st.integers(0, len(PEOPLE) - 1), max_size=3),  # for whom
)


@pytest.fixture(params=["sqlite"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    """The rules do not depend on the database; ``test_sealed`` runs on both."""
    return empty_database(request)


@pytest.fixture
def people(grid: Laptop, enrolled: Enrol, county: County) -> list[Laptop]:
    found = []
    for name, unit, role in PEOPLE:
        laptop = enrolled(unit, role)
        with county.writing() as connection:
            mine = update(device).where(device.c.id == laptop.id)
            connection.execute(mine.values(person=name))
        laptop.pull()
        found.append(laptop)
    return found


class Work:
    """What the people do with three cases. Their own writes stay with them until a pull."""

    def __init__(self, grid: Laptop, people: list[Laptop]) -> None:
        self._people = people
        self._cases = [fresh_id() for _ in range(3)]
        units = (MICRO_1, MICRO_1, MICRO_2)
        grid.push(
            *(
                grid.change(Op.CREATE, "dispute", case, unit, **dispute())
                for case, unit in zip(self._cases, units, strict=True)
            )
        )

    def do(self, act: str, who: int, which: int, whom: set[int]) -> None:
        laptop, case = self._people[who], self._cases[which]
        row = laptop.rows.get(("dispute", case))
        if act == "pull" or row is None:
            laptop.pull()
            return
        fields: dict[str, Any] = {
            "seal": {
                "sealed": True,
                "handlers": [f"{PEOPLE[one][0]}@{PEOPLE[one][1]}" for one in sorted(whom)],
                "last_step": "sealed",
            },
            "open": {"sealed": False, "handlers": [], "last_step": "unsealed"},
            "rename": {"title": f"纠纷{laptop.dseq}"},
            "move": {"unit_id": str(MICRO_2 if row.unit == MICRO_1 else MICRO_1)},
        }.get(act, {})
        if fields:
            if "last_step" in fields:
                fields["last_step_on"] = "2026-11-16"
            laptop.push(
                laptop.change(Op.UPDATE, "dispute", case, row.unit, base=row.revision, **fields)
            )
            return
        of_case = {"dispute_id": str(case)}
        accused = {"side": "second", "role": "accused", "name": PEOPLE[min(whom, default=0)][0]}
        kind = "party" if act == "accuse" else "case_event"
        made = of_case | (accused if act == "accuse" else ENTRY)
        id_ = fresh_id()
        [result] = laptop.push(laptop.change(Op.CREATE, kind, id_, row.unit, **made)).results
        if result.outcome != "refused":
            laptop.rows[kind, id_] = Row(
                kind=kind, id=id_, unit=row.unit, revision=1, position=0, fields=made
            )


def allowed(county: County) -> list[Seen]:
    """What each of the people may see of cases."""
    with county.reading() as connection:
        assert totals.wrong(connection) == set()
        rows = connection.execute(select(record).where(record.c.deleted.is_(False))).all()
    fields = {(row.kind, row.id): json.loads(row.fields) for row in rows}
    units = {(row.kind, row.id): row.unit_id for row in rows}
    seen: list[Seen] = [set() for _ in PEOPLE]
    for key in fields:
        if key[0] not in OF_CASES:
            continue
        case = fields["dispute", _case(key, fields)]
        accused = {
            one["name"]
            for (kind, _), one in fields.items()
            if kind == "party"
            and one["role"] == "accused"
            and one["dispute_id"] == str(_case(key, fields))
        }
        for place, (name, unit, _) in enumerate(PEOPLE):
            named = f"{name}@{unit}" in case.get("handlers", []) and name not in accused
            if unit in _path(units[key]) and (named or not case.get("sealed")):
                seen[place].add(key)
    return seen


def _case(key: tuple[str, UUID], fields: dict[tuple[str, UUID], Any]) -> UUID:
    if key[0] == "conflict":
        about = (fields[key]["kind"], UUID(fields[key]["record_id"]))
        return _case(about, fields)
    return key[1] if key[0] == "dispute" else UUID(fields[key]["dispute_id"])


def _path(unit: UUID | None) -> list[UUID]:
    return [] if unit is None else [unit, *_path(UNITS[unit][1])]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(ACTS, min_size=4, max_size=16))
def test_each_laptop_holds_exactly_what_its_person_may_see(
    grid: Laptop, people: list[Laptop], county: County, acts: list[tuple[str, int, int, set[int]]]
) -> None:
    work = Work(grid, people)
    for laptop in people:
        laptop.pull()
    for act in acts:
        work.do(*act)
    for laptop, expected in zip(people, allowed(county), strict=True):
        held = {key for key in laptop.pull() if key[0] in OF_CASES}
        assert held == expected
        fresh = Laptop(laptop.client, laptop.now, laptop.id, laptop.key, token=laptop.token)
        assert {key for key in fresh.pull() if key[0] in OF_CASES} == expected
