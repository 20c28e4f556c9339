"""The county's command line: puts the commands together."""

import typer

from gridapp.server.commands.enrol import enrol
from gridapp.server.commands.serve import serve

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="The county server of gridapp.")
cli.command()(serve)
cli.command()(enrol)


def main() -> None:
    """Entry point of ``gridapp-county``."""
    cli()


if __name__ == "__main__":
    main()
