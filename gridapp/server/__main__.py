"""The county's command line: serve, and make enrolment codes."""

import json
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Annotated

import typer
import uvicorn

from gridapp.contract.people import Role
from gridapp.server import enrol as enrolment
from gridapp.server import logs
from gridapp.server.app import create_app
from gridapp.server.county import County
from gridapp.server.opening import open_county

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="The county server of gridapp.")

DataDir = Annotated[Path, typer.Option(help="Folder of the county's database and key.")]
KeyFile = Annotated[Path | None, typer.Option(help="Key of the database, if kept elsewhere.")]
DatabaseUrl = Annotated[str | None, typer.Option(help="postgresql+psycopg://… for production.")]


class _Server(uvicorn.Server):
    """Says where it listens, once it does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = (sockets or [])[0].getsockname()[:2]
        print(json.dumps({"listening": f"http://{host}:{port}"}), flush=True)


@cli.command()
def serve(
    data_dir: DataDir,
    port: Annotated[int, typer.Option(help="0 takes any free port.")],
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
    with_parent: Annotated[
        bool, typer.Option("--with-parent", help="Stop when standard input closes.")
    ] = False,
) -> None:
    """Serve the laptops of the county until stopped."""
    logs.set_up()
    county = _open(data_dir, key_file, database_url)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    server = _Server(uvicorn.Config(create_app(county), log_config=None, access_log=False))
    if with_parent:
        Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
    try:
        server.run(sockets=[listening])
    finally:
        county.close()


@cli.command()
def enrol(
    data_dir: DataDir,
    unit: Annotated[str, typer.Option(help="Area code of 6, 9 or 12 digits, or a unit's code.")],
    role: Annotated[Role, typer.Option(help="What the person is to the unit.")],
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Print a one-time code that lets one laptop in within 24 hours."""
    county = _open(data_dir, key_file, database_url)
    try:
        with county.writing() as connection:
            unit_id = enrolment.unit_for(connection, unit)
            if unit_id is None:
                typer.echo(f"no unit has the code {unit}", err=True)
                raise typer.Exit(2)
            code = enrolment.make_code(connection, unit_id, role, county.now())
    finally:
        county.close()
    typer.echo(code)


def _open(data_dir: Path, key_file: Path | None, database_url: str | None) -> County:
    return open_county(
        lambda: datetime.now(UTC), data_dir, key_file=key_file, database_url=database_url
    )


def _stop_with_parent(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()
    server.should_exit = True


def main() -> None:
    """Entry point of ``gridapp-county``."""
    cli()


if __name__ == "__main__":
    main()
