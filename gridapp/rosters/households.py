"""The lines of each household → a proposed one, its head found and its note shared."""

from gridapp.domain.households import relations
from gridapp.rosters.gathering import Open, gather
from gridapp.rosters.layout import Layout
from gridapp.rosters.lines import Line
from gridapp.rosters.listing import is_list, people_of
from gridapp.rosters.people import Reader, is_label
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember, RosterFault
from gridapp.rosters.vocabulary import Field


def households_of(
    lines: list[Line], layout: Layout, reader: Reader, village: str, group: str
) -> list[ProposedHousehold]:
    """Put the lines of a table together. ``village`` and ``group`` are those of the whole sheet."""
    gathered = gather(lines, layout)
    lacks_head = _heads_stand_apart(gathered, layout)
    closed = [_closed(part, layout, reader, lacks_head, village, group) for part in gathered]
    return [household for household in closed if household.members]


def _heads_stand_apart(gathered: list[Open], layout: Layout) -> bool:
    """Whether the table lists only the others as members and names the head beside them."""
    if layout.head is None or not gathered:
        return False
    named = [part for part in gathered if part.line.head_name]
    missing = [part for part in named if not part.has_head and not _lists_head(part)]
    own = layout.head.columns
    return Field.CITIZEN_NUMBER in own or len(missing) > 0.6 * max(1, len(named))


def _lists_head(part: Open) -> bool:
    name = part.line.head_name.replace(" ", "")
    return any(
        name in [one.name for one in people_of(p.name)]
        if is_list(p.name)
        else p.name.replace(" ", "") == name
        for line in part.lines
        for p in line.people
    )


def _closed(
    part: Open, layout: Layout, reader: Reader, lacks_head: bool, village: str, group: str
) -> ProposedHousehold:
    first = part.line
    members: list[ProposedMember] = []
    heads = [line.head for line in part.lines if line.head]
    people = [person for line in part.lines for person in line.people]
    apart = lacks_head or not people or first.is_on_card
    if heads and apart and not part.has_head and not _lists_head(part):
        people.insert(0, heads[0])
    for person in people:
        found = reader.members(person, first.head_name)
        beside = layout.is_wide and person.slot is not layout.slots[0]
        if beside:
            found = [one for one in found if not _is_head_again(one, first.head_name)]
        members += found
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


def _is_head_again(member: ProposedMember, head_name: str) -> bool:
    """Whether a list of the whole household names the head too, who has an own column."""
    same = member.name.replace(" ", "") == head_name.replace(" ", "")
    return same and (not member.relation or relations.is_head(member.relation))


def _check_heads(
    reader: Reader, first: Line, members: list[ProposedMember], layout: Layout
) -> None:
    heads = [member for member in members if relations.is_head(member.relation)]
    told = layout.has(Field.RELATION) or layout.head or layout.is_wide
    slot = layout.slots[0]
    if members and told and not heads:
        reader.fault(first.row, slot, Field.RELATION, RosterFault.NO_HEAD, "")
    for extra in heads[1:]:
        reader.fault(extra.row, slot, Field.RELATION, RosterFault.TWO_HEADS, extra.name)


def _shared_note(note: str, members: list[ProposedMember]) -> tuple[str, list[ProposedMember]]:
    """A note that all members carry came from one merged cell: it is the household's."""
    texts = {member.note for member in members}
    if note or len(members) < 2 or len(texts) != 1 or texts == {""}:
        return note, members
    return texts.pop(), [member._replace(note="") for member in members]
