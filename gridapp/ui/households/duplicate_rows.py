"""Two people as rows, one a field: what each entry says, and whose value stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import SEX
from gridapp.domain.households.duplicates import Likeness
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column
from gridapp.usecases.households.duplicates import BothSides, Side

translate = QCoreApplication.translate

HOME = "home"
"""In which household they stay; it brings the relation along."""

LEFT, RIGHT = range(2)


@dataclass(frozen=True)
class FieldRow:
    """A field of both; ``chosen``: the side whose value stays."""

    key: int
    field: str
    label: str
    texts: tuple[str, str]
    same: bool
    chosen: int


def columns() -> tuple[Column[FieldRow], ...]:
    """The key, the field, and both entries."""
    titles = (translate("duplicates", "One entry"), translate("duplicates", "The other"))
    return (
        Column(translate("duplicates", "Key"), lambda row: "" if row.same else str(row.key), 48),
        Column(translate("duplicates", "Item"), lambda row: row.label, 92),
        *(
            Column[FieldRow](
                title,
                partial(_text_of, side=side),
                180,
                stretch=1,
                tone=partial(_tone_of, side=side),
            )
            for side, title in enumerate(titles)
        ),
    )


def rows_of(sides: BothSides, chosen: Mapping[str, int]) -> list[FieldRow]:
    """All fields in the order of their keys."""
    both = (sides.first, sides.second)
    labels = {
        HOME: translate("duplicates", "Stays in"),
        "name": translate("duplicates", "Full name"),
        "sex": translate("duplicates", "Sex"),
        "born_on": translate("duplicates", "Born"),
        "citizen_number": translate("duplicates", "Citizen number"),
        "phone": translate("duplicates", "Phone"),
        "residence": translate("duplicates", "Where"),
        "note": translate("duplicates", "Remark"),
    }
    rows = []
    for key, (field, label) in enumerate(labels.items(), 1):
        texts = (_shown(both[LEFT], field), _shown(both[RIGHT], field))
        same = field != HOME and field not in sides.differ
        if not same and texts[LEFT] == texts[RIGHT]:
            covered = translate("duplicates", "{text} (differs where it is covered)")
            texts = (covered.format(text=texts[LEFT]), covered.format(text=texts[RIGHT]))
        rows.append(FieldRow(key, field, label, texts, same, chosen.get(field, LEFT)))
    return rows


def why(likeness: Likeness) -> str:
    """What the two have in common, and how to choose."""
    common = {
        Likeness.NUMBER: translate("duplicates", "The same citizen number."),
        Likeness.NAME_AND_BIRTH: translate("duplicates", "The same name and birthday."),
        Likeness.SOUND: translate(
            "duplicates", "Names that sound alike, with the same birthday, phone or address."
        ),
    }[likeness]
    how = translate("duplicates", "The key of a line takes the value of the other side.")
    return f"{common} {how}"


def _text_of(row: FieldRow, side: int) -> str:
    return row.texts[side]


def _tone_of(row: FieldRow, side: int) -> Tone | None:
    return Tone.GREEN if not row.same and row.chosen == side and row.texts[side] else None


def _shown(side: Side, field: str) -> str:
    if field == HOME:
        return f"{side.home} · {names.relation(side.relation)}"
    value = side.values[field]
    if field == "sex":
        return SEX.get(value, value) if value != "0" else "—"
    if field == "residence":
        return names.residence(value)
    return str(value or "—")
