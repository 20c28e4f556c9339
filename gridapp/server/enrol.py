"""Enrolment: one-time codes, and the device that a code lets in."""

import base64
import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from gridapp.contract.enrolment import EnrolReply, EnrolRequest
from gridapp.contract.grids import Level
from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.domain.scope import division_path
from gridapp.server import audit, devices, grid, keys, records, tokens
from gridapp.server.problems import Refusal
from gridapp.server.tables import device, enrolment_code, unit_node

CODE_BYTES = 10
"""80 random bits: 16 characters of base32 in groups of four."""

LIFE = timedelta(hours=24)


def make_code(connection: Connection, unit_id: UUID, role: Role, now: datetime) -> str:
    """A new code for a unit and role, good once and for 24 hours. Only its hash is kept."""
    letters = base64.b32encode(secrets.token_bytes(CODE_BYTES)).decode()
    connection.execute(
        insert(enrolment_code).values(
            code_hash=_hash(letters), unit_id=unit_id, role=role.value, expires_at=now + LIFE
        )
    )
    audit.note(connection, now, None, "code_made", {"unit": str(unit_id), "role": role.value})
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def unit_for(connection: Connection, code: str) -> UUID | None:
    """The unit with this code: an area code always has one, a micro-grid when it was pushed.

    The path that an area code implies is remembered, so that its first laptop may bring it in.
    """
    path = division_path(code)
    if not path:
        return records.unit_with_code(connection, code)
    tree = grid.load(connection)
    grid.keep(connection, {unit: node for unit, node in path.items() if unit not in tree})
    return list(path)[-1]


def enrol(connection: Connection, request: EnrolRequest, now: datetime) -> EnrolReply:
    """Let a device in. The same device may ask again with the same code: its reply was lost.

    A device that is known may use a further code; it then has both grants.
    """
    key = tokens.signing_key(connection)  # its row also keeps two enrolments apart
    unit_id, role = _redeem(connection, request, now)
    number = _number(connection, request, now)
    devices.give(connection, request.device, unit_id, role)
    audit.note(connection, now, request.device, "enrolled", {"unit": str(unit_id), "role": role})
    token, until = tokens.issue(key, request.device, now)
    return EnrolReply(
        device=request.device,
        device_number=number,
        county_name=_county_name(connection),
        grants=devices.grants_of(connection, request.device),
        token=token,
        token_until=until,
        server_time=now,
        **keys.own(connection).public(),
    )


def _redeem(connection: Connection, request: EnrolRequest, now: datetime) -> tuple[UUID, str]:
    mine = enrolment_code.c.code_hash == _hash(request.code)
    row = connection.execute(select(enrolment_code).where(mine).with_for_update()).first()
    if row is None or row.expires_at <= now or row.device_id not in {None, request.device}:
        raise Refusal(Problem.CODE_UNKNOWN)
    connection.execute(update(enrolment_code).where(mine).values(device_id=request.device))
    return row.unit_id, row.role


def _number(connection: Connection, request: EnrolRequest, now: datetime) -> int:
    """The device's short number; a device that comes again must show the key it came with."""
    found = connection.execute(
        select(device.c.number, device.c.sign_key).where(device.c.id == request.device)
    ).first()
    if found is not None:
        if found.sign_key != request.sign_key:
            raise Refusal(Problem.CODE_UNKNOWN, detail="another key")
        return int(found.number)
    last = connection.execute(select(func.max(device.c.number))).scalar()
    connection.execute(
        insert(device).values(
            id=request.device,
            number=(last or 0) + 1,
            person=request.person,
            sign_key=request.sign_key,
            box_key=request.box_key,
            status=devices.Status.ACTIVE.value,
            last_dseq=0,
            head="",
            enrolled_at=now,
        )
    )
    return (last or 0) + 1


def _county_name(connection: Connection) -> str:
    """The county's name once its record has arrived, else empty."""
    query = select(unit_node.c.id).where(unit_node.c.level == Level.COUNTY.value)
    for (unit,) in connection.execute(query):
        found = records.read(connection, {("unit", unit)})
        for kept in found.values():
            return str(kept.state.fields.get("name", ""))
    return ""


def _hash(code: str) -> str:
    """Hash of a code as a person may type it: any case, with or without the dashes."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()
