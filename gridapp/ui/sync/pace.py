"""How fast an exchange goes, and how long it will take, when that can be said. Pure."""

from collections import deque

WINDOW = 20.0
"""Seconds looked back."""

ENOUGH = 6.0
"""Seconds of looking before anything is said."""

UNSTEADY = 2.0
"""How many times faster one half of the window may be than the other."""


class Pace:
    """Fed with (moment, bytes so far); poor lines come in bursts, then it says nothing."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def add(self, moment: float, done: int) -> None:
        """So many bytes were done at this moment (in seconds)."""
        self._seen.append((moment, done))
        while moment - self._seen[0][0] > WINDOW:
            self._seen.popleft()

    def seconds_left(self, total: int) -> int | None:
        """Until ``total`` bytes are done; None while the line is not steady."""
        if len(self._seen) < 4 or self._seen[-1][0] - self._seen[0][0] < ENOUGH:
            return None
        middle = (self._seen[0][0] + self._seen[-1][0]) / 2
        nearest = min(self._seen, key=lambda seen: abs(seen[0] - middle))
        early, late = _rate(self._seen[0], nearest), _rate(nearest, self._seen[-1])
        if min(early, late) <= 0 or max(early, late) > UNSTEADY * min(early, late):
            return None
        left = total - self._seen[-1][1]
        return round(left / _rate(self._seen[0], self._seen[-1]))


def _rate(first: tuple[float, int], last: tuple[float, int]) -> float:
    seconds = last[0] - first[0]
    return (last[1] - first[1]) / seconds if seconds > 0 else 0.0
