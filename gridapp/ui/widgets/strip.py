"""Notices that slide in under the top bar and never take the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.words import link, set_property, words


class Strip(QFrame):
    """Floats over its parent: the page below does not move while somebody types."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action: Callable[[], object] | None = None
        self._text = words("")
        self._link = link("", self._act)
        self._link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._link)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(120)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def say(
        self,
        text: str,
        tone: Tone = Tone.GREEN,
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
        seconds: float = 5,
    ) -> None:
        """Show a sentence for some seconds, with one thing to do such as undo."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action = act
        self._link.setText(action)
        self._link.setAccessibleName(action)
        self._link.setVisible(act is not None)
        set_property(self, "notice", str(tone))
        self._timer.start(int(seconds * 1000))
        self.place(slide=not self.isVisible())
        self.show()
        self.raise_()

    def place(self, top: int = 0, *, slide: bool = False) -> None:
        """Stand in the middle at ``top`` px of the parent."""
        width = min(self.sizeHint().width(), self._room.width() - 2 * current().px(16))
        self.resize(width, self.sizeHint().height())
        end = QPoint((self._room.width() - width) // 2, top)
        self._slide.stop()
        if slide:
            self._slide.setStartValue(end - QPoint(0, self.height()))
            self._slide.setEndValue(end)
            self._slide.start()
        else:
            self.move(end)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
