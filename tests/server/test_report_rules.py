"""The county refuses what would change a report that was handed in or signed."""

from datetime import UTC, datetime

import pytest

from gridapp.contract.people import Role
from gridapp.contract.sync import ChangeResult, Op
from gridapp.domain.reports.reports import pack
from gridapp.server.county.county import County
from tests.server.conftest import Enrol, belonging_to
from tests.server.grids import VILLAGE
from tests.server.laptops import Laptop, fresh_id

BODY, SHA = pack(b'{"format":1}')
HANDED_IN = {
    "period": "week",
    "first": "2026-11-16",
    "last": "2026-11-22",
    "submitted_by": "何某",
    "submitted_at": datetime(2026, 11, 20, 8, tzinfo=UTC).isoformat(),
    "body": BODY,
    "sha256": SHA,
}
SIGNATURE = {
    "number": "2026-47",
    "signed_by": "陆某",
    "signed_at": datetime(2026, 11, 20, 9, tzinfo=UTC).isoformat(),
}
RULE = "409.7 transition: signing."


@pytest.fixture
def database_url() -> None:
    """SQLite alone: the rules ask no database."""


@pytest.fixture
def other(grid: Laptop, enrolled: Enrol, county: County) -> Laptop:
    """陆某's laptop."""
    return belonging_to(county, enrolled(VILLAGE, Role.VILLAGE), "陆某")


def test_a_report_is_signed_by_another_person_and_stays_as_it_is(
    village: Laptop, other: Laptop
) -> None:
    id_ = fresh_id()

    def sent(laptop: Laptop, op: Op, base: int = 0, **fields: object) -> ChangeResult:
        (result,) = laptop.push(
            laptop.change(op, "report", id_, VILLAGE, base=base, **fields)
        ).results
        return result

    changed = HANDED_IN | {"sha256": SHA[::-1]}
    assert sent(village, Op.CREATE, **changed).code == f"{RULE}damaged"
    assert sent(village, Op.CREATE, **HANDED_IN).outcome == "applied"
    own = SIGNATURE | {"signed_by": "何某"}
    assert sent(village, Op.UPDATE, 1, **own).code == f"{RULE}same_person"
    assert sent(village, Op.UPDATE, 1, first="2026-11-09").code == f"{RULE}handed_in"
    assert sent(other, Op.UPDATE, 1, **SIGNATURE).outcome == "applied"
    assert sent(village, Op.UPDATE, 1, returned_for="错").code == f"{RULE}signed"
    assert sent(other, Op.UPDATE, 2, signed_at=None).code == f"{RULE}signed"
    assert sent(other, Op.DELETE, 2).code == f"{RULE}signed"
    standing = village.pull()["report", id_].fields
    assert (standing["number"], standing["sha256"]) == ("2026-47", SHA)
