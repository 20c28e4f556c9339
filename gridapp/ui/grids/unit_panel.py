"""The right side: the chosen unit, its numbers and leader, what can be done, what is below it."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gridapp.contract.grids import Level
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act
from gridapp.ui.grids.board import Board
from gridapp.ui.grids.sizing import size_text, size_tone
from gridapp.ui.grids.unit_views import households_table, units_table
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.words import button, link, words
from gridapp.usecases.grids import grid_board
from gridapp.usecases.grids.grid_board import MicroGrid


class Form(StrEnum):
    """The forms about a unit that have a button of their own."""

    LEADERS = "leaders"
    DUTIES = "duties"
    FORMING = "forming"
    DEDICATED = "dedicated"
    REGROUP = "regroup"
    PAPERS = "papers"


OFFICES = {Level.VILLAGE, Level.TOWNSHIP, Level.COUNTY}
"""Where agents, mediators and case leaders have their duty."""

LED = {Level.VILLAGE, Level.LARGE, Level.MICRO, Level.DEDICATED, Level.TOWNSHIP}
GRIDDED = (Level.VILLAGE, Level.LARGE)
"""Above micro-grids, whose cards are shown."""


class UnitPanel(QWidget):
    """``unit_opened(id)``: another unit is wanted. ``form_asked(Form)``, ``act_asked(Act)``."""

    unit_opened = Signal(object)
    household_opened = Signal(object)
    form_asked = Signal(object)
    act_asked = Signal(object)
    import_asked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._line: UnitLine | None = None
        self.name, self.numbers = words("", "heading"), words("", "muted")
        self.leader, self.band, self.unassigned = Chip(), Chip(), Chip()
        self.leaders = self._button(Form.LEADERS, self.tr("Leaders"), "user-round")
        self.duties = self._button(Form.DUTIES, self.tr("Agents and mediators"), "users")
        self.form = self._button(Form.FORMING, self.tr("Form micro-grids"), primary=True)
        self.regroup = self._button(Form.REGROUP, self.tr("Regroup households"), "move")
        self.dedicated = self._button(Form.DEDICATED, self.tr("Add a dedicated grid"), "plus")
        self.papers = self._button(Form.PAPERS, self.tr("Board and roster"), "printer")
        self.more = FlowLayout(gap=14)
        self.units, self.board = units_table(), Board()
        self.households = households_table()
        self.start = button(self.tr("Import a roster"), self.import_asked.emit, icon="upload")
        self.nothing = Empty("layout-grid", "", "", self.start)
        self.views = OneOf()
        self._lay()
        self.units.activated_row.connect(lambda line: self.unit_opened.emit(line.id))
        self.board.opened.connect(self.unit_opened)
        self.households.activated_row.connect(lambda line: self.household_opened.emit(line.id))

    def show_unit(
        self,
        line: UnitLine,
        children: Sequence[UnitLine],
        acts: Sequence[Act],
        *,
        may_change: bool,
        past: bool,
    ) -> None:
        """Show a unit; ``children`` are the units right below it, ``acts`` what else may be done.

        ``past``: all this is of a day before today, of which households are counted only.
        """
        self._line = line
        self._show_head(line, children, past)
        self._show_buttons(line, may_change, past)
        self._offer(acts)
        if children and (past or line.level in (Level.COUNTY, Level.TOWNSHIP)):
            self.units.show_rows(children)
            self._show_view(self._units_card)
        elif line.level in (*GRIDDED, Level.MICRO) and not past:
            desk, unit_id = self._services.desk, line.id
            self._services.background.run(
                self, lambda: (unit_id, grid_board.micro_grids(desk, unit_id)), self._show_grids
            )
        else:
            self._say_nothing(line)

    def focus(self) -> None:
        """Stand in what is shown."""
        for part in (self.units, self.board, self.households):
            if part.isVisible():
                part.setFocus()

    def _lay(self) -> None:
        self._units_card, households = Card(flush=True), Card(flush=True)
        self._units_card.add(self.units)
        households.add(self.households)
        self._households_card = households
        for view in (self._units_card, self.board, self._households_card, self.nothing):
            self.views.add(view)
        head, actions = QWidget(), QWidget()
        title = FlowLayout(head, gap=12)
        title.addWidget(self.name)
        title.addWidget(self.numbers)
        row = FlowLayout(actions)
        for part in (self.leader, self.band, self.unassigned):
            row.addWidget(part)
        for made in (
            self.leaders,
            self.duties,
            self.papers,
            self.regroup,
            self.dedicated,
            self.form,
        ):
            row.addWidget(made)
        self._links = QWidget()
        self._links.setLayout(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(actions)
        column.addWidget(self._links)
        column.addWidget(self.views, 1)

    def _button(
        self, form: Form, text: str, icon: str = "", *, primary: bool = False
    ) -> QPushButton:
        return button(text, partial(self.form_asked.emit, form), icon=icon, primary=primary)

    def _show_buttons(self, line: UnitLine, may_change: bool, past: bool) -> None:
        is_village = line.level == Level.VILLAGE
        above_micro = line.level not in (Level.MICRO, Level.DEDICATED)
        self.leaders.setVisible(line.level in LED)
        self.duties.setVisible(line.level in OFFICES and not past)
        self.papers.setVisible(line.level in (*GRIDDED, Level.MICRO) and not past)
        self.form.setVisible(may_change and is_village and line.unassigned > 0)
        held = line.level in (*GRIDDED, Level.MICRO) and line.households > 0
        self.regroup.setVisible(may_change and held)
        self.dedicated.setVisible(may_change and above_micro)
        self.start.setVisible(may_change and is_village and not line.unassigned)

    def _offer(self, acts: Sequence[Act]) -> None:
        clear(self.more)
        for act in acts:
            self.more.addWidget(link(act.title, partial(self.act_asked.emit, act)))
        self._links.setVisible(bool(acts))

    def _show_head(self, line: UnitLine, children: Sequence[UnitLine], past: bool) -> None:
        self.name.setText(line.name)
        text = self.tr("{households} households, {people} people")
        only = self.tr("{households} households")
        parts = [
            (only if past else text).format(
                households=f"{line.households:,}", people=f"{line.members:,}"
            )
        ]
        if line.level == Level.DEDICATED:
            parts = [self.tr("Contact: {contact}").format(contact=line.contact or "—")]
        if children:
            parts.append(self.tr("{count} units below").format(count=f"{line.units - 1:,}"))
        self.numbers.setText(" · ".join([*parts, line.code] if line.code else parts))
        vacant = self.tr("Leader: vacant")
        known = self.tr("Leader: {name}").format(name=line.leader)
        tone = Tone.NEUTRAL if line.leader else Tone.RED
        self.leader.show_state(known if line.leader else vacant, tone)
        self.leader.setVisible(bool(line.leader) or line.level in (*GRIDDED, Level.MICRO))
        self.band.setVisible(line.level == Level.MICRO)
        self.band.show_state(size_text(line.households), size_tone(line.households))
        left = self.tr("{count} households in no micro-grid").format(count=line.unassigned)
        self.unassigned.show_state(left, Tone.AMBER)
        self.unassigned.setVisible(line.unassigned > 0)

    def _show_grids(self, answer: tuple[UUID, list[MicroGrid]]) -> None:
        unit_id, grids = answer
        line = self._line
        if line is None or line.id != unit_id:
            return
        if line.level == Level.MICRO:
            self.households.show_rows(grids[0].households if grids else ())
            self._show_view(self._households_card if line.households else self.nothing)
            if not line.households:
                self._say_nothing(line)
        elif grids:
            self.board.show_grids(grids)
            self._show_view(self.board)
        else:
            self._say_nothing(line)

    def _say_nothing(self, line: UnitLine) -> None:
        title, hint = self.tr("Nothing below this unit yet"), ""
        if line.level == Level.DEDICATED:
            title = self.tr("A dedicated grid holds no households")
        elif line.level == Level.VILLAGE and line.unassigned:
            title = self.tr("No micro-grids yet")
            hint = self.tr("Form them from the households of the village.")
        elif line.level == Level.VILLAGE:
            title = self.tr("No micro-grids yet")
            hint = self.tr("Import the village's roster; its micro-grids are formed on the way.")
        elif line.level == Level.LARGE:
            title = self.tr("No micro-grids in this large grid yet")
        elif line.level == Level.MICRO:
            title = self.tr("No households in this micro-grid")
        self.nothing.title.setText(title)
        self.nothing.hint.setText(hint)
        self.nothing.hint.setVisible(bool(hint))
        self._show_view(self.nothing)

    def _show_view(self, view: QWidget) -> None:
        self.views.show_part(view)
