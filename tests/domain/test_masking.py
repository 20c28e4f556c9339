"""Masked data shows what tells two people apart, and never the whole."""

import pytest

from gridapp.domain.masking import mask_citizen_number, mask_name, mask_phone


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


@pytest.mark.parametrize(
    ("whole", "masked"), [("张三", "张*"), ("张三丰", "张*"), ("欧阳修", "欧*"), ("", "")]
)
def test_a_name_shows_its_first_character_only(whole: str, masked: str) -> None:
    assert mask_name(whole) == masked
