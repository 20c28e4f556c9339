"""Addresses in a narrow list: only the part in which the households of a micro-grid differ."""

import re
from collections.abc import Sequence
from itertools import takewhile

_NUMERAL = re.compile("[0-9０-９〇一二三四五六七八九十百零]")


def without_shared_start(addresses: Sequence[str]) -> list[str]:
    """Drop what all begin with, up to the first numeral: a number is never cut in two.

    Where nothing would be left of one of them, all stay whole.
    """
    same = takewhile(lambda signs: len(set(signs)) == 1, zip(*addresses, strict=False))
    shared = _NUMERAL.split("".join(signs[0] for signs in same), maxsplit=1)[0]
    short = [address[len(shared) :] for address in addresses]
    return short if all(short) else list(addresses)
