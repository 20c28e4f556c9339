"""Signatures of requests: Ed25519 by the device over method, path, body and time."""

import hashlib
from datetime import datetime

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from gridapp.contract.problems import Problem
from gridapp.domain.sync.timekeeping import TOLERANCE
from gridapp.server.problems import Refusal

SIGNATURE_HEADER = "X-Device-Sig"
TIME_HEADER = "X-Device-Time"


def signed_text(method: str, path: str, body: bytes, time: str) -> bytes:
    """What a device signs; ``body`` as it goes over the wire, ``time`` in Unix seconds."""
    return "\n".join([method, path, hashlib.sha256(body).hexdigest(), time]).encode()


def check(sign_key: str, text: bytes, signature: str) -> None:
    """Refuse a request that this device did not sign; key and signature are hex."""
    try:
        VerifyKey(bytes.fromhex(sign_key)).verify(text, bytes.fromhex(signature))
    except (BadSignatureError, ValueError) as error:
        raise Refusal(Problem.SIGNATURE) from error


def check_time(time: str, now: datetime) -> None:
    """Refuse an old or early signature; a laptop with a wrong clock is told the county's time, to
    sign anew.
    """
    county = int(now.timestamp())
    if not time.isdigit() or abs(int(time) - county) > TOLERANCE.total_seconds():
        raise Refusal(Problem.SIGNATURE, expected=county, detail="time")
