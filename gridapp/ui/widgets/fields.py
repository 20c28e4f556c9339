"""A form field: its label, the input, and what is wrong with it below it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gridapp.ui.widgets.words import set_property, words


class Field(QWidget):
    """Wraps any input. The error stands at the field, in words, not only in red."""

    def __init__(self, label: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self.label: QLabel = words(label, "muted")
        self.label.setBuddy(control)
        self.error = words("", "error", wrap=True)
        self.error.hide()
        self.hint = words(hint, "muted", wrap=True)
        if not hint:
            self.hint.hide()
        control.setProperty("wrong", False)  # so that clearing it at first dresses nothing again
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self.setFocusProxy(control)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for part in (self.label, control, self.error, self.hint):
            self.column.addWidget(part)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence clears it."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self.hint.text())
        set_property(self.control, "wrong", bool(sentence))


def show_errors(fields: dict[str, Field], sentences: dict[str, str]) -> bool:
    """Show all faults of a form at once, by field name; True when there is none.

    The focus goes to the first field at fault.
    """
    at_fault = [field for name, field in fields.items() if sentences.get(name)]
    for name, field in fields.items():
        field.show_error(sentences.get(name, ""))
    if at_fault:
        at_fault[0].control.setFocus()
    return not at_fault
