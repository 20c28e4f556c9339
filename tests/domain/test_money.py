"""Money as people write it, and as it is kept."""

import pytest

from gridapp.domain.money import fen, yuan


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("600", 60_000),
        ("1,200.50", 120_050),
        ("0.5", 50),
        ("¥600元", 60_000),
        ("１５００", 150_000),
        ("1.5万", 1_500_000),
        ("3265.7万元", 3_265_700_000),
    ],
)
def test_a_sum_is_kept_in_fen(text: str, kept: int) -> None:
    assert fen(text) == kept


@pytest.mark.parametrize("text", ["", "六百", "6.005", "-5", "5斤"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        fen(text)


@pytest.mark.parametrize("kept", [0, 5, 100, 91_973_000, 3_265_700_000])
def test_a_sum_that_was_shown_is_read_again_as_it_is(kept: int) -> None:
    assert fen(yuan(kept)) == kept


def test_a_sum_is_shown_with_thousands() -> None:
    assert (yuan(91_973_000), yuan(50), yuan(-60_000)) == ("¥919,730", "¥0.50", "-¥600")
