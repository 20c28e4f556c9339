"""What may be kept as a file of a case: its bytes decide."""

import io
import zipfile

import pytest

from gridapp.domain.disputes.attachments import MOST_BYTES, AttachmentFault, fault, media_type


def document(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "<w/>" * 50)
    return out.getvalue()


WORD = document("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", ""),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", ""),
        (b"junk before %PDF-1.7", "application/pdf"),
        (b"MZ\x90\0 a program called photo.jpg", ""),
        (document("xl/workbook.xml"), ""),
    ],
)
def test_the_bytes_tell_the_type(content: bytes, expected: str) -> None:
    assert media_type(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", AttachmentFault.EMPTY),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", AttachmentFault.HEIC),
        (b"MZ\x90\0", AttachmentFault.TYPE),
        (document("word/document.xml", "word/vbaProject.bin"), AttachmentFault.TYPE),
        (b"%PDF-1.4 " + bytes(MOST_BYTES), AttachmentFault.TOO_LARGE),
        (b"%PDF-1.4 and then the line broke", AttachmentFault.UNREADABLE),
        (b"%PDF-1.4 \n%%EOF\n", None),
        (b"\xff\xd8\xff" + bytes(MOST_BYTES), None),
        (WORD, None),
    ],
)
def test_a_file_that_cannot_be_kept_is_named_by_its_fault(
    content: bytes, expected: AttachmentFault | None
) -> None:
    assert fault(content) == expected
