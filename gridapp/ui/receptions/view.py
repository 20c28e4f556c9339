"""The receptions of a period: roster and log in one list, what may be done beside it."""

from datetime import date
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gridapp.store.disputes.disputes import DisputeLine
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.card import ActCard
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.receptions import acts
from gridapp.ui.receptions.card import ReceptionCard
from gridapp.ui.receptions.chooser import PeriodChooser
from gridapp.ui.receptions.look import Look, look
from gridapp.ui.receptions.matter import Matter
from gridapp.ui.receptions.roster_card import RosterCard
from gridapp.ui.receptions.roster_out import Listed, RosterOut
from gridapp.ui.receptions.twice import PlannedTwice
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.tab_order import follow
from gridapp.ui.widgets.views import Views
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Place
from gridapp.usecases.receptions import receptions


class ReceptionsView(QWidget):
    """``page`` asks the desk and says what was kept; this view shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, services = page, page.services
        self._desk = services.desk
        self.found = Look({}, (), receptions.turnout(()), ())
        self._wanted: UUID | None = None
        self.roster = RosterCard(services, lambda: self.chooser.unit_id() is None)
        self.table = self.roster.table
        self.card, self.form = ReceptionCard(services), ActCard(services, "")
        self.chooser = PeriodChooser(services.today(), services.desk.person.unit_id)
        self.out = RosterOut(page)
        self._lay()
        self.table.chosen_row.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _line: self.card.open_likely())
        self.chooser.changed.connect(self.refresh)
        for card in (self.card, self.form):
            card.done.connect(self._on_done)
            card.failed.connect(page.show_failure)
            card.laid.connect(self._set_tabs)
        self.form.form.left.connect(self._shut_form)
        self.card.matter_asked.connect(self.raise_matter)

    @cached_property
    def matter(self) -> Matter:
        """The form of a matter, made when it is first wanted: it is slow to make."""
        made = Matter(self._page)
        made.left.connect(self.show_list)
        self._views.add(made)
        return made

    def refresh(self) -> None:
        """Ask again."""
        desk, period, unit = self._desk, self.chooser.period, self.chooser.unit_id()
        self._page.ask(lambda: look(desk, period, unit), self._show)

    def focus(self) -> None:
        """Stand in the list."""
        if self._views.in_sight is self._list:
            self.table.setFocus()

    def show_list(self) -> None:
        """Back to the list."""
        self._views.show_view(self._list)
        self.refresh()
        self.table.setFocus()

    def open(self, reception: UUID, day: date) -> None:
        """Show the month of a reception, and choose it."""
        self._wanted = reception
        self._views.show_view(self._list)
        self.chooser.show_month(day)

    def arrange(self) -> None:
        """Ask for a reception that the roster did not foresee."""
        self._open(acts.arrange(*self._where(), self._page.services.today()))

    def plan_year(self) -> None:
        """Ask for the roster of a year."""
        self._open(acts.plan(*self._where(), self._page.services.today()))

    def remove_second(self) -> None:
        """Ask before the second of two plans is taken out."""
        self._open(acts.remove_second(self.found.second))

    def change(self) -> None:
        """Change the duty of the chosen reception."""
        act = self.card.acts.get("reception.change")
        if act is not None and self._views.in_sight is self._list:
            self.card.open_act(act)

    def raise_matter(self) -> None:
        """Open the form of a case for a matter that was raised at the chosen reception."""
        line, desk = self.table.chosen(), self._desk
        if line is not None and line.held_on is not None:
            self._page.ask(lambda: grids.places(desk), partial(self._open_matter, line))

    def print_(self) -> None:
        """Preview the list as it is printed."""
        self.out.print_(self._listed())

    def export(self) -> None:
        """Write the list as a workbook."""
        self.out.export(self._listed())

    def show_slides(self) -> None:
        """Show what is to come on the whole screen."""
        self.out.show_slides(self._listed())

    def _lay(self) -> None:
        self.head = PageHead(self.tr("Receptions by leaders"), "", self._buttons())
        self._views = Views()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._empty = Empty(
            "message-square",
            self.tr("No reception in this period"),
            self.tr("Plan a year, or add a single reception with Ctrl+N."),
            button(self.tr("Plan a year"), self.plan_year, primary=True),
        )
        self._columns = Columns(right_width=330, stack_below=900)
        self._columns.add_left(self.roster, 1)
        self._columns.add_right(self.card)
        self.form.hide()
        self.twice = PlannedTwice(self.remove_second)
        for part in (self.head, self.chooser, self.twice, self.form):
            column.addWidget(part)
        column.addWidget(self._columns, 1)
        column.addWidget(self._empty, 1)
        self._views.add(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)

    def _buttons(self) -> tuple[QPushButton, ...]:
        made = (
            button(self.tr("Slides"), self.show_slides, icon="eye"),
            button(self.tr("Print the roster"), self.print_, icon="printer"),
            button(self.tr("Export Excel"), self.export, icon="file-spreadsheet"),
            button(self.tr("Plan a year"), self.plan_year, icon="calendar"),
            button(self.tr("Add a reception"), self.arrange, icon="plus"),
        )
        for one, keys in zip(made, ("F5", "Ctrl+P", "Ctrl+E", "", "Ctrl+N"), strict=True):
            one.setToolTip(keys)
        return made

    def _show(self, found: Look) -> None:
        self.found = found
        self.chooser.show_units(found.units)
        self.roster.show_look(found, self._page.services.today())
        self._columns.setVisible(bool(found.lines))
        self._empty.setVisible(not found.lines)
        self.twice.show_count(len(found.second))
        if self._wanted is not None and (
            self.table.choose(self._wanted) or not self.chooser.show_all()
        ):
            self._wanted = None
        self._on_chosen(self.table.chosen())

    def _on_chosen(self, line: ReceptionLine | None) -> None:
        self.card.show_line(line, self._page.services.today())
        self.card.show_cases(())
        self._set_tabs()
        if line is not None and line.cases:
            desk = self._desk
            self._page.ask(
                lambda: receptions.cases(desk, [line.id]), partial(self._show_cases, line)
            )

    def _show_cases(self, line: ReceptionLine, cases: list[DisputeLine]) -> None:
        if line == self.table.chosen():
            self.card.show_cases(cases)
            self._set_tabs()

    def _set_tabs(self) -> None:
        follow([self.head, self.chooser, self.twice, self.form, self.roster, self.card])

    def _open(self, act: Act) -> None:
        self._views.show_view(self._list)
        self.form.show()
        self.form.open_act(act)

    def _where(self) -> tuple[dict[UUID, str], UUID]:
        own = self.chooser.unit_id() or self._desk.person.unit_id
        return self.found.units, own

    def _listed(self) -> Listed:
        unit, person = self.chooser.unit_id(), self._desk.person
        name = self.found.units.get(unit or person.unit_id, person.unit_name)
        return Listed(name, self.chooser.period.title, self.found.lines)

    def _on_done(self, act: Act, changed: Changed) -> None:
        tell_kept(self._page.services, self.tr("Recorded: {act}").format(act=act.title), changed)
        self._shut_form()

    def _shut_form(self) -> None:
        self.form.hide()
        self.table.setFocus()

    def _open_matter(self, line: ReceptionLine, places: list[Place]) -> None:
        self._views.show_view(self.matter)
        self.matter.open(line, places)
