"""Where the files that ship with the program are."""

import sys
from pathlib import Path

from gridapp.host.packaged import is_packaged


def resource(*parts: str) -> Path:
    """The path of a shipped file, e.g. ``resource("i18n", "zh_CN.qm")``; it need not exist."""
    return _root().joinpath(*parts)


def _root() -> Path:
    """The bundle unpacks ``resources``, a wheel lays ``gridapp_resources`` beside the package, a
    checkout has ``resources`` there.
    """
    if is_packaged():
        return Path(sys._MEIPASS) / "resources"  # type: ignore[attr-defined]
    beside = Path(__file__).resolve().parents[2]
    installed = beside / "gridapp_resources"
    return installed if installed.is_dir() else beside / "resources"
