"""Text files: which encoding, which delimiter → rows of texts."""

import csv
from io import StringIO

from gridapp.rosters.proposal import FileFault, UnreadableFile

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "gb18030", "big5")
_UTF16 = ("utf-16-le", "utf-16-be")
_HEADING_WORDS = ("姓名", "姓 名", "姓　名", "姓&nbsp;名", "户主")
_DELIMITERS = ",\t;|，"
MAX_FIELD = 32_767
"""Longest text that a spreadsheet cell can hold."""


def text_of(content: bytes) -> str:
    """Decode by byte order mark, else by the first common Chinese encoding that fits.

    Raises ``UnreadableFile`` for what is no text at all.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\0" in content:
        return _utf16_without_mark(content)
    texts = [text for encoding in _ENCODINGS if (text := _fitting(content, encoding))]
    if not texts:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)
    # Bytes of one Chinese encoding often fit another: the one with the words is right.
    worded = (text for text in texts if any(word in text for word in _HEADING_WORDS))
    return next(worded, texts[0])


def rows_of(text: str) -> list[list[str]]:
    """Split delimited text into rows, whichever usual delimiter it has."""
    lines = text.splitlines()
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        delimiter, text = lines[0][4], text.split("\n", 1)[-1]
    else:
        delimiter = max(_DELIMITERS, key=lambda mark: _columns(lines[:50], mark))
    csv.field_size_limit(MAX_FIELD)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        if '="' not in text and ".0" not in text:
            return list(rows)
        return [[_unquoted(cell) for cell in row] for row in rows]
    except csv.Error as broken:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from broken


def _unquoted(cell: str) -> str:
    """The number inside a formula that keeps it as text, ``="450326…"``, and 1 for 1.0."""
    if cell.endswith(".0") and cell[:-2].isdigit():
        return cell[:-2]
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') else cell


def _columns(lines: list[str], delimiter: str) -> int:
    """How many of the lines have the delimiter, weighed before how often."""
    counts = [line.count(delimiter) for line in lines]
    return sum(1 for count in counts if count) * 1000 + min(sum(counts), 999)


def _utf16_without_mark(content: bytes) -> str:
    for encoding in _UTF16:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(word in text for word in _HEADING_WORDS):
            return _printable(text)
    raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)


def _fitting(content: bytes, encoding: str) -> str:
    try:
        return _decoded(content, encoding)
    except UnreadableFile:
        return ""


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return _printable(content.decode(encoding))
    except UnicodeDecodeError as broken:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET) from broken


def _printable(text: str) -> str:
    """Refuse bytes that only happen to decode: text has no control characters."""
    head = text[:20_000]
    controls = sum(1 for char in head if char < " " and char not in "\t\r\n\f\v\x1a")
    if controls > len(head) // 500 or "\0" in text:
        raise UnreadableFile(FileFault.NOT_A_SPREADSHEET)
    return text
