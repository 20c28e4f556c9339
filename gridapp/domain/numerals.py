"""Numbers as addresses and group names write them: 12, １２, 十二. Pure."""

import re
import unicodedata

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100}
_PARTS = re.compile(r"(\d+|[零〇一二三四五六七八九十百两]+)")


def value(number: str) -> int:
    """``12`` and ``十二`` → 12, up to 999; other signs raise KeyError."""
    if number.isdigit() and number.isascii():
        return int(number)
    total, last = 0, 0
    for char in number:
        if char in _TENS:
            total += (last or 1) * _TENS[char]
            last = 0
        else:
            last = DIGITS[char]
    return total + last


def natural(text: str) -> tuple[str | int, ...]:
    """A key that sorts 2号 before 10号 and 二组 before 十组: text and numbers in turn."""
    parts = _PARTS.split(unicodedata.normalize("NFKC", text).replace(" ", ""))
    return tuple(value(part) if place % 2 else part for place, part in enumerate(parts))
