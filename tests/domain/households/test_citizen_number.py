"""The citizen number of GB 11643 is checked, read and never blamed without cause."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.households.citizen_number import (
    WARNINGS,
    NumberFault,
    born_on_of,
    check,
    normalised,
    sex_of,
)

STANDARD = "11010519491231002X"
"""The example of the standard itself: a woman born on 31 December 1949."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def completed(first17: str) -> str:
    """Put the check character on by the table of weights that the standard prints."""
    rest = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first17, strict=True)) % 11
    return first17 + "10X98765432"[rest]


def test_the_example_of_the_standard_is_good() -> None:
    assert check(STANDARD) == ()
    assert (sex_of(STANDARD), born_on_of(STANDARD)) == ("2", date(1949, 12, 31))


@given(
    st.sampled_from(["450326", "110105", "650101", "810000"]),
    st.dates(date(1900, 1, 1), date(2026, 11, 22)),
    st.integers(0, 999),
)
def test_every_well_formed_number_is_good_and_tells_sex_and_birthday(
    area: str, born: date, order: int
) -> None:
    number = completed(f"{area}{born:%Y%m%d}{order:03}")
    if number.endswith("000"):
        return
    assert check(number) == ()
    assert born_on_of(number) == born
    assert sex_of(number) == ("1" if order % 2 else "2")


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, added: int) -> None:
    digit = str((int(STANDARD[place]) + added) % 10)
    assert set(check(STANDARD[:place] + digit + STANDARD[place + 1 :])) - WARNINGS


@pytest.mark.parametrize(
    "written",
    [
        "１１０１０５１９４９１２３１００２Ｘ",
        "11010519491231002x",
        "'11010519491231002X",
        "\t11010519491231002X ",
        "110105 19491231 002X",
        "110105-19491231-002x",
        "11010519491231002×",
        "\u200b11010519491231002X\u202c",
    ],
)
def test_the_same_number_is_read_however_it_is_written(written: str) -> None:
    assert normalised(written) == STANDARD
    assert check(written) == ()


@pytest.mark.parametrize(
    "written",
    ["1.10105199003071E+17", "1.10105199003071e+17", "1.10105E+17", "110105199003071000"],
)
def test_a_number_that_excel_cut_is_said_to_have_lost_its_digits(written: str) -> None:
    assert check(written) == (NumberFault.LOST_DIGITS,)
    assert NumberFault.LOST_DIGITS == "citizen number lost its last digits in Excel"
    assert len(normalised(written)) == 18
    assert sex_of(written) == "0"


def test_a_good_number_that_ends_in_zeros_is_not_blamed() -> None:
    good = next(
        number
        for day in range(1, 32)
        for area in ("450326", "450327", "450328", "110105", "110106")
        if (number := completed(f"{area}199005{day:02}100")).endswith("000")
    )
    assert check(good) == ()


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("110105194912310021", NumberFault.CHECK_DIGIT),
        ("1101051949123100", NumberFault.LENGTH),
        ("1101051949123100211", NumberFault.LENGTH),
        ("", NumberFault.CHARACTERS),
        ("H12345678", NumberFault.CHARACTERS),
        ("110105194912X10021", NumberFault.CHARACTERS),
        (completed("11010519491332002"), NumberFault.DATE),
    ],
)
def test_each_fault_is_named(number: str, fault: NumberFault) -> None:
    assert check(number) == (fault,)
    assert fault not in WARNINGS


def test_an_unknown_area_is_only_a_warning() -> None:
    assert check(completed("99010519491231002")) == (NumberFault.AREA_UNKNOWN,)
    assert NumberFault.AREA_UNKNOWN in WARNINGS


def test_three_zeros_at_the_end_can_be_right() -> None:
    assert check("450326199312301000") == ()
    assert sex_of("450326199312301000") == "2"


def test_an_old_number_is_accepted_and_shown_as_old() -> None:
    assert check("110105491231002") == (NumberFault.OLD,)
    assert NumberFault.OLD in WARNINGS
    assert (sex_of("110105491231002"), born_on_of("110105491231002")) == ("2", date(1949, 12, 31))
