"""Whether we run from the bundle, and how to start the county's program from here."""

import sys
from pathlib import Path


def is_packaged() -> bool:
    """Whether this is the PyInstaller bundle rather than Python on a source tree or wheel."""
    return bool(getattr(sys, "frozen", False))


def county_command() -> list[str]:
    """The first words of the command that starts ``gridapp-county`` as a process of its own.

    In the bundle it is the executable beside ours; elsewhere our Python runs the server package
    (the desktop never imports it).
    """
    if is_packaged():
        ours = Path(sys.executable)
        return [str(ours.with_name("gridapp-county" + ours.suffix))]
    return [sys.executable, "-m", "gridapp.server"]
