"""The lines of a long ledger: their order is known, each is asked for when somebody looks."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gridapp.store.disputes.disputes import DisputeLine
from gridapp.ui.widgets.lazy_rows import LazyRows

PAGE = 100
"""So many lines are asked for at once; more than a tall window shows."""


class LazyLines(LazyRows[DisputeLine]):
    """Cases in the order of the ledger."""

    def __init__(self, ids: Sequence[UUID], lines: Sequence[DisputeLine] = ()) -> None:
        super().__init__(ids, blank, PAGE, lines)


def blank(id_: UUID) -> DisputeLine:
    """A line of which only the id is known."""
    return DisputeLine(id_, "", "", "", "", None, date.min, date.min, "", "", "")
