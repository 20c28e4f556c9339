"""Whether we run from the bundle."""

import sys


def is_packaged() -> bool:
    """Whether this is the PyInstaller bundle rather than Python on a source tree or wheel."""
    return bool(getattr(sys, "frozen", False))
