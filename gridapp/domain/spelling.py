"""How a name may be typed in Latin letters: by syllables or their initials, in every reading.

Characters are read by a function from a character to its readings, the usual one first; family
names by a table, since 单 曾 仇 翟 解 查 区 朴 盖 are read otherwise in a name.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import islice, product
from unicodedata import normalize

Readings = Callable[[str], tuple[str, ...]]
Surnames = Mapping[str, tuple[str, ...]]

MOST = 12
"""Ways to read one name that are kept; more are of names that nobody bears."""

LONGEST = 24
"""Letters of a spelling that are kept."""


def plain(text: str) -> str:
    """As it is compared: wide letters and characters made for other code pages in their usual
    form, in small letters; ``ü`` is ``v``.
    """
    return normalize("NFKC", text).lower().replace("ü", "v")


def in_name(name: str, readings: Readings, surnames: Surnames) -> list[tuple[str, ...]]:
    """The ways to read a name, a syllable for each character, the right one first."""
    known = [(one, found) for one in name if (found := readings(one))]
    ways = [_spelt(found) for _, found in known]
    for length in (2, 1):
        family = surnames.get("".join(one for one, _ in known[:length]), ())
        if len(family) == length:
            ways[:length] = [
                tuple(dict.fromkeys([*_spelt((first,)), *others]))
                for first, others in zip(family, ways, strict=False)
            ]
            break
    if all(len(some) == 1 for some in ways):
        return [tuple(some[0] for some in ways)] if ways else []
    return list(islice(sorted(product(*ways), key=_rareness(ways)), MOST))


def endings(syllables: Sequence[str]) -> set[str]:
    """What may be typed of a reading, from any character on: ``zhang san`` gives ``zhangsan``,
    ``san``, ``zs`` and ``s``; of three characters and more also the first whole: ``zhangsf``.
    """
    whole = ["".join(syllables[first:])[:LONGEST] for first in range(len(syllables))]
    initials = "".join(one[0] for one in syllables)
    mixed = {(syllables[0] + initials[1:])[:LONGEST]} if len(syllables) > 2 else set()
    return {*whole, *mixed, *(initials[first:][:LONGEST] for first in range(len(initials)))}


@cache
def _spelt(readings: tuple[str, ...]) -> tuple[str, ...]:
    """``lv`` is also typed ``lu``, and ``lyu`` as in passports; never instead of a usual one."""
    more = [one.replace("v", u) for one in readings if "v" in one for u in ("u", "yu")]
    return tuple(dict.fromkeys([*readings, *more]))


def _rareness(ways: Sequence[tuple[str, ...]]) -> Callable[[tuple[str, ...]], int]:
    """How far a way is from the usual one; the order of ways equally far stays."""
    return lambda way: sum(map(tuple.index, ways, way))
