"""Which members live together: blank, merged and repeated household cells, or the next head."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from gridapp.domain import relations
from gridapp.rosters.layout import Layout
from gridapp.rosters.lines import Line
from gridapp.rosters.people import Reader, is_label
from gridapp.rosters.proposal import Fault, ProposedHousehold, ProposedMember, RosterFault
from gridapp.rosters.vocabulary import Field


@dataclass
class _Open:
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


def households_of(
    lines: list[Line], layout: Layout, reader: Reader, village: str, group: str
) -> list[ProposedHousehold]:
    """Put the lines of a table together. ``village`` and ``group`` are those of the whole sheet."""
    keys = _keys(lines, layout)
    gathered = _gather(lines, keys)
    lacks_head = _heads_stand_apart(gathered, layout)
    closed = [_closed(part, layout, reader, lacks_head, village, group) for part in gathered]
    return [household for household in closed if household.members]


def _gather(lines: list[Line], keys: _Keys) -> list[_Open]:
    gathered: list[_Open] = []
    by_key: dict[tuple[int, str, str, str], _Open] = {}
    current: _Open | None = None
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


def _opened(line: Line, above: _Open | None) -> _Open:
    """A new household; a blank group or village is the one above, within the section."""
    same = above is not None and above.line.section == line.section
    group = line.group or (above.group if above and same else "")
    village = line.village or (above.village if above and same else "")
    return _Open(line, group, village)


def _starts(line: Line, current: _Open, head: bool, keys: _Keys) -> bool:
    """Whether the line begins another household than the current one."""
    moved = any(
        new and old and new != old
        for new, old in ((line.group, current.group), (line.village, current.village))
    )
    if line.section != current.line.section or moved:
        return True
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


def _starts_without_key(line: Line, current: _Open, head: bool, keys: _Keys) -> bool:
    """The next head begins a household; without relations a size does, then a new address."""
    if keys.relation:
        return head
    if keys.size:
        return bool(line.size)
    return not keys.address or (bool(line.address) and line.address != current.line.address)


def _renamed(line: Line, current: _Open, keys: _Keys) -> bool:
    named = keys.head_name and line.head_name and current.line.head_name
    return bool(named) and line.head_name != current.line.head_name


def _found_again(
    line: Line,
    current: _Open | None,
    by_key: dict[tuple[int, str, str, str], _Open],
    keys: _Keys,
    head: bool,
) -> _Open | None:
    """The household whose members stand apart in the list, unless the line is another head."""
    if not (line.number if keys.number else line.head_name if keys.head_name else ""):
        return None
    again = by_key.get(_key(line, _opened(line, current), keys))
    return None if again is None or (head and again.has_head) else again


def _key(line: Line, household: _Open, keys: _Keys) -> tuple[int, str, str, str]:
    text = line.number if keys.number else line.head_name
    return (line.section, household.village, household.group, text)


def _keys(lines: list[Line], layout: Layout) -> _Keys:
    """What to go by. A number that no two rows share or leave blank counts persons instead."""
    numbers, serials = [line.number for line in lines], [line.serial for line in lines]
    apart = layout.is_wide or not any(not _is_first(line) for line in lines)
    return _Keys(
        number=any(numbers) and (apart or "" in numbers or len(set(numbers)) < len(numbers)),
        serial=any(serials) and any(not b or a == b for a, b in pairwise(serials)),
        head_name=any(line.head_name for line in lines),
        relation=any(_has_head(line) for line in lines) and not layout.is_wide,
        size=any(line.size for line in lines) and any(not line.size for line in lines),
        address=any(line.address for line in lines),
    )


def _is_first(line: Line) -> bool:
    """Whether the line speaks of a head, or does not say of whom."""
    words = [p.texts.get(Field.RELATION, "") for p in line.people]
    return _has_head(line) or not any(words)


def _has_head(line: Line) -> bool:
    """Whether the head of the household is among the persons of the line."""
    return any(
        person.slot.is_head
        or person.texts.get(Field.IS_HEAD) in ("是", "1", "√")
        or relations.is_head(relations.code_of(person.texts.get(Field.RELATION, "")))
        or (person.name == line.head_name and not person.texts.get(Field.RELATION))
        for person in line.people
    )


def _heads_stand_apart(gathered: list[_Open], layout: Layout) -> bool:
    """Whether the table lists only the others as members and names the head beside them."""
    if layout.head is None or not gathered:
        return False
    named = [part for part in gathered if part.line.head_name]
    missing = [part for part in named if not part.has_head and not _lists_head(part)]
    own = layout.head.columns
    return Field.CITIZEN_NUMBER in own or len(missing) > 0.6 * max(1, len(named))


def _lists_head(part: _Open) -> bool:
    name = part.line.head_name.replace(" ", "")
    return any(p.name.replace(" ", "") == name for line in part.lines for p in line.people)


def _closed(
    part: _Open, layout: Layout, reader: Reader, lacks_head: bool, village: str, group: str
) -> ProposedHousehold:
    first = part.line
    members: list[ProposedMember] = []
    heads = [line.head for line in part.lines if line.head]
    people = [person for line in part.lines for person in line.people]
    if heads and not part.has_head and not _lists_head(part) and (lacks_head or not people):
        people.insert(0, heads[0])
    for person in people:
        members += reader.members(person, first.head_name)
    _check_heads(reader, first, members, layout)
    note, members = _shared_note(first.note, members)
    return ProposedHousehold(
        group=part.group or group,
        number=first.number,
        address=next((line.address for line in part.lines if line.address), ""),
        village=part.village or village,
        note="" if is_label(note) else note,
        members=tuple(members),
        sheet=reader.sheet,
        row=first.row,
    )


def _check_heads(
    reader: Reader, first: Line, members: list[ProposedMember], layout: Layout
) -> None:
    heads = [member for member in members if relations.is_head(member.relation)]
    told = layout.has(Field.RELATION) or layout.head or layout.is_wide
    heading = layout.slots[0].heading(Field.RELATION)
    if members and told and not heads:
        reader.found.append(Fault(reader.sheet, first.row, heading, RosterFault.NO_HEAD, ""))
    for extra in heads[1:]:
        fault = Fault(reader.sheet, extra.row, heading, RosterFault.TWO_HEADS, extra.name)
        reader.found.append(fault)


def _shared_note(note: str, members: list[ProposedMember]) -> tuple[str, list[ProposedMember]]:
    """A note that all members carry came from one merged cell: it is the household's."""
    texts = {member.note for member in members}
    if note or len(members) < 2 or len(texts) != 1 or texts == {""}:
        return note, members
    return texts.pop(), [replace(member, note="") for member in members]
