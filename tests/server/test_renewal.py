"""A forked device goes on under a new id: the same person and grants, its old key as proof."""

from uuid import UUID

import pytest
from httpx2 import Response
from sqlalchemy import update

from gridapp.contract import SCHEMA
from gridapp.contract.enrolment import EnrolReply, RenewRequest
from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.server.access.devices import Device, known
from gridapp.server.county.county import County
from gridapp.server.database.tables import device, grant
from tests.server.conftest import Clock, Enrol
from tests.server.grids import MICRO_1, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


@pytest.fixture
def forked(grid: Laptop, enrolled: Enrol) -> Laptop:
    return enrolled(VILLAGE, Role.VILLAGE)


def renew(old: Laptop, new: Laptop, signer: Laptop | None = None) -> Response:
    message = RenewRequest(
        device=old.id,
        new_device=new.id,
        sign_key=new.key.verify_key.encode().hex(),
        box_key="00" * 32,
        schema_version=SCHEMA,
    )
    body = message.model_dump_json().encode()
    return (signer or old).post("/v1/devices/renew", body, {"content-type": "application/json"})


def successor(forked: Laptop) -> Laptop:
    return Laptop(forked.client, forked.now)


def kept(county: County, device_id: UUID) -> Device:
    with county.reading() as connection:
        return known(connection, device_id)


def test_the_new_device_works_for_the_same_person_with_the_same_grants(
    forked: Laptop, county: County
) -> None:
    new = successor(forked)
    reply = EnrolReply.model_validate_json(renew(forked, new).content)
    assert [(one.unit_id, one.role) for one in reply.grants] == [(VILLAGE, "village")]
    assert kept(county, new.id).person == kept(county, forked.id).person
    assert reply.device_number == kept(county, new.id).number != kept(county, forked.id).number
    new.token = reply.token
    home = new.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    assert new.push(home).results[0].outcome == "applied"
    assert ("household", home.record_id) in new.pull()


def test_its_twin_goes_on_under_the_old_id(forked: Laptop) -> None:
    renew(forked, successor(forked))
    home = forked.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    assert forked.push(home).results[0].outcome == "applied"


def test_a_lost_reply_is_asked_for_again(forked: Laptop) -> None:
    new = successor(forked)
    first, second = (EnrolReply.model_validate_json(renew(forked, new).content) for _ in range(2))
    assert first.device_number == second.device_number
    assert first.grants == second.grants


def test_a_grant_that_has_ended_meanwhile_does_not_come_back(
    forked: Laptop, county: County, enrolled: Enrol
) -> None:
    enrolled(OTHER_VILLAGE, Role.VILLAGE, forked)
    with county.writing() as connection:
        connection.execute(
            update(grant)
            .where(grant.c.device_id == forked.id, grant.c.unit_id == OTHER_VILLAGE)
            .values(ended=True)
        )
    reply = EnrolReply.model_validate_json(renew(forked, successor(forked)).content)
    assert [one.unit_id for one in reply.grants] == [VILLAGE]


def test_only_the_old_key_renews(forked: Laptop) -> None:
    new = successor(forked)
    answer = renew(forked, new, signer=new)
    assert (answer.status_code, answer.json()["code"]) == (401, "401.2 signature")


def test_an_old_request_for_renewal_is_worth_nothing(forked: Laptop, clock: Clock) -> None:
    clock.move(minutes=11)
    answer = renew(forked, successor(forked))
    assert (answer.status_code, answer.json()["code"]) == (401, "401.2 signature")
    assert answer.json()["expected"] == int(clock.now.timestamp())


def test_nobody_takes_over_a_device_by_renewal(forked: Laptop, enrolled: Enrol) -> None:
    victim = enrolled(VILLAGE, Role.VILLAGE)
    answer = renew(forked, Laptop(forked.client, forked.now, id=victim.id))
    assert (answer.status_code, answer.json()["code"]) == (403, "403.1 enrolment_code")


def test_a_revoked_device_goes_on_revoked_and_hands_in_its_work(
    forked: Laptop, county: County
) -> None:
    with county.writing() as connection:
        connection.execute(update(device).where(device.c.id == forked.id).values(status="revoked"))
    new = successor(forked)
    new.token = EnrolReply.model_validate_json(renew(forked, new).content).token
    home = new.change(Op.CREATE, "household", fresh_id(), MICRO_1, **household())
    assert new.push(home).results[0].outcome == "applied"
    assert kept(county, new.id).status == "revoked"


def test_a_county_from_before_the_enrolment_says_so(
    forked: Laptop, county: County, enrolled: Enrol
) -> None:
    stranger = successor(forked)
    answer = renew(stranger, successor(forked))
    assert (answer.status_code, answer.json()["code"]) == (401, "401.3 unknown_device")
