"""What the county refuses of a change to a case: what the laptop's rules refuse as well. Pure.

A change names the step by which it came (``last_step``). The county knows the case by its fields
alone; they tell enough of its steps for the same rules. A change of an older program names no
step; the merging holds its illegal transitions as conflicts.

Two things are left to the laptop. A day in the future is no reason here: the clock of a laptop may
be wrong, and for that nobody's dates are rewritten nor their work refused. And of a return's
working days the county allows what holidays may explain.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gridapp.contract.disputes import Conclusion, DisputeRecord, EventKind, State
from gridapp.contract.sync import Change, Op
from gridapp.domain.disputes.case_moves import moves, state_after
from gridapp.domain.disputes.dispute_faults import DisputeFault, figure_faults
from gridapp.domain.disputes.disputes import STEPS, legal_step
from gridapp.domain.disputes.step_faults import Taken, step_faults
from gridapp.domain.sync.merging import Mark, Stored, others_since, own_and_unseen
from gridapp.domain.workdays import Calendar

Faults = list[DisputeFault]
Fields = Mapping[str, Any]

FOR_LIFE = ("number", "registered_on", "registered_by", "first_receiver")
"""Set once, when the case was registered."""

HOLIDAYS = timedelta(days=14)
"""No holiday with its make-up days puts off five working days by more."""

OF_THE_STEP_ITSELF = {
    DisputeFault.SAME_PERSON,
    DisputeFault.CONCLUSION_MISSING,
    DisputeFault.RATING_MISSING,
    DisputeFault.SUITABILITY_MISSING,
    DisputeFault.UNIT_MISSING,
    DisputeFault.HANDLERS_MISSING,
}
"""The other faults depend on how the case stood. Of somebody who did not know how it stands now,
or who knows more than a county that was put back, both stories are kept, and a contested state
becomes a conflict.
"""

OF_UNNAMED_STEPS = {DisputeFault.SAME_PERSON, DisputeFault.EXTENSION_TOO_LONG}


def refusal(
    stored: Stored | None, change: Change, person: str, writer: int, known: frozenset[Mark]
) -> DisputeFault | None:
    """Why a change to a case is not taken; None when no rule speaks against it.

    ``person`` works on the laptop with the number ``writer``; ``known``: as in ``merge``.
    """
    if change.op == Op.CREATE and change.kind == "case_event":
        return _first(_entry_faults(change.fields))
    if change.kind != "dispute" or change.op not in {Op.CREATE, Op.UPDATE}:
        return None
    if change.op == Op.CREATE:
        brings = stored is None or stored.deleted
        return _first(_creation_faults(_case(change, change.fields))) if brings else None
    if stored is None or stored.erased or _takes_back(stored, change, writer):
        return None
    if any(_rewrites(stored.fields, change.fields, name) for name in FOR_LIFE):
        return DisputeFault.FOR_LIFE
    moved = {stored.marks.get(name) for name in ("state", "last_step")}
    unseen = moved & (others_since(stored.marks, change.base_revision, writer) - known)
    seen = not unseen and change.base_revision <= stored.revision
    return _first(_step_faults(stored.fields, change, person, seen=seen))


def _takes_back(stored: Stored, change: Change, writer: int) -> bool:
    """Whether a laptop undoes its last step: the state goes back, or the same fields are set."""
    if not own_and_unseen(stored, change, writer):
        return False
    if "state" in change.fields:
        return legal_step(str(change.fields["state"]), str(stored.fields.get("state")))
    case, last = _case(change, stored.fields), _step(stored.fields, "")
    if case is None or last is None or change.fields["last_step"] == EventKind.EXTENDED:
        return False  # what stood before an extension was the request for it
    return set(change.fields) == set(moves(case, last, last.happened_on))


def _first(faults: Faults) -> DisputeFault | None:
    return faults[0] if faults else None


def _rewrites(standing: Fields, fields: Fields, name: str) -> bool:
    before = standing.get(name)
    return name in fields and bool(before) and fields[name] != before


def _case(change: Change, fields: Fields) -> DisputeRecord | None:
    """The case with these fields; None when they make none that this program can read."""
    try:
        return DisputeRecord.model_validate({**fields, "id": change.record_id})
    except ValueError:
        return None


def _creation_faults(case: DisputeRecord | None) -> Faults:
    """An old case may come with its whole history; what is closed then says how it ended."""
    if case is None:
        return []
    closed = case.state in {State.CONCLUDED, State.STRUCK_OFF}
    ended = case.conclusion is not None and case.concluded_on is not None
    return [
        *([DisputeFault.CONCLUSION_MISSING] if closed and not ended else []),
        *figure_faults(case),
    ]


def _entry_faults(fields: Fields) -> Faults:
    """An entry of the timeline says what was done: a conclusion which one, a diversion where to."""
    kind = fields.get("kind")
    if kind not in STEPS:
        return []
    unfinished = kind == EventKind.CONCLUDED and not fields.get("conclusion")
    nowhere = kind == EventKind.DIVERTED and not (fields.get("data") or {}).get("channel")
    return [
        *([] if str(fields.get("text", "")).strip() else [DisputeFault.TEXT_MISSING]),
        *([DisputeFault.CONCLUSION_MISSING] if unfinished else []),
        *([DisputeFault.CHANNEL_MISSING] if nowhere else []),
    ]


def _step_faults(standing: Fields, change: Change, person: str, *, seen: bool) -> Faults:
    case = _case(change, {**standing, "unit_id": str(change.unit)})
    step = _step(change.fields, person)
    if case is None or step is None:
        return []
    found = step_faults(case, step, Calendar({}), date.max)
    if found == [DisputeFault.OBJECTION_LATE] and not _late_in_any_year(case, step):
        found = []
    if not _leads_there(case, step, change.fields):
        found.append(DisputeFault.STEP_NOT_ALLOWED)
    if change.fields.get("last_step") not in STEPS:
        return [fault for fault in found if fault in OF_UNNAMED_STEPS]
    if not seen:
        return [fault for fault in found if fault in OF_THE_STEP_ITSELF]
    return found


def _late_in_any_year(case: DisputeRecord, step: Taken) -> bool:
    earlier = replace(step, happened_on=step.happened_on - HOLIDAYS)
    return DisputeFault.OBJECTION_LATE in step_faults(case, earlier, Calendar({}), date.max)


def _step(fields: Fields, person: str) -> Taken | None:
    """The step that a change says it is; None for one of a newer program, and for no step.

    A strike-off and an extension show without a name.
    """
    kind, day = fields.get("last_step"), fields.get("last_step_on")
    if kind not in STEPS and fields.get("state") == State.STRUCK_OFF:
        kind, day = EventKind.STRUCK_OFF, fields.get("struck_off_on")
    elif kind not in STEPS and fields.get("extended_to"):
        kind, day = EventKind.EXTENDED, date.max.isoformat()
    if kind not in STEPS:
        return None
    told = {ours: fields[theirs] for ours, theirs in _DATA.items() if theirs in fields}
    told["upheld"] = fields.get("state") == State.ANSWERED
    told["channel"] = "—"  # the entry of the timeline names it
    conclusion = fields.get("conclusion")
    try:
        on = date.fromisoformat(str(day))
        ended = Conclusion(conclusion) if conclusion is not None else None
    except ValueError:
        return None
    return Taken(EventKind(str(kind)), person, "—", on, ended, told)


_DATA = {
    "until": "extended_to",
    "unit": "handling_unit_id",
    "level": "level",
    "rating": "rating",
    "suitability": "suitability",
    "handlers": "handlers",
}
"""What the data of a step says, by the field of the case that it sets."""


def _leads_there(case: DisputeRecord, step: Taken, fields: Fields) -> bool:
    """Whether the state that the change sets is the one to which its step leads."""
    return bool(fields.get("state", case.state) == (state_after(case, step) or case.state))
