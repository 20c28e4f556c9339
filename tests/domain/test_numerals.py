"""Numbers in addresses sort as numbers, however they are written."""

import pytest

from gridapp.domain.numerals import natural, value


@pytest.mark.parametrize(
    ("written", "number"), [("12", 12), ("十二", 12), ("二十", 20), ("一百零五", 105), ("〇", 0)]
)
def test_a_number_means_the_same_in_signs_and_in_digits(written: str, number: int) -> None:
    assert value(written) == number


def test_houses_follow_their_numbers_and_text_and_numbers_never_clash() -> None:
    houses = ["坪岭十组1号", "坪岭二组10号", "坪岭2组 ９号", "3号", "坪岭", "坪岭2组9号附1"]
    assert sorted(houses, key=natural) == [
        "3号",
        "坪岭",
        "坪岭2组 ９号",
        "坪岭2组9号附1",
        "坪岭二组10号",
        "坪岭十组1号",
    ]
