"""After something was kept: every screen hears of it, and the person may take it back."""

from functools import partial
from uuid import UUID

from gridapp.ui.services import Services
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed


def tell_kept(services: Services, text: str, changed: Changed) -> None:
    """Say ``text`` with a link that undoes it."""
    services.changes.tell(*changed.kinds)
    if changed.operation_id is not None:
        services.recorded(text, partial(undo, services, changed.operation_id))


def undo(services: Services, operation_id: UUID) -> None:
    """Take it back; every screen hears of that too, also when the page that kept it is gone."""
    desk = services.desk
    services.background.run(
        services.changes,
        lambda: undoing.undo(desk, operation_id),
        lambda changed: services.changes.tell(*changed.kinds),
        services.show_failure,
    )
