"""A part of the report on screen: its words, its table, and what somebody writes under it."""

from functools import cached_property

from PySide6.QtCore import Signal

from gridapp.reports.periodic.model import Part
from gridapp.reports.periodic.sections import Section
from gridapp.reports.tables import Table
from gridapp.ui.reports.paper import Opens, PaperTable
from gridapp.ui.reports.paragraphs import Paragraph
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.words import link, words

_OVERDUE = -2
"""The column of table 1 that is bad news."""


class SectionCard(Card):
    """``opened(part, row, column)``: a cell of the table. ``written(part, text)`` by the person;
    of the overview it is the paragraph itself.
    """

    opened = Signal(str, int, int)
    written = Signal(str, str)

    def __init__(self, part: Part, *, editable: bool) -> None:
        super().__init__(part.value, flush=True)
        self.part, self._editable = part, editable
        self.table: PaperTable | None = None
        self.told = words("", wrap=True)
        self.below = words("", "muted", wrap=True)
        self.text = words("", wrap=True)
        self.more = link(self.tr("Add some words"), self.write)
        self.add_to_head(self.more)
        self.body.setContentsMargins(17, 0, 17, 8)
        self.add(self.told, self.below, self.text)
        for one in (self.told, self.below, self.text, self.more):
            one.hide()

    @cached_property
    def editor(self) -> Paragraph:
        """Where the person writes, made when it is first wanted; the overview's stands on top."""
        made = Paragraph(self.title.text(), self.tr("Write here"))
        made.hide()
        self.body.insertWidget(0 if self.part == Part.OVERVIEW else self.body.count(), made)
        made.textChanged.connect(self._on_written)
        return made

    def show_section(self, section: Section, opens: Opens) -> None:
        """Show a part; the cursor in its text stays."""
        self.set_title(section.heading)
        told = "\n".join(section.paragraphs)
        written = told if self.part == Part.OVERVIEW else section.text
        always = self.part in (Part.OVERVIEW, Part.NEXT)
        edits = self._editable and (always or bool(written) or "editor" in vars(self))
        if edits:
            self.editor.show_text(written)
            self.editor.setVisible(always or bool(written) or self.editor.hasFocus())
        self.more.setVisible(self._editable and not (edits and not self.editor.isHidden()))
        for label, said in (
            (self.told, "" if edits and always else told),
            (self.below, "\n".join(section.below)),
            (self.text, "" if self._editable else section.text),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self._show_table(section.table, opens)

    def write(self) -> None:
        """Begin to write under this part."""
        self.more.hide()
        self.editor.show()
        self.editor.setFocus()

    def _show_table(self, table: Table | None, opens: Opens) -> None:
        if self.table is not None and (table is None or not self.table.fits(table)):
            self.body.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        if table is None:
            return
        if self.table is None:
            warn = len(table.wide) + _OVERDUE if self.part == Part.FLOW else None
            self.table = PaperTable(table, warn)
            self.table.opened.connect(lambda row, column: self.opened.emit(self.part, row, column))
            self.body.insertWidget(self.body.indexOf(self.below), self.table)
        self.table.show_paper(table, opens)

    def _on_written(self) -> None:
        self.written.emit(self.part, self.editor.toPlainText())
