"""Who is asking: the token and, where it must be the device itself, its signature."""

from uuid import UUID

from fastapi import Request

from gridapp.contract.problems import Problem
from gridapp.server.access import devices, signatures, tokens
from gridapp.server.county.county import County
from gridapp.server.problems import Refusal


def device_of(county: County, request: Request) -> UUID:
    """The device that the request's token names. Refuses a false or ended token."""
    return tokens.device_of(
        county.token_key, request.headers.get("authorization", ""), county.now()
    )


def check_same(device: UUID, named: UUID) -> None:
    """Refuse a message in the name of another device than the token's."""
    if device != named:
        raise Refusal(Problem.TOKEN)


def check_signature(county: County, request: Request, body: bytes, device: UUID) -> None:
    """Refuse a request that the device has not signed as it stands."""
    time = request.headers.get(signatures.TIME_HEADER, "")
    text = signatures.signed_text(request.method, request.url.path, body, time)
    signature = request.headers.get(signatures.SIGNATURE_HEADER, "")
    signatures.check(_sign_key(county, device), text, signature)


def check_fresh(county: County, request: Request, body: bytes, device: UUID) -> None:
    """The same, where an old signature must not be good a second time."""
    check_signature(county, request, body, device)
    signatures.check_time(request.headers.get(signatures.TIME_HEADER, ""), county.now())


def learn_keys(county: County) -> None:
    """Learn the keys of devices that are new here."""
    with county.reading() as connection:
        county.sign_keys.update(devices.sign_keys(connection))


def _sign_key(county: County, device: UUID) -> str:
    if device not in county.sign_keys:
        learn_keys(county)
    if device not in county.sign_keys:
        raise Refusal(Problem.UNKNOWN_DEVICE)
    return county.sign_keys[device]
