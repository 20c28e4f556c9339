"""What kind of file it is, by its content and never by its name → raw sheets."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gridapp.rosters import archive, delimited, foreign, markup
from gridapp.rosters.proposal import FileFault, UnreadableFile

Cell = str | float | int | bool | date | datetime | time | timedelta
MAX_FILE = 60 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class RawSheet:
    """A visible sheet: its rows from the very first one, and merged ranges."""

    name: str
    rows: list[list[Cell]]
    merges: list[markup.Merge]


def open_sheets(path: Path) -> list[RawSheet]:
    """The visible sheets of a file; a text is one sheet named like it. Vertically merged
    cells are filled. Raises ``UnreadableFile``.
    """
    sheets = _sheets(_content(path), path.stem)
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableFile(FileFault.EMPTY)
    for sheet in sheets:
        _fill_down(sheet)
    return sheets


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise UnreadableFile(FileFault.MISSING)
        if not path.is_file():
            raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)
        if path.stat().st_size > MAX_FILE:
            raise UnreadableFile(FileFault.TOO_LARGE)
        content = path.read_bytes()
    except (OSError, ValueError) as broken:
        raise UnreadableFile(FileFault.MISSING) from broken
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadableFile(FileFault.EMPTY)
    return content


def _sheets(content: bytes, stem: str) -> list[RawSheet]:
    if foreign.begins_otherwise(content):
        raise UnreadableFile(FileFault.OTHER_KIND)
    if content.startswith(b"PK"):
        archive.inspect(content)
        return _workbook(content)
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            raise UnreadableFile(FileFault.ENCRYPTED)
        if foreign.is_document(content):
            raise UnreadableFile(FileFault.OTHER_KIND)
        return _workbook(content)
    if content.startswith(_BIFF):
        return _workbook(content)
    if content[:200].lstrip().lower().startswith((b"mime-version:", b"from:", b"content-type:")):
        content = _page_of_mail(content)
    text = delimited.text_of(content)
    if markup.looks_like_markup(text):
        grids = [grid for grid in markup.grids_of(_declared(content, text)) if grid.rows]
        if not grids:
            raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)
        return [RawSheet(g.name or stem, [list(row) for row in g.rows], g.merges) for g in grids]
    return [RawSheet(stem, [list(row) for row in delimited.rows_of(text)], [])]


def _workbook(content: bytes) -> list[RawSheet]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return [
            _raw(book, index)
            for index, sheet in enumerate(book.sheets_metadata)
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
    except PasswordError as locked:
        raise UnreadableFile(FileFault.ENCRYPTED) from locked
    except MemoryError as large:
        raise UnreadableFile(FileFault.TOO_LARGE) from large
    except (CalamineError, OSError, ValueError, KeyError) as broken:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from broken
    except BaseException as panic:
        # The Rust reader panics on some broken files; its exception has no importable class.
        if type(panic).__name__ != "PanicException":
            raise
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from panic


def _raw(book: CalamineWorkbook, index: int) -> RawSheet:
    sheet = book.get_sheet_by_index(index)
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    merges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    return RawSheet(sheet.name, rows, merges)


def _fill_down(sheet: RawSheet) -> None:
    """Give each row of a merged range the value of its top left cell, in the first column only."""
    for top, left, bottom, _right in sheet.merges:
        if top >= len(sheet.rows) or left >= len(sheet.rows[top]):
            continue
        value = sheet.rows[top][left]
        for row in sheet.rows[top + 1 : bottom + 1]:
            if left < len(row):
                row[left] = value


def _page_of_mail(content: bytes) -> bytes:
    """The page inside a web archive (.mht), which Excel also writes as .xls."""
    import email
    import email.policy  # late, since it is slow to come and hardly ever needed

    mail = email.message_from_bytes(content, policy=email.policy.default)
    for part in mail.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and b"<td" in body.lower():
                return body
    raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)


def _declared(content: bytes, text: str) -> str:
    """The page in the Chinese encoding that it declares, where that differs from the guess."""
    head = content[:2000].lower()
    if b"charset=big5" in head:
        return content.decode("big5", errors="replace")
    return text
