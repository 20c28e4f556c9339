"""The Chinese catalogue is complete and fresh."""

import runpy
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "installer" / "translations.py"


def test_every_source_string_has_its_chinese() -> None:
    assert runpy.run_path(str(TOOL))["check"]() == []
