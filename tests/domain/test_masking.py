"""Masked data shows what tells two people apart, and never the whole."""

import pytest

from gridapp.domain.masking import (
    mask_citizen_number,
    mask_citizen_numbers,
    mask_name,
    mask_phone,
    mask_phones,
    mask_text,
)


@pytest.mark.parametrize(
    ("whole", "masked"),
    [
        ("110105199003071234", "110***********1234"),
        ("11010519491231002X", "110***********002X"),
        ("110105491231002", "110********1002"),
        ("1101054912", "**********"),
        ("", ""),
    ],
)
def test_a_citizen_number_shows_three_and_four_places(whole: str, masked: str) -> None:
    assert mask_citizen_number(whole) == masked


@pytest.mark.parametrize(
    ("whole", "masked"),
    [
        ("13812345678", "138****5678"),
        ("13812345678、13912345678", "138****5678、139****5678"),
        ("8512", "**12"),
        ("无", "无"),
        ("", ""),
    ],
)
def test_each_phone_shows_three_and_four_digits(whole: str, masked: str) -> None:
    assert mask_phone(whole) == masked


def test_a_column_is_covered_as_each_of_its_values() -> None:
    alike = ["13812345678", "", "13912345678"]
    assert mask_phones(alike) == ["138****5678", "", "139****5678"]
    mixed = [*alike, "8512", "无", "张三1234567890"[:11]]
    assert mask_phones(mixed) == [mask_phone(one) for one in mixed]
    alike = ["11010519491231002X", "", "110105199003071234"]
    for column in (alike, [*alike, "110105491231002", "1101054912"]):
        assert mask_citizen_numbers(column) == [mask_citizen_number(one) for one in column]


@pytest.mark.parametrize(
    ("whole", "masked"), [("张三", "张*"), ("张三丰", "张*"), ("欧阳修", "欧*"), ("", "")]
)
def test_a_name_shows_its_first_character_only(whole: str, masked: str) -> None:
    assert mask_name(whole) == masked


def test_numbers_typed_into_a_text_are_covered_and_nothing_else() -> None:
    text = "电话13812345678、证件45032619740301123X，编号2026-017-0003，金额12345678901元。"
    covered = "电话138****5678、证件450***********123X，编号2026-017-0003，金额12345678901元。"
    assert mask_text(text) == covered
    assert mask_text(covered) == covered
