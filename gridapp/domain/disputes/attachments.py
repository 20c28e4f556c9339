"""What may be kept as a file of a case. Its type is told by its bytes, never by its name."""

from enum import StrEnum

MOST_BYTES = 10 << 20
"""Of a file as it is kept: a photo after it was shrunk, anything else as it came."""

MOST_PHOTO_BYTES = 60 << 20
"""Of a photo as it came."""

JPEG, PDF = "image/jpeg", "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PHOTOS = frozenset({JPEG, "image/png", "image/webp", "image/bmp", "image/tiff"})
"""Types that are shrunk and kept as JPEG."""

HEIC = "image/heic"

_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")
"""Of ISO 23008-12 files, as new telephones write them."""

_STARTS = {
    b"\xff\xd8\xff": JPEG,
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"BM": "image/bmp",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_WORD_PART, _MACROS = b"word/document.xml", b"vbaProject.bin"
"""Names that stand uncompressed in a zip archive."""


class AttachmentFault(StrEnum):
    """Why a file is not taken, or not given out."""

    FILE_MISSING = "attachment.file_missing"
    EMPTY = "attachment.empty"
    HEIC = "attachment.heic"
    TYPE = "attachment.type"
    TOO_LARGE = "attachment.too_large"
    UNREADABLE = "attachment.unreadable"
    ALREADY_THERE = "attachment.already_there"
    NOT_HERE = "attachment.not_here"
    REASON_MISSING = "attachment.reason_missing"


def media_type(content: bytes) -> str:
    """The type of a file's bytes; empty when it is none that is known here."""
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _BRANDS:
        return HEIC
    if b"%PDF-" in content[:1024]:
        return PDF
    return WORD if content.startswith(b"PK\x03\x04") and _WORD_PART in content else ""


def fault(content: bytes) -> AttachmentFault | None:
    """Why these bytes cannot be kept; None when they can."""
    if not content:
        return AttachmentFault.EMPTY
    kind = media_type(content)
    if kind == HEIC:
        return AttachmentFault.HEIC
    if not kind or (kind == WORD and _MACROS in content):
        return AttachmentFault.TYPE
    most = MOST_PHOTO_BYTES if kind in PHOTOS else MOST_BYTES
    if len(content) > most:
        return AttachmentFault.TOO_LARGE
    is_cut = kind == PDF and b"%%EOF" not in content[-2048:]
    return AttachmentFault.UNREADABLE if is_cut else None
