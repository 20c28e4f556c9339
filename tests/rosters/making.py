"""Makes small roster files for the tests."""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
import xlwt
from stdnum.cn.ric import calc_check_digit

Value = str | float | date | datetime
Rows = list[list[Value]]
Merge = tuple[int, int, int, int]

ADULT, WIFE, CHILD, OTHER = (
    "450326196703134955",
    "450326195909220889",
    "450326196808129271",
    "450326194809066234",
)
"""Valid citizen numbers: a man, a woman, a man, a man."""


def number(born: str, order: int, area: str = "450326") -> str:
    """A valid citizen number of a day (``19740301``); an odd order is a man's."""
    lead = f"{area}{born}{order:03d}"
    return lead + calc_check_digit(lead + "0")


def xlsx(path: Path, sheets: dict[str, Rows], merges: dict[str, list[Merge]] | None = None) -> Path:
    """A workbook with the given rows; a merged range shows its first cell."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    _write(sheet, number, column, value)
            for top, left, bottom, right in (merges or {}).get(name, []):
                sheet.merge_range(top, left, bottom, right, rows[top][left])
    return path


def one_sheet(folder: Path, rows: Rows, merges: list[Merge] | None = None) -> Path:
    """A workbook with one sheet named 花名册."""
    return xlsx(folder / "roster.xlsx", {"花名册": rows}, {"花名册": merges or []})


def xls(path: Path, sheets: dict[str, Rows]) -> Path:
    """An old workbook."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(number, column, value)
    book.save(str(path))
    return path


def _write(sheet: "xlsxwriter.worksheet.Worksheet", row: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value)
    else:
        sheet.write_number(row, column, value)
