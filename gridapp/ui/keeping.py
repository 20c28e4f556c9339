"""After something was kept: every screen hears of it, and the person may take it back."""

from functools import partial
from uuid import UUID

from gridapp.ui.page import Page
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed


def tell_kept(page: Page, text: str, changed: Changed) -> None:
    """Say ``text`` with a link that undoes it."""
    page.services.changes.tell(*changed.kinds)
    if changed.operation_id is not None:
        page.services.recorded(text, partial(_undo, page, changed.operation_id))


def _undo(page: Page, operation_id: UUID) -> None:
    desk = page.services.desk
    page.ask(
        lambda: undoing.undo(desk, operation_id),
        lambda changed: page.services.changes.tell(*changed.kinds),
    )
