"""Rules of reports that were handed in: who signs, how they are numbered, what never changes. Pure.

The laptop and the county judge by the same rules. Fields are JSON values, as they travel.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Collection, Mapping
from enum import StrEnum
from itertools import chain, count
from typing import Any

import zstandard

from gridapp.contract.reports import ReportPeriod
from gridapp.contract.sync import Change, Op
from gridapp.domain.reports.periods import Period
from gridapp.domain.sync.merging import Stored, incoming

Fields = Mapping[str, Any]

OF_THE_SIGNER = frozenset({"number", "signed_by", "signed_at", "returned_for"})
"""What the second person sets; everything else is as it was handed in."""

LARGEST = 16 << 20
"""Bytes of a report that are unpacked; a county's report with 20,000 cases has a third of it."""

LARGEST_PACKED = 900_000
"""Characters of ``body``: with it a change stays below ``contract.sync.MAX_BODY_BYTES``."""

_LEVEL = 15


class SigningFault(StrEnum):
    """Why a report is not taken, or not changed."""

    SIGNED = "signing.signed"
    """Nothing of a signed report changes, nor is it deleted; another one replaces it."""
    RETURNED = "signing.returned"
    """It was sent back: another one is handed in."""
    HANDED_IN = "signing.handed_in"
    """What was handed in never changes, until somebody signs it or sends it back."""
    SAME_PERSON = "signing.same_person"
    """Who handed it in does not sign it, nor send it back."""
    OTHER_PERSON = "signing.other_person"
    """It is handed in and signed under one's own name."""
    NUMBER_MISSING = "signing.number_missing"
    REASON_MISSING = "signing.reason_missing"
    DAMAGED = "signing.damaged"
    """The body is not what its sha256 says, or no body at all."""
    TOO_LARGE = "signing.too_large"
    IN_FUTURE = "signing.in_future"
    """The period has not begun."""
    WAITING = "signing.waiting"
    """Another report of this unit and period waits for its signature."""


class BodyError(ValueError):
    """The body of a report cannot be trusted; ``code`` says why."""

    def __init__(self, code: SigningFault) -> None:
        super().__init__(code.value)
        self.code = code


def pack(text: bytes) -> tuple[str, str]:
    """A report's JSON as ``body`` and ``sha256``. Raises BodyError when it is too large."""
    body = b64encode(zstandard.ZstdCompressor(level=_LEVEL).compress(text)).decode()
    if len(text) > LARGEST or len(body) > LARGEST_PACKED:
        raise BodyError(SigningFault.TOO_LARGE)
    return body, hashlib.sha256(text).hexdigest()


def unpack(body: str, sha256: str) -> bytes:
    """The JSON, to the byte as it was packed. Raises BodyError when any of it has changed."""
    try:
        packed = b64decode(body, validate=True)
        known = 0 <= zstandard.frame_content_size(packed) <= LARGEST
        text = zstandard.ZstdDecompressor().decompress(packed) if known else b""
    except (ValueError, zstandard.ZstdError) as error:
        raise BodyError(SigningFault.DAMAGED) from error
    if hashlib.sha256(text).hexdigest() != sha256:
        raise BodyError(SigningFault.DAMAGED)
    return text


def creation_fault(fields: Fields, person: str) -> SigningFault | None:
    """What is wrong with a report that ``person`` hands in."""
    if any(fields.get(name) for name in OF_THE_SIGNER):
        return SigningFault.SAME_PERSON
    if person and fields.get("submitted_by") != person:
        return SigningFault.OTHER_PERSON
    try:
        unpack(str(fields.get("body", "")), str(fields.get("sha256", "")))
    except BodyError as error:
        return error.code
    return None


def change_fault(before: Fields, fields: Fields, person: str) -> SigningFault | None:
    """Why ``person`` may not set these fields of the report that stands; None when they may."""
    changed = {name for name, value in fields.items() if before.get(name) != value}
    if not changed:
        return None
    if before.get("signed_at"):
        return SigningFault.SIGNED
    if before.get("returned_for"):
        return SigningFault.RETURNED
    if changed - OF_THE_SIGNER:
        return SigningFault.HANDED_IN
    return _signer_fault(before, {**before, **fields}, person)


def _signer_fault(before: Fields, after: Fields, person: str) -> SigningFault | None:
    if before.get("submitted_by") in (person, after.get("signed_by")):
        return SigningFault.SAME_PERSON
    if after.get("signed_at"):
        if person and after.get("signed_by") != person:
            return SigningFault.OTHER_PERSON
        return None if after.get("number") else SigningFault.NUMBER_MISSING
    return None if str(after.get("returned_for", "")).strip() else SigningFault.REASON_MISSING


def deletion_fault(before: Fields, person: str) -> SigningFault | None:
    """Only who handed a report in takes it back, as long as nobody has signed it."""
    if before.get("signed_at"):
        return SigningFault.SIGNED
    mine = not person or before.get("submitted_by") == person
    return None if mine else SigningFault.OTHER_PERSON


def refusal(stored: Stored | None, change: Change, person: str) -> SigningFault | None:
    """Why the county does not take a change to a report, whatever the laptop of ``person`` knew."""
    if stored is not None and stored.erased:
        return None
    if stored is None or stored.deleted:
        brings = change.op == Op.CREATE
        return creation_fault(change.fields, person) if brings else None
    if change.op == Op.DELETE:
        return deletion_fault(stored.fields, person)
    return change_fault(stored.fields, incoming(change), person)


def number(period: Period, taken: Collection[str]) -> str:
    """``2026-47``, ``2026-M11``, ``2026-Q4``, ``2026``, ``20261102-20261120``.

    With ``-2`` and so on behind it, when signed reports of these days have taken the others.
    """
    year, issue = period.issue
    base = {
        ReportPeriod.WEEK: f"{year}-{issue:02}",
        ReportPeriod.MONTH: f"{year}-M{issue:02}",
        ReportPeriod.QUARTER: f"{year}-Q{issue}",
        ReportPeriod.YEAR: f"{year}",
    }.get(period.kind, f"{period.first:%Y%m%d}-{period.last:%Y%m%d}")
    issues = chain((base,), (f"{base}-{issue}" for issue in count(2)))
    return next(one for one in issues if one not in taken)
