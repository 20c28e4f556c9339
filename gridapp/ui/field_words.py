"""The words of a record's fields and values, for conflicts and for what was refused.

A kind, field or code that this program does not know is shown as it is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import CATEGORIES, RELATIONS, SCALE, SEX, SOURCES, category_name
from gridapp.contract.disputes import Conclusion, EventKind, Side, State
from gridapp.contract.grids import Identity
from gridapp.contract.households import Residence
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.ui import words
from gridapp.usecases.desk import CHINA

translate = QCoreApplication.translate
Words = dict[str, str]


def kind(name: str) -> str:
    """What sort of record it is."""
    known: Words = {
        "unit": translate("fields", "Grid unit"),
        "post": translate("fields", "Post"),
        "household": translate("fields", "Household"),
        "member": translate("fields", "Member"),
        "round": translate("fields", "Round"),
        "visit": translate("fields", "Visit"),
        "dispute": translate("fields", "Dispute"),
        "party": translate("fields", "Party"),
        "case_event": translate("fields", "Entry of the case"),
        "conflict": translate("fields", "Decision"),
    }
    return known.get(name, name)


def label(kind: str, field: str) -> str:
    """What the field is called."""
    own = {
        ("unit", "name"): translate("fields", "Name of the unit"),
        ("round", "name"): translate("fields", "Name of the round"),
        ("household", "number"): translate("fields", "Household number"),
        ("dispute", "number"): translate("fields", "Case number"),
        ("household", "unit_id"): translate("fields", "Micro-grid"),
        ("case_event", "kind"): translate("fields", "Step"),
    }
    known = _people() | _places() | _cases()
    return own.get((kind, field)) or known.get(field, field)


def value(kind: str, field: str, value: Any, names: Mapping[UUID, str]) -> str:
    """What a value means; ``names`` says it where the value is an id."""
    if value is None or value in ("", []):
        return translate("fields", "(empty)")
    if isinstance(value, UUID):
        return names.get(value) or translate("fields", "(not on this laptop)")
    if not isinstance(value, str):
        return _plain(field, value)
    known = choices(kind, field) or _more_codes().get(field, {})
    return known.get(value, value)


def _plain(field: str, value: Any) -> str:
    if isinstance(value, bool):
        return translate("fields", "Yes") if value else translate("fields", "No")
    if isinstance(value, datetime):
        return f"{value.astimezone(CHINA):%Y-%m-%d %H:%M}"
    if isinstance(value, int) and field.startswith("amount"):
        return f"¥{value / 100:,.2f}"
    return "、".join(str(part) for part in value) if isinstance(value, list) else str(value)


def choices(kind: str, field: str) -> Words:
    """The codes that a field may take, with their words; empty when it is no such field."""
    leaves = {code: category_name(code) for _, group in CATEGORIES.values() for code in group}
    known: dict[tuple[str, str], Words] = {
        ("member", "relation"): RELATIONS,
        ("member", "sex"): SEX,
        ("member", "residence"): {code: words.residence(code) for code in Residence},
        ("dispute", "category"): leaves,
        ("dispute", "scale"): SCALE,
        ("dispute", "source"): SOURCES,
        ("dispute", "conclusion"): {code: words.conclusion(code) for code in Conclusion},
        ("party", "side"): {code: words.side(code) for code in Side},
        ("post", "identity"): {code: words.identity(code) for code in Identity},
        ("round", "kind"): {code: words.round_kind(code) for code in RoundKind},
        ("case_event", "kind"): {code: words.event(code) for code in EventKind},
        ("case_event", "conclusion"): {code: words.conclusion(code) for code in Conclusion},
        ("visit", "outcome"): {code: words.outcome(code) for code in Outcome},
    }
    return known.get((kind, field), {})


def _more_codes() -> dict[str, Words]:
    """Codes that nobody chooses in a form of a single field."""
    return {"state": {code: words.state(code) for code in State}}


def _people() -> Words:
    return {
        "name": translate("fields", "Name"),
        "relation": translate("fields", "Relation"),
        "sex": translate("fields", "Sex"),
        "citizen_number": translate("fields", "Citizen number"),
        "born_on": translate("fields", "Born on"),
        "phone": translate("fields", "Phone"),
        "residence": translate("fields", "Residence"),
        "note": translate("fields", "Note"),
        "holder": translate("fields", "Holder"),
        "identity": translate("fields", "Identity"),
        "since": translate("fields", "Since"),
        "until": translate("fields", "Until"),
        "side": translate("fields", "Side"),
        "visitor": translate("fields", "Visitor"),
        "outcome": translate("fields", "What was found"),
        "visited_on": translate("fields", "Visited on"),
        "recorded_at": translate("fields", "Recorded at"),
        "actor": translate("fields", "Recorded by"),
        "place": translate("fields", "Place in order"),
    }


def _places() -> Words:
    return {
        "unit_id": translate("fields", "Unit"),
        "parent_id": translate("fields", "Belongs to"),
        "group_name": translate("fields", "Villagers' group"),
        "address": translate("fields", "Address"),
        "walk_order": translate("fields", "Walking order"),
        "contact": translate("fields", "Contact"),
        "code": translate("fields", "Area code"),
        "kind": translate("fields", "Kind"),
        "opened_by": translate("fields", "Opened by"),
        "starts_on": translate("fields", "First day"),
        "ends_on": translate("fields", "Last day"),
    }


def _cases() -> Words:
    return {
        "title": translate("fields", "Title"),
        "category": translate("fields", "Category"),
        "summary": translate("fields", "What happened"),
        "scale": translate("fields", "Scale"),
        "source": translate("fields", "Source"),
        "state": translate("fields", "State"),
        "conclusion": translate("fields", "How it ended"),
        "registered_on": translate("fields", "Registered on"),
        "concluded_on": translate("fields", "Concluded on"),
        "struck_off_on": translate("fields", "Struck off on"),
        "due_on": translate("fields", "Due on"),
        "registered_by": translate("fields", "Registered by"),
        "number": translate("fields", "Number"),
        "settled_at": translate("fields", "Decided at"),
        "settled_by": translate("fields", "Decided by"),
        "choice": translate("fields", "Decision"),
        "handler": translate("fields", "Handled by"),
        "level": translate("fields", "Level"),
        "leader": translate("fields", "Leader who took it on"),
        "sealed": translate("fields", "Sealed"),
        "handlers": translate("fields", "Who may see it"),
        "amount": translate("fields", "Amount"),
        "amount_claimed": translate("fields", "Amount claimed"),
        "amount_agreed": translate("fields", "Amount agreed"),
        "amount_paid": translate("fields", "Amount paid"),
        "owner": translate("fields", "Responsible"),
        "facts": translate("fields", "Facts"),
        "terms": translate("fields", "Terms"),
        "manner": translate("fields", "Manner"),
        "minutes": translate("fields", "Minutes"),
        "text": translate("fields", "Text"),
        "happened_on": translate("fields", "Happened on"),
    }
