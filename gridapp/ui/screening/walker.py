"""Walking from door to door: marks, stepping back, remarks, the order of the walk."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShortcut

from gridapp.contract.screening import Outcome
from gridapp.domain.screening.walking import WalkBy
from gridapp.ui import messages
from gridapp.ui import words as names
from gridapp.ui.keeping import tell_kept, undo
from gridapp.ui.page import Page
from gridapp.ui.screening.marking import KEYS
from gridapp.ui.screening.round_view import RoundView
from gridapp.ui.screening.walking import Look, Mark, Row, Walk
from gridapp.ui.widgets.shortcuts import bind
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.screening import screening, walking
from gridapp.usecases.screening.screening import HouseholdCard


class Walker(QObject):
    """Marks show within a frame; they count, and are called recorded, once they are kept.

    ``further(unit_id)``: this micro-grid is finished, go on to that one. ``disputed(row)``: a
    dispute is told at this door.
    """

    further = Signal(object)
    disputed = Signal(object)

    def __init__(self, page: Page, view: RoundView) -> None:
        super().__init__(page)
        self._page, self._view = page, view
        self._services = page.services
        self._walk = Walk()
        self.look = Look((), (), None, None, ())
        view.list.chosen_row.connect(self._on_household)
        view.list.moved.connect(self._move)
        view.list.activated_row.connect(self.go_further)
        view.list.quiet.connect(partial(self.mark, Outcome.QUIET))
        view.marking.marked.connect(self.mark)
        view.marking.undo_asked.connect(self.step_back)
        view.marking.remarked.connect(self._keep_remark)
        view.marking.numbered.connect(self._go_to)
        view.marking.ordered.connect(self._order_by)
        view.marking.left.connect(view.list.setFocus)
        self._keys = [self._bind(key, act) for key, act in self._bindings()]

    def show(self, found: Look) -> None:
        """Show what is stored now; another walk starts at its first household to visit."""
        before, self.look = self.look, found
        same = before.round == found.round and before.unit_id == found.unit_id
        if not same:
            self._walk.forget_marks()
        self._walk.replace(found.lines)
        self._show_rows()
        if not same or self._view.list.chosen() is None:
            self.go_on(None)
        self._load_card()

    def listen(self, on: bool) -> None:
        """Whether the keys of the walk work; not while a form is open."""
        for shortcut in self._keys:
            shortcut.setEnabled(on)

    def mark(self, outcome: Outcome) -> None:
        """Set a mark at the household in sight and go on to the next."""
        row, walk_round = self._view.list.chosen(), self.look.round
        if row is None or walk_round is None:
            return
        if outcome == Outcome.DISPUTE:
            self.disputed.emit(row)
            return
        marking = self._view.marking
        desk, day, note = self._services.desk, marking.visited_on(), marking.take_remark()
        mark = self._walk.begin(row.id, outcome)
        self.go_on(row.id)
        self._page.ask(
            lambda: screening.record_visit(desk, walk_round.id, row.id, outcome, day, note),
            partial(self._kept, mark, row),
            partial(self._failed, mark, row),
        )

    def dispute_kept(self, row: Row, changed: Changed) -> None:
        """A dispute was registered at a door: its visit is a mark like the others."""
        self._kept(self._walk.begin(row.id, Outcome.DISPUTE), row, changed)
        self.go_on(row.id)

    def step_back(self) -> None:
        """Take the newest mark back and stand at its household again."""
        mark = self._walk.take_back()
        if mark is None:
            self._services.notify(self.tr("There is nothing to undo."))
            return
        self._show_rows()
        self._view.list.choose(mark.household_id)
        taken_back = self.tr("Taken back: {outcome}")
        self._services.done(taken_back.format(outcome=names.outcome(mark.outcome)))
        if mark.operation_id is not None:
            undo(self._services, mark.operation_id)

    def tell(self, changed: Changed) -> None:
        """Let every screen, this one too, ask again."""
        self._services.changes.tell(*changed.kinds)

    def go_on(self, after: UUID | None) -> None:
        """Stand at the next household without a mark; when there is none, stay."""
        self._show_rows()
        wanted = self._walk.next_unvisited(after) or after
        if wanted is None and self._walk.lines:
            wanted = self._walk.lines[0].household_id
        self._view.list.choose(wanted)
        self._view.list.setFocus()

    def go_further(self) -> None:
        """Go on to the next micro-grid; only once everyone here was called on."""
        far, further = self._walk.progress(), self.look.further
        if further is not None and far.done + far.absent == far.due:
            self.further.emit(further.unit_id)

    def _kept(self, mark: Mark, row: Row, changed: Changed) -> None:
        self._walk.kept(mark, changed.operation_id)
        self._show_rows()
        self.tell(changed)
        if mark.unwanted and changed.operation_id is not None:
            undo(self._services, changed.operation_id)
            return
        text = self.tr("{name} recorded: {outcome}")
        said = text.format(name=row.head, outcome=names.outcome(mark.outcome))
        self._services.recorded(said, self.step_back)

    def _failed(self, mark: Mark, row: Row, error: Exception) -> None:
        self._walk.failed(mark)
        self._show_rows()
        self._view.list.choose(row.id)
        if isinstance(error, RejectedError):
            self._services.notify(" ".join(map(messages.sentence, error.faults)))
        else:
            self._page.show_failure(error)

    def _keep_remark(self) -> None:
        """A household that has its mark gets it again with the remark: the latest counts."""
        row = self._view.list.chosen()
        if row is not None and row.outcome not in (None, Outcome.DISPUTE):
            self.mark(Outcome(str(row.outcome)))
        self._view.marking.leave_inputs()

    def _move(self, row: int, target: int) -> None:
        unit_id = self.look.unit_id
        ids = [line.household_id for line in self._walk.lines]
        ids.insert(target, ids.pop(row))
        desk = self._services.desk
        if unit_id is not None:
            self._page.ask(lambda: walking.reorder(desk, unit_id, ids), self.tell)

    def _order_by(self, by: WalkBy) -> None:
        """Put the households into another order, as one step that can be taken back."""
        desk, walk_round, unit_id = self._services.desk, self.look.round, self.look.unit_id
        if walk_round is not None and unit_id is not None:
            self._page.ask(
                lambda: walking.order_by(desk, walk_round.id, unit_id, by), self._ordered
            )

    def _ordered(self, changed: Changed) -> None:
        if changed.operation_id is None:
            self._services.notify(self.tr("The households stand in this order already."))
        else:
            tell_kept(self._services, self.tr("Walking order changed"), changed)

    def _go_to(self, place: int) -> None:
        """The household with this number on the walking list on paper."""
        self._view.list.choose_number(max(0, min(len(self._walk.lines), place) - 1))
        self._view.list.setFocus()

    def _step(self, by: int) -> None:
        self._view.list.choose_number(
            max(0, min(len(self._walk.lines) - 1, self._view.list.currentIndex().row() + by))
        )

    def _show_rows(self) -> None:
        self._view.list.show_rows(self._walk.rows(self._services.today()))
        far, walk_round = self._walk.progress(), self.look.round
        left = (walk_round.ends_on - self._services.today()).days if walk_round else 0
        running, over = self.tr("{days} days left"), self.tr("ended {days} days ago")
        note = (running if left >= 0 else over).format(days=abs(left)) if walk_round else ""
        further = self.look.further.name if self.look.further else ""
        self._view.show_progress(far, note, further)

    def _on_household(self, row: Row | None) -> None:
        self._view.panel.show_row(row, len(self._walk.lines))
        if row is not None and self._view.panel.household_id != row.id:
            self._load_card()

    def _load_card(self) -> None:
        row, desk = self._view.list.chosen(), self._services.desk
        if row is not None:
            self._page.ask(lambda: screening.card(desk, row.id), self._show_card)

    def _show_card(self, card: HouseholdCard | None) -> None:
        row = self._view.list.chosen()
        if card is None or (row is not None and row.id == card.household_id):
            self._view.panel.show_card(card, self._services.today())

    def _bindings(self) -> list[tuple[str, Callable[[], object]]]:
        marking = self._view.marking
        marks: list[tuple[str, Callable[[], object]]] = [
            (key, partial(self.mark, outcome)) for key, outcome in KEYS.items()
        ]
        return [
            *marks,
            ("Backspace", self.step_back),
            ("N", self.go_further),
            ("R", marking.edit_remark),
            ("D", marking.edit_date),
            ("G", marking.edit_number),
            ("O", marking.offer_orders),
            ("A", partial(marking.order, WalkBy.ADDRESS)),
            ("L", partial(marking.order, WalkBy.LAST_ROUND)),
            ("J", partial(self._step, 1)),
            ("K", partial(self._step, -1)),
        ]

    def _bind(self, key: str, act: Callable[[], object]) -> QShortcut:
        shortcut = bind(self._view, key, act)
        shortcut.setAutoRepeat(key in "JK")
        return shortcut
