"""A dispute told at a door: its form stands in place of the walk until it is kept or left."""

from functools import cached_property, partial

from PySide6.QtCore import QObject

from gridapp.ui.disputes.registering.form import DisputeForm, Opening
from gridapp.ui.page import Page
from gridapp.ui.screening.round_view import RoundView
from gridapp.ui.screening.walker import Walker
from gridapp.ui.screening.walking import Row
from gridapp.usecases.desk import Changed
from gridapp.usecases.screening import screening


class AtDoor(QObject):
    """Opens when the walker says so; what is kept goes back to the walk."""

    def __init__(self, page: Page, view: RoundView, walker: Walker) -> None:
        super().__init__(page)
        self._page, self._view, self._walker = page, view, walker
        self._row: Row | None = None
        walker.disputed.connect(self._open)

    @cached_property
    def form(self) -> DisputeForm:
        """The dispute form, made at the first dispute: it would double the time to open."""
        form = DisputeForm(self._page.services)
        form.submitted.connect(self._save)
        form.left.connect(self._close)
        self._view.hold(form)
        return form

    @property
    def is_open(self) -> bool:
        """Whether the form is in sight."""
        return self._row is not None

    def _open(self, row: Row) -> None:
        walk_round = self._walker.look.round
        self._row = row
        self._walker.listen(False)
        title = self.tr("Dispute at {name}, {address}")
        form = self.form
        self._view.form_card.set_title(title.format(name=row.head, address=row.address))
        self._view.show_form(True)
        draft = f"dispute.door.{walk_round.id if walk_round else ''}.{row.id}"
        form.open(Opening(draft, row.head, row.id))

    def _close(self) -> None:
        self._row = None
        self._view.show_form(False)
        self._walker.listen(True)
        self._view.list.setFocus()

    def _save(self) -> None:
        row, walk_round = self._row, self._walker.look.round
        if row is None or walk_round is None:
            return
        desk, day = self._page.services.desk, self._view.marking.visited_on()
        new = self.form.new_dispute(day)
        self.form.save.setEnabled(False)
        self._page.ask(
            lambda: screening.record_dispute(desk, walk_round.id, row.id, day, new),
            partial(self._kept, row),
            self.form.show_refusal,
        )

    def _kept(self, row: Row, changed: Changed) -> None:
        self.form.forget()
        self._close()
        self._walker.dispute_kept(row, changed)
