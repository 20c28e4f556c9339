"""What the tests of pages share: services of a real desk that note what a page says."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from gridapp.ui.services import Services
from gridapp.usecases.desk import Desk


@dataclass
class Said:
    """What a page told the frame."""

    went: list[tuple[str, object]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    undo: list[Callable[[], object]] = field(default_factory=list)


@pytest.fixture
def said() -> Said:
    return Said()


AtDesk = Callable[[Desk], Services]


@pytest.fixture
def at_desk(services: Services, said: Said) -> AtDesk:
    """Services of a desk that write down what the page says."""

    def make(desk: Desk) -> Services:
        def recorded(text: str, undo: Callable[[], object]) -> None:
            said.recorded.append(text)
            said.undo.append(undo)

        return replace(
            services,
            desk=desk,
            go=lambda key, argument=None: said.went.append((key, argument)),
            notify=said.notices.append,
            recorded=recorded,
        )

    return make
