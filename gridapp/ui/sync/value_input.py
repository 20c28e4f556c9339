"""An input for one field of a record: of the kind that the field wants."""

from datetime import date
from types import UnionType
from typing import Any, get_args

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gridapp.contract.kinds import KINDS
from gridapp.ui import field_words
from gridapp.ui.widgets.dates import DayEdit

_LONG = {"note", "summary", "text", "facts", "terms", "manner", "minutes"}
"""Fields that take more than a line."""


def can_be_typed(kind: str, field: str) -> bool:
    """Whether a person can enter a value of this field: words, days, numbers, codes."""
    return _type_of(kind, field) in {str, int, bool, date}


class ValueInput:
    """``control`` is the widget; ``value()`` what is in it, as JSON."""

    def __init__(self, kind: str, field: str, value: Any, today: date) -> None:
        self._type, self._money = _type_of(kind, field), field.startswith("amount")
        codes: dict[Any, str] = dict(field_words.choices(kind, field))
        if self._type is bool:
            codes = {flag: field_words.value(kind, field, flag, {}) for flag in (True, False)}
        self.control: QWidget
        if codes:
            self.control = _combo(codes, value)
        elif self._type is date:
            self.control = DayEdit(_day(value) or today)
        elif field in _LONG:
            self.control = QPlainTextEdit(str(value or ""))
            self.control.setTabChangesFocus(True)
            self.control.setFixedHeight(72)
        else:
            self.control = QLineEdit(self._text(value))
        self._at_first = self.value()

    def is_changed(self) -> bool:
        """Whether the person entered something else; a day that was empty stays so else."""
        return bool(self.value() != self._at_first)

    def value(self) -> Any:
        """What is entered, as JSON; what cannot be read as a number stays as typed."""
        control = self.control
        if isinstance(control, QComboBox):
            return control.currentData()
        if isinstance(control, DayEdit):
            return control.day().isoformat()
        text = control.toPlainText() if isinstance(control, QPlainTextEdit) else ""
        text = control.text() if isinstance(control, QLineEdit) else text
        return self._number(text.strip()) if self._type is int else text.strip()

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        return f"{value / 100:.2f}" if self._money and isinstance(value, int) else str(value)

    def _number(self, text: str) -> Any:
        try:
            return round(float(text) * 100) if self._money else int(text)
        except ValueError:
            return text


def _combo(codes: dict[Any, str], value: Any) -> QComboBox:
    made = QComboBox()
    for code, name in codes.items():
        made.addItem(name, code)
    made.setCurrentIndex(max(0, made.findData(value)))
    return made


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _type_of(kind: str, field: str) -> Any:
    """The plain type of a field, whether it may be empty or not; None when it is unknown."""
    known = KINDS[kind].record.model_fields if kind in KINDS else {}
    annotation: Any = known[field].annotation if field in known else None
    if isinstance(annotation, UnionType):
        (annotation,) = (part for part in get_args(annotation) if part is not type(None))
    return annotation
