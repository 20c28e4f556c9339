"""Becoming a device of a county, and what the store remembers of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from nacl.public import PrivateKey
from nacl.signing import SigningKey
from sqlmodel import Session

from gridapp.contract import SCHEMA
from gridapp.contract.enrolment import EnrolReply, EnrolRequest, RenewRequest
from gridapp.contract.people import Grant
from gridapp.store import meta
from gridapp.store.opening import Store
from gridapp.sync import outgoing
from gridapp.sync.county import County, Device, Token

if TYPE_CHECKING:
    import httpx2

KEY_BYTES = 32

_CERTIFICATE = "county_certificate"


@dataclass(frozen=True)
class Enrolment:
    """What a county made of this laptop; to be kept in its person's store."""

    address: str
    device: Device
    box_key: bytes
    reply: EnrolReply


@dataclass(frozen=True)
class NewDevice:
    """A device about to enrol: its id and fresh keys."""

    id: UUID
    sign_key: bytes
    box_key: bytes


def new_device(id_: UUID, random_bytes: Callable[[int], bytes]) -> NewDevice:
    """A device with keys from ``random_bytes(count)``, e.g. ``nacl.utils.random``."""
    return NewDevice(id_, random_bytes(KEY_BYTES), random_bytes(KEY_BYTES))


def enrol(county: County, address: str, code: str, person: str, device: NewDevice) -> Enrolment:
    """Exchange a one-time code; asking again with the same device and code does no harm.

    Raises a ``county.LineFault``.
    """
    reply = county.enrol(
        EnrolRequest(
            code=code,
            device=device.id,
            sign_key=SigningKey(device.sign_key).verify_key.encode().hex(),
            box_key=PrivateKey(device.box_key).public_key.encode().hex(),
            person=person,
            schema_version=SCHEMA,
        )
    )
    return Enrolment(address, Device(device.id, device.sign_key), device.box_key, reply)


def next_device(session: Session, random_bytes: Callable[[int], bytes]) -> NewDevice:
    """The device that this laptop is to become, the same until it has; kept in its store."""
    kept = meta.get(session, "next_device")
    if kept is None:
        device = new_device(UUID(bytes=random_bytes(16), version=4), random_bytes)
        meta.put(session, "next_device", _kept(device))
        return device
    return NewDevice(UUID(kept["id"]), *map(bytes.fromhex, (kept["sign_key"], kept["box_key"])))


def renewal(old: UUID, new: NewDevice) -> RenewRequest:
    """Ask to go on as another device."""
    return RenewRequest(
        device=old,
        new_device=new.id,
        sign_key=SigningKey(new.sign_key).verify_key.encode().hex(),
        box_key=PrivateKey(new.box_key).public_key.encode().hex(),
        schema_version=SCHEMA,
    )


def renewed(session: Session, new: NewDevice, reply: EnrolReply) -> Token:
    """This laptop is another device now, and offers it all again; its token."""
    token = _token(reply)
    _become(session, new, reply, token)
    meta.drop(session, "next_device")
    return token


def keep(session: Session, enrolment: Enrolment) -> None:
    """Remember the county, the device and its keys; from now on the store can exchange.

    A store that was another device before offers all that it holds again.
    """
    device = NewDevice(enrolment.device.id, enrolment.device.sign_key, enrolment.box_key)
    _become(session, device, enrolment.reply, _token(enrolment.reply))
    move_to(session, enrolment.address)


def _become(session: Session, device: NewDevice, reply: EnrolReply, token: Token) -> None:
    before = meta.get(session, "device")
    meta.put(session, "device", _kept(device))
    meta.put(session, "device_number", reply.device_number)
    meta.put(session, "county_name", reply.county_name)
    keep_grants(session, reply.grants)
    keep_token(session, token)
    if before is not None and before["id"] != str(device.id):
        meta.drop(session, "mark")
        outgoing.begin_anew(session)


def _kept(device: NewDevice) -> dict[str, str]:
    keys = {"sign_key": device.sign_key.hex(), "box_key": device.box_key.hex()}
    return {"id": str(device.id), **keys}


def _token(reply: EnrolReply) -> Token:
    keys = reply.county_sign_key, reply.county_box_key
    return Token(reply.token, reply.token_until, keys)


def move_to(session: Session, address: str) -> None:
    """The county is reached at another address from now on."""
    meta.put(session, "county_address", address)


def is_joined(session: Session) -> bool:
    """Whether this store belongs to a device of a county."""
    return meta.get(session, "device") is not None


def grants(session: Session) -> list[Grant]:
    """What the county has granted to this device."""
    return msgspec.convert(meta.get(session, "grants", []), list[Grant])


def keep_grants(session: Session, granted: list[Grant]) -> None:
    """Remember what the county grants now."""
    meta.put(session, "grants", msgspec.to_builtins(granted))


def keep_token(session: Session, token: Token | None) -> None:
    """Remember the access token, so that an exchange need not begin with asking for one."""
    kept = None if token is None else [token.value, token.until.isoformat()]
    meta.put(session, "token", kept)
    if token is not None and all(token.county_keys):
        meta.put(session, "county_keys", token.county_keys)


def known_by(certificate: bytes) -> dict[str, str]:
    """What is to be kept of the county's certificate; nothing where none was seen."""
    return {_CERTIFICATE: certificate.hex()} if certificate else {}


def county_of(
    store: Store, now: Callable[[], datetime], client: httpx2.Client | None = None
) -> County:
    """The county that this store has joined, ready to be spoken to.

    Raises LookupError when it has joined none, ``county.BadAddress`` when the address is wrong.
    """
    with store.session() as session:
        device = meta.get(session, "device")
        address = meta.get(session, "county_address", "")
        kept = meta.get(session, "token")
        certificate = bytes.fromhex(meta.get(session, _CERTIFICATE, ""))
    if device is None:
        raise LookupError("this laptop has not joined a county")
    token = None if kept is None else Token(kept[0], datetime.fromisoformat(kept[1]))
    identity = Device(UUID(device["id"]), bytes.fromhex(device["sign_key"]))
    return County(address, identity, now, token, client, certificate=certificate)
