"""A report handed in on one laptop is signed on another; the county keeps the first signature."""

from uuid import UUID

import pytest
from sqlalchemy import text
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.domain.reports.periods import Period
from gridapp.domain.reports.reports import unpack
from gridapp.reports import frozen
from gridapp.server.county.county import County
from gridapp.store.reports.reports import ReportLine
from gridapp.usecases import due
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.due import Why
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


def told(by: Desk) -> list[str]:
    return [one.title for one in due.everything(by, by.today()) if one.why == Why.SAME_REPORT]


def test_a_number_that_two_laptops_drew_is_told_of_and_the_later_report_is_issued_anew(
    village: Laptop, second: Laptop, signer: Desk
) -> None:
    first = desk(village, "何某")
    his, hers = handed_in(first), handed_in(signer)
    exchange(village, second, village)
    frozen_reports.sign(first, hers)
    frozen_reports.sign(signer, his)
    exchange(village, second, village)
    (later,) = {id_ for id_ in (his, hers) if seen(first, id_).doubled}
    kept = {id_: village.row("report", id_).body for id_ in (his, hers)}
    for who in (first, signer):
        assert [seen(who, id_).number for id_ in (his, hers)] == ["2026-46"] * 2
        assert {id_ for id_ in (his, hers) if seen(who, id_).doubled} == {later}
        assert told(who) == ["2026-46"]
        assert refused.all_refused(who) == []

    anew = handed_in(first)
    assert told(first) == [], "it waits for its signature"
    exchange(village, second)
    frozen_reports.sign(signer, anew)
    exchange(second, village)
    for who, laptop in ((first, village), (signer, second)):
        line = seen(who, anew)
        assert (line.number, line.replaces, line.replaces_number) == ("2026-46-2", later, "2026-46")
        assert seen(who, later).replaced_by == "2026-46-2"
        assert told(who) == []
        assert {id_: laptop.row("report", id_).body for id_ in (his, hers)} == kept


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
