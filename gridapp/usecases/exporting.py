"""The one door out: what leaves the laptop as a file or on paper is allowed, marked, written down.

Numbers and names of people are covered unless a reason is given; then each page says so.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.people import Role
from gridapp.reports.documents.making import Stamp
from gridapp.store import audit, meta
from gridapp.usecases.desk import CHINA, Desk, RejectedError

FULL_ROLES = frozenset({Role.VILLAGE, Role.TOWNSHIP, Role.COUNTY})
"""Who may have numbers of people in full; a micro-grid leader has no need to."""

Way = Literal["export", "print", "keep"]


class ExportFault(StrEnum):
    """Why something does not leave the laptop."""

    NOT_ALLOWED = "export.not_allowed"
    REASON_MISSING = "export.reason_missing"
    NO_TEMPLATE = "export.no_template"
    """In this form a ledger needs a template of the county's own that can be used."""
    TOO_MANY = "export.too_many"
    """More rows than a sheet, or a reader of paper, can take."""


class ExportError(Exception):
    """It cannot leave, whatever the person enters."""

    def __init__(self, code: ExportFault) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True)
class Export:
    """What leaves: its kind, how many rows, of which unit, in which form (``.xlsx``, ``paper``).
    ``detail`` names what else the audit should know: ids and codes, never values.
    """

    kind: str
    count: int
    unit_id: UUID
    form: str
    sealed: bool = False
    detail: dict[str, str] = field(default_factory=dict)


def may_show_whole(desk: Desk) -> bool:
    """Whether this person may have numbers of people in full, for a reason."""
    return desk.person.role in FULL_ROLES


def permit(
    desk: Desk, session: Session, what: Export, purpose: str | None = None, way: Way = "export"
) -> Stamp:
    """Write down that this leaves, and by whom, before it does; the stamp marks its pages.

    ``purpose`` is why it stands in full, None when it is covered. Raises ExportError, and
    RejectedError for a purpose that says nothing.
    """
    whole = purpose is not None
    if whole and not may_show_whole(desk):
        raise ExportError(ExportFault.NOT_ALLOWED)
    if purpose is not None and not purpose.strip():
        raise RejectedError([ExportFault.REASON_MISSING])
    stamp = _stamp(desk, session, what, (purpose or "").strip())
    detail: dict[str, object] = {
        "kind": what.kind,
        "count": what.count,
        "unit": str(what.unit_id),
        "form": what.form,
        "full": whole,
        **what.detail,
    }
    if whole:
        detail |= {"reason": stamp.purpose, "export": stamp.export}
    audit.note(session, desk.now(), desk.person.name, way, detail)
    return stamp


def permit_covered(desk: Desk, kind: str, count: int, form: str, way: Way) -> None:
    """``permit`` for a covered list of the person's unit, in a session of its own."""
    with desk.store.session() as session:
        permit(desk, session, Export(kind, count, desk.person.unit_id, form), way=way)


def _stamp(desk: Desk, session: Session, what: Export, purpose: str) -> Stamp:
    return Stamp(
        who=desk.person.name,
        unit=desk.person.unit_name,
        device=f"{meta.get(session, 'device_number', 0):03d}",
        at=desk.now().astimezone(CHINA),
        purpose=purpose,
        export=desk.new_id().hex[-12:] if purpose else "",
        sealed=what.sealed,
        demo=desk.person.demo,
    )
