"""What the first window needs before its first paint."""

import subprocess
import sys

HEAVY = "sqlmodel sqlalchemy sqlcipher3 alembic pydantic httpx2 xlsxwriter docx msgspec zstandard"
SLOW = "dataclasses datetime concurrent.futures PySide6.QtSvg gridapp.ui.icons"
"""Each takes from 1 to 10 ms, of the 120 or so until the first paint."""


CODE = """
import sys
import gridapp.ui.start.window
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""
WARM = """
import sys
from gridapp.ui.start import doors
doors.warm_up()
warm = set(sys.modules)
from gridapp.usecases import people
from gridapp.ui.desktop import Desktop
print(*set(sys.modules) - warm)
"""


def test_the_first_window_imports_nothing_that_can_wait() -> None:
    late = [*HEAVY.split(), *SLOW.split(), "gridapp.store", "gridapp.usecases"]
    command = [sys.executable, "-c", CODE, *late]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.split() == []


def test_while_the_password_is_typed_all_is_imported_that_signing_in_needs() -> None:
    said = subprocess.run([sys.executable, "-c", WARM], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
