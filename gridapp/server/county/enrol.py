"""Enrolment: one-time codes, and the device that a code lets in."""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from gridapp.contract.enrolment import EnrolReply, EnrolRequest, RenewRequest
from gridapp.contract.grids import Level
from gridapp.contract.people import Role
from gridapp.contract.problems import Problem
from gridapp.domain.sync.scope import division_path
from gridapp.server import audit
from gridapp.server.access import devices, keys, tokens
from gridapp.server.database.tables import device, enrolment_code, grant, unit_node
from gridapp.server.exchange import grid, records
from gridapp.server.problems import Refusal

CODE_BYTES = 10
"""80 random bits: 16 characters of base32 in groups of four."""

LIFE = timedelta(hours=24)


@dataclass(frozen=True)
class Newcomer:
    """A device that asks to be let in, with its public keys, and who works with it."""

    id: UUID
    person: str
    sign_key: str
    box_key: str
    status: str = devices.Status.ACTIVE.value


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
    newcomer = Newcomer(request.device, request.person, request.sign_key, request.box_key)
    number = _number(connection, newcomer, now)
    devices.give(connection, request.device, unit_id, role)
    audit.note(connection, now, request.device, "enrolled", {"unit": str(unit_id), "role": role})
    return _reply(connection, key, request.device, number, now)


def renew(connection: Connection, request: RenewRequest, now: datetime) -> EnrolReply:
    """Let a forked device go on under a new id, for the same person and with the same grants.

    The old one stays as it is: its clone goes on with it. The same may be asked again. A revoked
    one goes on revoked: it hands in its work and reads nothing.
    """
    key = tokens.signing_key(connection)  # its row also keeps two enrolments apart
    old = devices.known(connection, request.device)
    keys_of = request.sign_key, request.box_key
    newcomer = Newcomer(request.new_device, old.person, *keys_of, old.status)
    number = _number(connection, newcomer, now)
    _hand_down(connection, old.id, newcomer.id)
    audit.note(connection, now, newcomer.id, "renewed", {"former": str(old.id)})
    return _reply(connection, key, newcomer.id, number, now)


def _hand_down(connection: Connection, old: UUID, new: UUID) -> None:
    """The grants of a device to its successor, unless they came already; the ended ones as well.

    An ended grant still lets in what was written before the laptop knew.
    """
    if connection.execute(select(grant.c.unit_id).where(grant.c.device_id == new)).first() is None:
        granted = connection.execute(
            select(grant.c.unit_id, grant.c.role, grant.c.ended).where(grant.c.device_id == old)
        )
        rows = [{**row, "device_id": new} for row in granted.mappings()]
        if rows:
            connection.execute(insert(grant), rows)


def _reply(
    connection: Connection, key: bytes, device_id: UUID, number: int, now: datetime
) -> EnrolReply:
    token, until = tokens.issue(key, device_id, now)
    return EnrolReply(
        device=device_id,
        device_number=number,
        county_name=_county_name(connection),
        grants=devices.grants_of(connection, device_id),
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


def _number(connection: Connection, newcomer: Newcomer, now: datetime) -> int:
    """The device's short number; a device that comes again must show the key it came with."""
    found = connection.execute(
        select(device.c.number, device.c.sign_key).where(device.c.id == newcomer.id)
    ).first()
    if found is not None:
        if found.sign_key != newcomer.sign_key:
            raise Refusal(Problem.CODE_UNKNOWN, detail="another key")
        return int(found.number)
    last = connection.execute(select(func.max(device.c.number))).scalar()
    connection.execute(
        insert(device).values(
            id=newcomer.id,
            number=(last or 0) + 1,
            person=newcomer.person,
            sign_key=newcomer.sign_key,
            box_key=newcomer.box_key,
            status=newcomer.status,
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
