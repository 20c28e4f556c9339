"""The tables of all sheets: by their headings, by what the person said, by their cells."""

from gridapp.rosters import coding
from gridapp.rosters.evidence import with_evidence
from gridapp.rosters.files import RawSheet
from gridapp.rosters.guessing import continued_table, guessed_table
from gridapp.rosters.handling import Handling, as_told
from gridapp.rosters.proposal import FileFault, UnreadableFile
from gridapp.rosters.tables import Table, tables_of


def found_in(sheets: list[RawSheet], handling: Handling) -> list[list[Table]]:
    """The tables of each sheet, in order; codes in them are written out in the sheets."""
    found = [tables_of(sheet) for sheet in sheets]
    if not any(found):
        found = [_guessed(sheet, None, numbered=False) for sheet in sheets]
    last: Table | None = None
    for place, sheet in enumerate(sheets):
        found[place] = found[place] or _guessed(sheet, last, numbered=True)
        tables = [with_evidence(as_told(table, handling), sheet.rows) for table in found[place]]
        found[place] = tables
        last = tables[-1] if tables else last
    if not any(found):
        raise UnreadableFile(FileFault.NO_HEADING)
    _decode(sheets, found)
    return found


def _decode(sheets: list[RawSheet], found: list[list[Table]]) -> None:
    beside = [sheet for sheet, tables in zip(sheets, found, strict=True) if not tables]
    codes = coding.relation_codes(beside)
    for sheet, tables in zip(sheets, found, strict=True):
        for table in tables:
            coding.decode(sheet, table, codes)


def _guessed(sheet: RawSheet, before: Table | None, *, numbered: bool) -> list[Table]:
    table = continued_table(sheet, before) if before else None
    table = table or guessed_table(sheet, numbered=numbered)
    return [table] if table else []
