"""How long to wait after a wrong password: 1, 2, 4 … seconds, for each person. Pure."""

from uuid import UUID

LONGEST = 300.0
"""Seconds; a person who remembers after all must not be locked out for a day."""


class Patience:
    """Kept in memory: restarting the program costs a thief more than the wait does."""

    def __init__(self) -> None:
        self._failures: dict[UUID, int] = {}
        self._until: dict[UUID, float] = {}

    def failed(self, person: UUID, now: float) -> None:
        """Note a wrong password at ``now``, in seconds of any steady clock."""
        failures = self._failures.get(person, 0)
        self._failures[person] = failures + 1
        self._until[person] = now + min(LONGEST, 2.0 ** min(failures, 20))

    def left(self, person: UUID, now: float) -> float:
        """Seconds until the person may try again; 0.0 when they may now."""
        return max(0.0, self._until.get(person, 0.0) - now)
