"""A thin bar with a text above it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.words import words


class Bar(QWidget):
    """A bar filled from 0.0 to 1.0 in a tone."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._tone = 0.0, Tone.ACCENT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: Tone = Tone.ACCENT) -> None:
        """Fill to another share."""
        self._share, self._tone = max(0.0, min(1.0, share)), tone
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, current().px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, current().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_by = min(4.0, whole.height() / 2)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(whole, round_by, round_by)
        painter.setClipRect(QRectF(0, 0, whole.width() * self._share, whole.height()))
        painter.setBrush(QColor(colors.ink(self._tone)))
        painter.drawRoundedRect(whole, round_by, round_by)
        painter.end()


class ProgressLine(QWidget):
    """Words at the left, a note at the right, the bar below. ``name`` is for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.text, self.note, self.bar = words(""), words("", "muted"), Bar()
        self.bar.setAccessibleName(name)
        head = QHBoxLayout()
        head.addWidget(self.text)
        head.addStretch(1)
        head.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.bar)

    def show_count(
        self, done: int, total: int, text: str, note: str = "", tone: Tone = Tone.ACCENT
    ) -> None:
        """Show ``done`` of ``total`` with the sentence for it."""
        self.text.setText(text)
        self.note.setText(note)
        self.bar.show_share(done / total if total else 0.0, tone)
        self.setAccessibleDescription(text)
