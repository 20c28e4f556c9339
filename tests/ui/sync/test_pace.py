"""How long an exchange still takes is only said while the line is steady."""

from gridapp.ui.sync.pace import Pace


def fed(*seen: tuple[float, int]) -> Pace:
    pace = Pace()
    for moment, done in seen:
        pace.add(moment, done)
    return pace


def test_a_steady_line_says_how_long() -> None:
    pace = fed(*((float(second), second * 1000) for second in range(11)))
    assert pace.seconds_left(30_000) == 20


def test_nothing_is_said_in_the_first_seconds() -> None:
    assert fed((0, 0), (1, 1000), (2, 2000), (3, 3000)).seconds_left(30_000) is None


def test_nothing_is_said_when_the_line_comes_in_bursts() -> None:
    assert fed((0, 0), (2, 9000), (5, 9000), (8, 9100)).seconds_left(30_000) is None
    assert fed((0, 0), (2, 0), (5, 0), (8, 9000)).seconds_left(30_000) is None


def test_only_the_last_seconds_count() -> None:
    slow = [(float(second), second) for second in range(20)]
    fast = [(20.0 + second, 20 + second * 1000) for second in range(1, 21)]
    assert fed(*slow, *fast).seconds_left(30_020) == 10


def test_an_empty_beginning_says_nothing() -> None:
    assert Pace().seconds_left(1000) is None
