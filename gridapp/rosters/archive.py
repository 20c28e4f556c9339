"""Zip containers (.xlsx, .ods, .xlsb): refused before any other program unpacks them."""

import re
import zipfile
from io import BytesIO

from gridapp.rosters import foreign
from gridapp.rosters.proposal import FileFault, UnreadableFile

MAX_MEMBERS = 500
MAX_UNPACKED = 60 << 20
MAX_RATIO = 200
_RATIO_FROM = 1 << 20
MAX_CELLS = 6_000_000
"""Cells from A1 to the last filled one: the reader lays a sheet out whole in memory."""

_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SEEMS_FAR = re.compile(rb"""r=["'](?:[A-Z]{2,3}\d|[A-Z]?\d{6})""")
"""Beyond column Z, or beyond the rows that so few columns may have."""

_FAR_COLUMN = re.compile(rb"""r=["']([A-Z]{2,3})\d""")
_ROW = rb"""r=["'][A-Z]{0,3}(\d{%d,})["']"""
"""Rows with at least so many digits. Both patterns begin with letters, which is searched fast."""

_FILLED = re.compile(rb"<(?:\w+:)?c\b([^>]*[^>/]|)>(?!</(?:\w+:)?c>)")
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,3})(\d+)""")


def inspect(content: bytes) -> None:
    """Raise ``UnreadableFile`` unless the container stays within the limits of security.md."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or any(_hostile_name(m.filename) for m in members):
                raise UnreadableFile(FileFault.HOSTILE)
            if any(m.flag_bits & 1 for m in members):
                raise UnreadableFile(FileFault.ENCRYPTED)
            if foreign.holds_no_table(member.filename for member in members):
                raise UnreadableFile(FileFault.OTHER_KIND)
            unpacked = 0
            for member in members:
                unpacked += _inspect_member(archive, member, MAX_UNPACKED - unpacked)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as broken:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from broken
    except zipfile.zlib.error as broken:  # type: ignore[attr-defined]
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from broken


def _inspect_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowed: int) -> int:
    """Unpack one member for real, since sizes in the directory can lie; return its true size."""
    limit = min(allowed, max(_RATIO_FROM, member.compress_size * MAX_RATIO))
    if member.file_size > limit:
        raise UnreadableFile(FileFault.HOSTILE)
    with archive.open(member) as stream:
        text = stream.read(limit + 1)
    if len(text) > limit:
        raise UnreadableFile(FileFault.HOSTILE)
    if member.filename.lower().endswith((".xml", ".rels", ".vml")):
        _inspect_xml(text, is_sheet="worksheets/" in member.filename)
    return len(text)


def _inspect_xml(text: bytes, is_sheet: bool) -> None:
    plain = text.replace(b"\0", b"") if text[:4].count(0) else text
    if b"<!" in plain and _ENTITY.search(plain):
        raise UnreadableFile(FileFault.HOSTILE)
    if is_sheet and _spans_too_much(plain) and _is_filled_too_far(plain):
        raise UnreadableFile(FileFault.TOO_LARGE)


def _spans_too_much(sheet: bytes) -> bool:
    """Whether rows times columns are too many, by the cells: the declared dimension may lie.

    Only rows whose numbers are long enough to matter are looked at, since there are so many.
    """
    if not _SEEMS_FAR.search(sheet):
        return False
    columns = set(_FAR_COLUMN.findall(sheet))
    width = max((_column_number(name) for name in columns), default=26)
    most = MAX_CELLS // width
    far = re.compile(_ROW % len(str(most)))
    return any(int(found[1][:9]) > most for found in far.finditer(sheet))


def _is_filled_too_far(sheet: bytes) -> bool:
    """The same by the filled cells alone: borders drawn down to the last row are no content.

    Slow, so only asked of a sheet that seems too large. A cell that says not where it is counts
    as far.
    """
    last_row = last_column = 1
    for cell in _FILLED.finditer(sheet):
        place = _PLACE.search(cell[1])
        if place is None:
            return True
        last_row = max(last_row, int(place[2][:9]))
        last_column = max(last_column, _column_number(place[1]))
    return last_row * last_column > MAX_CELLS


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _hostile_name(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]
