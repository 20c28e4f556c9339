"""``enrol``: a one-time code that lets a laptop in."""

from typing import Annotated

import typer

from gridapp.contract.people import Role
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import fail, told
from gridapp.server.county import enrol as enrolment


def enrol(
    data_dir: DataDir,
    unit: Annotated[str, typer.Option(help="区划代码（6、9、12 位）或单位代码")],
    role: Annotated[Role, typer.Option(help="在这个单位的角色")],
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Print a one-time code that lets one laptop in within 24 hours."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        unit_id = enrolment.unit_for(connection, unit)
        if unit_id is None:
            fail(f"没有这个单位：{unit}", 2)
        code = enrolment.make_code(connection, unit_id, role, county.now())
    typer.echo(code)
