"""Photos made small and plain, in a child process: a hostile one can do nothing else.

Whatever a camera or a telephone writes beside the picture (place, time, owner) is left behind.
``python -m gridapp.usecases.disputes.photos`` is that child: a photo comes in, a JPEG goes out.
"""

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from gridapp.domain.disputes.attachments import AttachmentFault
from gridapp.host.packaged import is_packaged
from gridapp.rosters.sandbox import limit_memory

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1600
"""Pixels: a sheet of A4 can still be read."""

AIM = 300_000
"""Bytes that a photo should not exceed."""

TRIES = ((LONGEST_SIDE, 80), (LONGEST_SIDE, 65), (1400, 60), (1200, 50))
"""Longest side and JPEG quality, until it is small enough; the last is taken anyway."""

MOST_PIXELS = 120_000_000
SECONDS = 20.0

_CANNOT, _TOO_LARGE = 3, 4
"""What the child exits with."""


class PhotoRefused(Exception):
    """This is no picture that can be read."""

    def __init__(self, code: AttachmentFault) -> None:
        super().__init__(code.value)
        self.code = code


def shrunk(content: bytes, seconds: float = SECONDS) -> bytes:
    """The photo as a plain JPEG of at most 1600 px and about 300 kB. Raises PhotoRefused."""
    try:
        child = subprocess.run(
            _command(),
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise PhotoRefused(AttachmentFault.TOO_LARGE) from error
    if child.returncode == _TOO_LARGE:
        raise PhotoRefused(AttachmentFault.TOO_LARGE)
    if child.returncode or not child.stdout:
        raise PhotoRefused(AttachmentFault.UNREADABLE)
    return child.stdout


def child_main() -> int:
    """What the child does; its exit status."""
    limit_memory()
    with os.fdopen(0, "rb", closefd=False) as given:
        content = given.read()
    try:
        made = _shrink(content)
    except MemoryError:
        return _TOO_LARGE
    except Exception:  # whatever a decoder finds wrong with it
        return _CANNOT
    if made is None:
        return _TOO_LARGE
    with os.fdopen(1, "wb", closefd=False) as out:
        out.write(made)
    return 0


def _command() -> list[str]:
    if is_packaged():
        return [sys.executable, "--shrink-photo"]
    return [sys.executable, "-m", "gridapp.usecases.disputes.photos"]


def _shrink(content: bytes) -> bytes | None:
    """The JPEG; None when the picture has too many pixels to be opened."""
    from PIL import Image, ImageOps

    formats = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
    with Image.open(io.BytesIO(content), formats=formats) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            return None
        if getattr(opened, "n_frames", 1) > 1:  # a scan of several sheets would lose all but one
            raise ValueError
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        # It stands upright only by a note beside the picture, which is left behind.
        picture = _on_white(ImageOps.exif_transpose(opened))
    made = b""
    for side, quality in TRIES:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        made = _jpeg(picture, quality)
        if len(made) <= AIM:
            break
    return made


def _on_white(picture: "Image") -> "Image":
    """Grey or in colour, nothing transparent."""
    from PIL import Image

    if picture.mode == "L":
        return picture
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    sheet = Image.new("RGB", picture.size, "white")
    whole = picture.convert("RGBA")
    sheet.paste(whole, mask=whole)
    return sheet


def _jpeg(picture: "Image", quality: int) -> bytes:
    """Without anything beside the picture."""
    from PIL import Image

    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(child_main())
