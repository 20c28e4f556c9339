"""What this laptop remembers of the county's clock beside its own."""

from datetime import datetime
from typing import Any

from sqlmodel import Session

from gridapp.domain.sync.timekeeping import Compared
from gridapp.store import meta

_CLOCKS = "clocks"


def known(session: Session) -> Compared | None:
    """The two clocks when the county was last heard; None before."""
    kept = meta.get(session, _CLOCKS)
    return None if kept is None else Compared(*map(datetime.fromisoformat, kept))


def facts(found: Compared | None) -> dict[str, Any]:
    """What is to be kept of it; nothing when the county gave no time."""
    return {} if found is None else {_CLOCKS: [moment.isoformat() for moment in found]}
