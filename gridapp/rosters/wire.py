"""A roster as JSON and back, to carry it from the reading process to the app."""

import json
from datetime import date
from typing import Any

from gridapp.rosters.proposal import (
    DroppedColumn,
    DropReason,
    Fault,
    MatchedColumn,
    ProposedHousehold,
    ProposedMember,
    Roster,
    RosterFault,
    SheetReading,
)


def to_json(roster: Roster) -> str:
    """One line of JSON: values in the order of the fields, no field names."""
    return json.dumps(
        [
            [
                [s.name, s.heading_row, [_columns(c) for c in s.columns], s.sample]
                for s in roster.sheets
            ],
            [_household(household) for household in roster.households],
            [[f.sheet, f.row, f.column, f.code, f.value] for f in roster.faults],
            [[c.heading, c.reason] for c in roster.dropped],
            [[c.heading, c.reason] for c in roster.ignored],
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> Roster:
    """The roster that ``to_json`` wrote."""
    sheets, households, faults, dropped, ignored = json.loads(text)
    return Roster(
        tuple(_sheet(*sheet) for sheet in sheets),
        tuple(_household_of(*household) for household in households),
        tuple(Fault(s, row, column, RosterFault(code), v) for s, row, column, code, v in faults),
        tuple(DroppedColumn(heading, DropReason(reason)) for heading, reason in dropped),
        tuple(DroppedColumn(heading, DropReason(reason)) for heading, reason in ignored),
    )


def _columns(column: MatchedColumn) -> list[Any]:
    return [column.index, column.heading, column.field, column.confidence]


def _household(h: ProposedHousehold) -> list[Any]:
    members = [_member(member) for member in h.members]
    return [h.group, h.number, h.address, h.village, h.note, members, h.sheet, h.row]


def _member(m: ProposedMember) -> list[Any]:
    born = m.born_on.isoformat() if m.born_on else None
    return [
        m.name, m.relation, m.sex, m.citizen_number, born, m.phone, m.residence, m.note, m.row
    ]  # fmt: skip


def _sheet(name: str, heading_row: int, columns: list[Any], sample: list[Any]) -> SheetReading:
    matched = tuple(MatchedColumn(*column) for column in columns)
    return SheetReading(name, heading_row, matched, tuple(tuple(row) for row in sample))


def _household_of(
    group: str, number: str, address: str, village: str, note: str, members: list[Any], *place: Any
) -> ProposedHousehold:
    people = tuple(_member_of(*member) for member in members)
    return ProposedHousehold(group, number, address, village, note, people, *place)


def _member_of(
    name: str, relation: str, sex: str, number: str, born: str | None, *rest: Any
) -> ProposedMember:
    born_on = date.fromisoformat(born) if born else None
    return ProposedMember(name, relation, sex, number, born_on, *rest)
