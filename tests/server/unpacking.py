"""Looks into what is packed in a county's tables: the search for a value must not stop there."""

from typing import Any

import zstandard


def unpacked(value: Any) -> Any:
    """A value of a row; packed bytes as they are unpacked."""
    packed = isinstance(value, bytes) and value.startswith(zstandard.FRAME_HEADER)
    return zstandard.decompress(value) if packed else value
