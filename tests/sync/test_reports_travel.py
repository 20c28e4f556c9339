"""A report handed in on one laptop is signed on another; the county keeps the first signature."""

from uuid import UUID

import pytest
from sqlalchemy import text
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.reports import unpack
from gridapp.reports import frozen
from gridapp.server.database.county import County
from gridapp.store.reports.reports import ReportLine
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import frozen_reports
from gridapp.usecases.sync import refused
from tests.server.grids import VILLAGE
from tests.sync.laptops import Laptop

WEEK = Period.parse("2026-W46")


@pytest.fixture
def signer(second: Laptop, county: County) -> Desk:
    """陆某, at another laptop than 何某."""
    with county.writing() as connection:
        newest = "UPDATE device SET person = '陆某' WHERE number = (SELECT max(number) FROM device)"
        connection.execute(text(newest))
    return desk(second, "陆某")


def desk(laptop: Laptop, name: str) -> Desk:
    return Desk(laptop.store, Person(name, VILLAGE, "甲村", Role.VILLAGE.value), laptop.now, uuid7)


def exchange(*laptops: Laptop) -> None:
    for laptop in laptops:
        assert laptop.sync().problem is None


def handed_in(by: Desk) -> UUID:
    report = frozen_reports.draw_up(by, VILLAGE, WEEK)
    id_ = frozen_reports.hand_in(by, report).record_id
    assert id_ is not None
    return id_


def seen(by: Desk, id_: UUID) -> ReportLine:
    (line,) = (one for one in frozen_reports.all_reports(by) if one.id == id_)
    return line


def test_a_report_is_handed_in_on_one_laptop_and_signed_on_another(
    village: Laptop, second: Laptop, signer: Desk
) -> None:
    reporter = desk(village, "何某")
    id_ = handed_in(reporter)
    exchange(village, second)
    kept = second.row("report", id_)
    assert frozen.read(unpack(kept.body, kept.sha256)).report.period == WEEK
    frozen_reports.sign(signer, id_)
    exchange(second, village)
    line = seen(reporter, id_)
    assert (line.number, line.signed_by) == ("2026-46", "陆某")
    assert village.row("report", id_).body == kept.body


def test_who_sends_back_what_was_signed_meanwhile_is_refused_and_the_signature_stands(
    village: Laptop, second: Laptop, signer: Desk
) -> None:
    id_ = handed_in(desk(village, "何某"))
    exchange(village, second)
    frozen_reports.sign(signer, id_)
    late = desk(village, "莫某")
    frozen_reports.send_back(late, id_, "漏报两户")
    exchange(second, village, village)
    assert [one.reason for one in refused.all_refused(late)] == ["signing.signed"]
    line = seen(late, id_)
    assert (line.signed_by, line.returned_for) == ("陆某", "")
