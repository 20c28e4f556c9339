"""Where one household of a list ends and the next begins."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gridapp.domain.households import relations
from gridapp.rosters.layout import Layout
from gridapp.rosters.lines import Line
from gridapp.rosters.persons import says_head
from gridapp.rosters.vocabulary import Field

_CODE = re.compile(r"(.*\d)[-—–](\d{1,2})")
"""1-2: the second person of the first household."""

_LARGEST = 15
"""People of a household, at most, whom such codes count."""


@dataclass
class Open:
    """A household that may still get members."""

    line: Line
    group: str
    village: str
    lines: list[Line] = field(default_factory=list)
    has_head: bool = False


@dataclass(frozen=True)
class _Keys:
    """Which texts tell households apart on this table."""

    number: bool
    serial: bool
    head_name: bool
    relation: bool
    size: bool
    address: bool
    blank: bool


def gather(lines: list[Line], layout: Layout) -> list[Open]:
    """The lines of each household, in the order of their first lines."""
    _split_codes(lines, layout)
    _name_heads(lines, layout)
    keys = _keys(lines, layout)
    gathered: list[Open] = []
    by_key: dict[tuple[int, str, str, str], Open] = {}
    current: Open | None = None
    for line in lines:
        head = _has_head(line)
        if current is None or _starts(line, current, head, keys):
            current = _found_again(line, current, by_key, keys, head) or _opened(line, current)
            if not current.lines:
                gathered.append(current)
                by_key[_key(line, current, keys)] = current
        current.lines.append(line)
        current.has_head = current.has_head or head
        if line.head_name and not current.line.head_name:
            current.line.head_name = line.head_name
    return gathered


def _opened(line: Line, above: Open | None) -> Open:
    """A new household; a blank group or village is the one above, within the section."""
    same = above is not None and above.line.section == line.section
    group = line.group or (above.group if above and same else "")
    village = line.village or (above.village if above and same else "")
    return Open(line, group, village)


def _starts(line: Line, current: Open, head: bool, keys: _Keys) -> bool:
    """Whether the line begins another household than the current one."""
    apart = _differ(line.group, current.group) or _differ(line.village, current.village)
    if apart or line.section != current.line.section:
        return True
    if keys.blank:
        return line.after_blank
    second_head, renamed = head and current.has_head, _renamed(line, current, keys)
    if keys.number or keys.serial:
        kind = "number" if keys.number else "serial"
        key, held = getattr(line, kind), getattr(current.line, kind)
        if key:
            return bool(key != held or (second_head and renamed))
        return second_head or renamed
    if keys.head_name:
        return renamed or second_head
    return _starts_without_key(line, current, head, keys)


def _differ(one: str, other: str) -> bool:
    return one != other and bool(one and other)


def _starts_without_key(line: Line, current: Open, head: bool, keys: _Keys) -> bool:
    """The next head begins a household; without relations a size does, then a new address."""
    if keys.relation:
        return head
    if keys.size:
        return bool(line.size)
    return not keys.address or (bool(line.address) and line.address != current.line.address)


def _renamed(line: Line, current: Open, keys: _Keys) -> bool:
    named = keys.head_name and line.head_name and current.line.head_name
    return bool(named) and line.head_name != current.line.head_name


def _found_again(
    line: Line,
    current: Open | None,
    by_key: dict[tuple[int, str, str, str], Open],
    keys: _Keys,
    head: bool,
) -> Open | None:
    """The household whose members stand apart in the list, unless the line is another head."""
    if not (line.number if keys.number else line.head_name if keys.head_name else ""):
        return None
    again = by_key.get(_key(line, _opened(line, current), keys))
    return None if again is None or (head and again.has_head) else again


def _key(line: Line, household: Open, keys: _Keys) -> tuple[int, str, str, str]:
    text = line.number if keys.number else line.head_name
    return (line.section, household.village, household.group, text)


def _keys(lines: list[Line], layout: Layout) -> _Keys:
    """What to go by. A number that no two rows share or leave blank counts persons instead."""
    numbers, serials = [line.number for line in lines], [line.serial for line in lines]
    apart = layout.is_wide or not any(not _is_first(line) for line in lines)
    keys = _Keys(
        number=any(numbers) and (apart or "" in numbers or len(set(numbers)) < len(numbers)),
        serial=any(serials) and any(not b or a == b for a, b in pairwise(serials)),
        head_name=any(line.head_name for line in lines),
        relation=any(_has_head(line) for line in lines) and not layout.is_wide,
        size=any(line.size for line in lines) and any(not line.size for line in lines),
        address=any(line.address for line in lines),
        blank=False,
    )
    return replace(keys, blank=not layout.is_wide and _blanks_part(lines, keys))


def _blanks_part(lines: list[Line], keys: _Keys) -> bool:
    """Whether blank rows stand between households: each has one head, or nothing else tells."""
    if keys.number or keys.serial or keys.head_name:
        return False
    starts = [place for place, line in enumerate(lines) if line.after_blank and place]
    parts = [lines[a:b] for a, b in pairwise([0, *starts, len(lines)])]
    if keys.relation:
        return len(parts) > 1 and all(sum(map(_has_head, part)) == 1 for part in parts)
    return not (keys.size or keys.address) and 1 < max(map(len, parts)) <= _LARGEST


def _is_first(line: Line) -> bool:
    """Whether the line speaks of a head, or does not say of whom."""
    words = [p.texts.get(Field.RELATION, "") for p in line.people]
    return _has_head(line) or not any(words)


def _has_head(line: Line) -> bool:
    """Whether the head of the household is among the persons of the line."""
    for person in line.people:
        relation = person.texts.get(Field.RELATION, "")
        if person.slot.is_head or (person.name == line.head_name and not relation):
            return True
        if Field.IS_HEAD in person.texts and says_head(person):
            return True
        if relation and relations.is_head(relations.code_of(relation)):
            return True
    return False


def _name_heads(lines: list[Line], layout: Layout) -> None:
    """Where no row is called the head, the rows without a relation are those of the heads."""
    if layout.is_wide or not layout.has(Field.RELATION) or any(map(_has_head, lines)):
        return
    told = [bool(p.texts.get(Field.RELATION)) for line in lines for p in line.people]
    if not told or told[0] or sum(told) < len(told) / 3:
        return
    for person in (p for line in lines for p in line.people):
        person.texts.setdefault(Field.RELATION, "户主")


def _split_codes(lines: list[Line], layout: Layout) -> None:
    """Take 1-1, 1-2, 2-1 for two households where nothing else tells who lives together."""
    if layout.is_wide or layout.has(Field.RELATION) or any(line.head_name for line in lines):
        return
    codes = [_CODE.fullmatch(line.number or line.serial) for line in lines]
    found = [code for code in codes if code]
    sizes = Counter(code[1] for code in found)
    distinct = len({code[0] for code in found}) == len(lines)
    if found and distinct and 1 < max(sizes.values()) <= _LARGEST:
        for line, code in zip(lines, codes, strict=True):
            line.number = code[1] if code else line.number
