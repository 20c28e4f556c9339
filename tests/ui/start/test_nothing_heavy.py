"""What the first window needs before its first paint."""

import subprocess
import sys

HEAVY = "sqlmodel sqlalchemy sqlcipher3 alembic pydantic httpx2 xlsxwriter docx"

CODE = """
import sys
import gridapp.ui.start.window
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_the_first_window_imports_no_database_no_network_and_no_office_library() -> None:
    command = [sys.executable, "-c", CODE, *HEAVY.split(), "gridapp.store", "gridapp.usecases"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
