"""What the global search found, in words: its group, why it was found, the page that it opens."""

from PySide6.QtCore import QCoreApplication

from gridapp.store.search.search import Hit as Found
from gridapp.store.search.search import HitField, HitKind
from gridapp.ui.search_hits import Hit
from gridapp.usecases import searching
from gridapp.usecases.desk import Desk

translate = QCoreApplication.translate

_PAGES = {HitKind.DISPUTE: "disputes", HitKind.HOUSEHOLD: "households", HitKind.UNIT: "grids"}


def hits(desk: Desk, text: str) -> list[Hit]:
    """The hits for what was typed so far, group after group."""
    groups, fields = _groups(), _fields()
    return [
        Hit(
            title=one.title,
            detail=one.detail,
            page=_PAGES[one.kind],
            argument=one.id,
            group=groups[one.kind],
            why=_why(fields[one.field], one),
        )
        for one in searching.find(desk, text)
    ]


def _why(field: str, one: Found) -> str:
    return f"{field} {one.found}".strip()


def _groups() -> dict[HitKind, str]:
    return {
        HitKind.DISPUTE: translate("Desktop", "Disputes"),
        HitKind.HOUSEHOLD: translate("Desktop", "Households"),
        HitKind.UNIT: translate("Desktop", "Grids"),
    }


def _fields() -> dict[HitField, str]:
    return {
        HitField.NAME: translate("found", "name"),
        HitField.PHONE: translate("found", "phone"),
        HitField.CITIZEN_NUMBER: translate("found", "citizen number"),
        HitField.ADDRESS: translate("found", "address"),
        HitField.NUMBER: translate("found", "number"),
        HitField.TITLE: translate("found", "title"),
        HitField.PARTY: translate("found", "party"),
        HitField.UNIT: translate("found", "unit name"),
    }
