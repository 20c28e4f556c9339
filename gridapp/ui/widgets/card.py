"""A card: a surface with a title, a note at the right and a body."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gridapp.ui.widgets.words import words


class Card(QFrame):
    """Put content in with ``add`` or into ``body``. ``flush`` lets tables reach the edges."""

    def __init__(self, title: str = "", note: str = "", *, flush: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = words(title, "heading")
        self.note = words(note, "muted")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.note)
        for label in (self.title, self.note):
            if not label.text():  # to show one that has no parent yet would open a window
                label.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setSpacing(10)
        if flush:
            outer.setContentsMargins(1, 14 if title else 1, 1, 6)
            self.head.setContentsMargins(17, 0, 17, 0)
            self.body.setContentsMargins(3, 0, 3, 0)
        else:
            outer.setContentsMargins(18, 14, 18, 16)
        outer.addLayout(self.head)
        outer.addLayout(self.body, 1)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Add widgets or layouts to the body, top to bottom."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)

    def add_to_head(self, *parts: QWidget) -> None:
        """Add small things (a chip, a button) at the right of the title."""
        for part in parts:
            self.head.addWidget(part)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the note at the right."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
