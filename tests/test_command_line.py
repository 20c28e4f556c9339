"""The command line says which version it is, as the desktop's page does."""

from importlib.metadata import version

from typer.testing import CliRunner

from gridapp.cli import app


def test_the_version_is_told_without_opening_anything() -> None:
    said = CliRunner().invoke(app, ["--version"])
    assert (said.exit_code, said.output) == (0, f"gridapp {version('gridapp')}\n")
