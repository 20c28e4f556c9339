"""Files that are no tables at all: documents, pictures, archives; known by their content."""

from collections.abc import Iterable

_BEGINNINGS = (
    b"%PDF",
    b"{\\rtf",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"Rar!",
    b"7z\xbc\xaf",
)
_OF_OLE = tuple(
    name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "__substg1.0")
)
_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_OF_TABLES = ("xl/", "content.xml", "/content.xml")
"""How a member of a container that holds tables begins."""


def begins_otherwise(content: bytes) -> bool:
    """Whether the file begins as a PDF, a picture or an archive does."""
    return content.startswith(_BEGINNINGS)


def is_document(content: bytes) -> bool:
    """Whether a file of the old Office is a text or slides; a workbook may hold one inside."""
    return any(name in content for name in _OF_OLE) and not any(
        name in content for name in _WORKBOOKS
    )


def holds_no_table(members: Iterable[str]) -> bool:
    """Whether a zip container is anything else than a workbook: .docx, .pptx, files packed up."""
    return not any(name.replace("\\", "/").lower().startswith(_OF_TABLES) for name in members)
