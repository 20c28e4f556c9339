"""``enrol``: a one-time code that lets a laptop in."""

from typing import Annotated

import typer

from gridapp.contract.people import Role
from gridapp.server import enrol as enrolment
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened


def enrol(
    data_dir: DataDir,
    unit: Annotated[str, typer.Option(help="Area code of 6, 9 or 12 digits, or a unit's code.")],
    role: Annotated[Role, typer.Option(help="What the person is to the unit.")],
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Print a one-time code that lets one laptop in within 24 hours."""
    with opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        unit_id = enrolment.unit_for(connection, unit)
        if unit_id is None:
            typer.echo(f"no unit has the code {unit}", err=True)
            raise typer.Exit(2)
        code = enrolment.make_code(connection, unit_id, role, county.now())
    typer.echo(code)
