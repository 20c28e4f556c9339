"""When what was entered is not kept: its form says what is wrong with it."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from gridapp.ui.services import Services
from gridapp.usecases.desk import RejectedError


def show_refusal(
    services: Services, show_faults: Callable[[Sequence[StrEnum]], None], error: Exception
) -> None:
    """Faults of the input go to ``show_faults``; anything else is no fault of the person's."""
    if isinstance(error, RejectedError):
        show_faults(error.faults)
    else:
        services.show_failure(error)
