"""How a sheet was read, and what of it was left out, as the wizard shows it."""

from gridapp.rosters.cells import text_of
from gridapp.rosters.files import Cell, RawSheet
from gridapp.rosters.handling import field_name, mark_of
from gridapp.rosters.people import is_label
from gridapp.rosters.proposal import HARMLESS, DroppedColumn, MatchedColumn, SheetReading
from gridapp.rosters.tables import Column, Table
from gridapp.rosters.vocabulary import Field

SAMPLE_ROWS = 5


def left_out(
    columns: list[Column],
) -> tuple[tuple[DroppedColumn, ...], tuple[DroppedColumn, ...]]:
    """The columns never to be imported, and those that are merely not needed."""
    left = dict.fromkeys(
        DroppedColumn(column.heading, column.meaning.drop)
        for column in columns
        if column.meaning.drop
    )
    return (
        tuple(column for column in left if column.reason not in HARMLESS),
        tuple(column for column in left if column.reason in HARMLESS),
    )


def sheet_reading(sheet: RawSheet, tables: list[Table], is_left_out: bool) -> SheetReading:
    """How the sheet's first table was understood, shown on its first rows."""
    if not tables:
        return SheetReading(sheet.name, 0, (), ())
    table = tables[0]
    matched = tuple(
        MatchedColumn(
            index=c.index,
            heading=c.heading,
            field=field_name(c),
            confidence=c.meaning.confidence,
            drop=c.meaning.drop or "",
            told=c.meaning.told,
        )
        for c in table.columns
    )
    rows = sheet.rows[table.body[0] : table.body[0] + SAMPLE_ROWS]
    sample = tuple(tuple(_sample_text(row, column) for column in table.columns) for row in rows)
    mark = mark_of((column.index, column.heading) for column in table.columns)
    return SheetReading(sheet.name, table.first + 1, matched, sample, mark, is_left_out)


def _sample_text(row: list[Cell], column: Column) -> str:
    """The cell as the wizard may show it: nothing of a column or a note that is not imported."""
    if column.meaning.field is None or column.index >= len(row):
        return ""
    text = text_of(row[column.index])
    return "" if column.meaning.field == Field.NOTE and is_label(text) else text
