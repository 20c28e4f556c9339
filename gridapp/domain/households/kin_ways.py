"""Ways of kinship along spouses, children and parents: which one each code of GB/T 4761 means."""

from typing import NamedTuple


class Step(NamedTuple):
    """To a spouse (S), child (C), parent (P), brother or sister (B) of that sex; ``age`` of a B:
    ``+`` older, ``-`` younger; ``foster``: by adoption, or of a former marriage.
    """

    kind: str
    sex: str
    age: str = ""
    foster: bool = False


Way = tuple[Step, ...]

_WAYS = """
11 S1, 12 S2, 10 S0, 20 C1, 30 C2, 27 C1*, 37 C2*, 28 C2 S1, 38 C1 S2,
41 C1 C1, 42 C1 C2, 43 C2 C1, 44 C2 C2, 40 C0 C0, 45 C0 C1 S2, 46 C0 C2 S1,
47 C0 C0 C1, 48 C0 C0 C2, 51 P1, 52 P2, 50 P0, 57 P1*, 58 P2*,
53 S1 P1, 54 S1 P2, 55 S2 P1, 56 S2 P2, 61 P1 P1, 62 P1 P2, 63 P2 P1, 64 P2 P2, 60 P0 P0,
65 S0 P0 P0, 66 P0 P0 P1, 67 P0 P0 P2, 71 B1+, 73 B1-, 75 B2+, 77 B2-, 70 B0,
72 B1+ S2, 74 B1- S2, 76 B2+ S1, 78 B2- S1,
81 P1 B1+, 82 P1 B1+ S2, 83 P1 B1-, 84 P1 B1- S2, 85 P2 B1, 86 P2 B1 S2, 87 P2 B2 S1, 88 P2 B2,
89 P1 B2 S1, 90 P1 B2, 91 P1 B1 C0, 92 P0 B0 C0, 93 B1 C1, 94 B1 C2, 95 B2 C1, 96 B2 C2
"""
_NUMBERED = {
    "C1": "21 22 23 24 25 26 29",
    "C2": "31 32 33 34 35 36 39",
    "C0 C0": "49",
    "B0": "79",
}
"""Codes that say more of the order of birth than the way does."""


def _read(text: str) -> Way:
    return tuple(
        Step(one[0], one[1], "".join(set(one) & {"+", "-"}), one.endswith("*"))
        for one in text.split()
    )


BY_CODE = {entry.split()[0]: _read(entry.strip()[2:]) for entry in _WAYS.split(",")}
"""What ways are told by."""

OF_CODE = BY_CODE | {code: _read(way) for way, codes in _NUMBERED.items() for code in codes.split()}
KINDS = {"".join(step.kind for step in way) for way in BY_CODE.values()}
"""Ways that have codes: to a new head they are told by one, the others are other kin."""

_BACK = {"S": "S", "C": "P", "P": "C", "B": "B", "+": "-", "-": "+", "": ""}
_SHORTER = {
    "PC": "B",
    "PS": "P",
    "CP": "S",
    "CB": "C",
    "BP": "P",
    "BB": "B",
    "SC": "C",
}
"""Two steps that are one: a parent's spouse is a parent, a child's parent one's spouse."""


def alike(one: Step, other: Step) -> bool:
    """Whether both may be the same step, as far as each says."""
    return (
        one.kind == other.kind
        and (one.sex == other.sex or "0" in (one.sex, other.sex))
        and (one.age == other.age or "" in (one.age, other.age))
    )


def backwards(way: Way, sex: str) -> Way:
    """The same way from its end; ``sex`` is that of the person with whom it began."""
    sexes = [sex, *(step.sex for step in way)]
    back = [
        Step(_BACK[step.kind], from_, _BACK[step.age], step.foster)
        for step, from_ in zip(way, sexes, strict=False)
    ]
    return tuple(back[::-1])


def shortened(way: Way) -> Way | None:
    """Without roundabouts; None when a step by adoption leaves open who is meant."""
    steps = list(way)
    at = 0
    while at + 1 < len(steps):
        first, second = steps[at], steps[at + 1]
        kind = _SHORTER.get(first.kind + second.kind)
        if kind is None:
            at += 1
            continue
        if first.foster or second.foster:
            return None
        age = first.age if kind == "B" and first.age == second.age else ""
        steps[at : at + 2] = [Step(kind, second.sex, age)]
        at = max(0, at - 1)
    return tuple(steps)


def fits(way: Way, known: Way) -> bool:
    """Whether the way of a code says no more than this one, and nothing else."""
    return len(way) == len(known) and all(
        step.kind == wanted.kind
        and wanted.sex in ("0", step.sex)
        and wanted.age in ("", step.age)
        and (len(way) > 1 or step.foster == wanted.foster)
        for step, wanted in zip(way, known, strict=True)
    )
