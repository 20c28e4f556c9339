"""The command line speaks to people: its version, what is wrong and what to do."""

from importlib.metadata import version

from typer.testing import CliRunner

from gridapp.cli import app
from gridapp.commands import doctor
from gridapp.host.doctor import Check, Finding
from gridapp.host.paths import FolderFault, Space

WELL = {Check.OK, Space.ENOUGH}


def test_the_version_is_told_without_opening_anything() -> None:
    said = CliRunner().invoke(app, ["--version"])
    assert (said.exit_code, said.output) == (0, f"gridapp {version('gridapp')}\n")


def test_the_doctor_says_in_words_what_to_do_about_everything_that_is_wrong() -> None:
    wrong = [code for kind in (Check, FolderFault, Space) for code in kind if code not in WELL]
    for code in wrong:
        (line,) = doctor.lines([Finding("libegl1", False, code, "libEGL.so.1")])
        assert line.startswith("✗ libegl1 libEGL.so.1 "), code
        assert line.endswith("。"), code
        assert code.value not in line
