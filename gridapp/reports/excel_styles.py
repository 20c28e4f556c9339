"""The cell formats of a workbook in the house style."""

import xlsxwriter
from xlsxwriter.format import Format

_FONT = "宋体"
_LINK = "#1F4E79"


class Styles:
    """The cell formats of a workbook.

    Text carries the quote prefix: it stays text if edited. ``_ `` keeps numbers off the border.
    """

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        text = {"font_name": _FONT, "font_size": 11, "valign": "vcenter", "quote_prefix": True}
        ruled = {**text, "border": 1}
        number = {"font_name": _FONT, "font_size": 11, "valign": "vcenter", "border": 1}
        bold = {"bold": True}
        self.title = book.add_format({**text, **bold, "font_size": 18, "align": "center"})
        self.subtitle = book.add_format({**text, "align": "center"})
        self.left = book.add_format(text)
        self.paragraph = book.add_format({**text, "text_wrap": True, "valign": "top"})
        self.caption = book.add_format({**text, **bold})
        self.heading = book.add_format(
            {**ruled, **bold, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}
        )
        self.name = self._pair(book, {**ruled, "indent": 1, "text_wrap": True})
        self.dash = self._pair(book, {**ruled, "align": "right", "num_format": "@_ "})
        self.count = self._pair(book, {**number, "num_format": "#,##0_ "})
        self.link = self._pair(book, {**number, "num_format": "#,##0_ ", "font_color": _LINK})
        self.share = self._pair(book, {**number, "num_format": "0.0%_ "})

    @staticmethod
    def _pair(book: xlsxwriter.Workbook, style: dict[str, object]) -> tuple[Format, Format]:
        """The format of a line and of the total."""
        return book.add_format(style), book.add_format({**style, "bold": True})
