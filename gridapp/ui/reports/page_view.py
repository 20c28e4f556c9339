"""The base of the views of the reports page: each is made when it is first wanted."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.page import Page


class PageView(QWidget):
    """Put parts into ``self.column``; ``page`` asks the desk and tells what happened."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.column = QVBoxLayout(self)
        self.column.setSpacing(16)
        self.column.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Ask again and show the answer."""

    def focus(self) -> None:
        """Stand in what is shown."""

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of this view, each with what it does."""
        return ()
