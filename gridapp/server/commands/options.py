"""Where the county is: the options that every command takes, and the county they open."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from gridapp.server.commands.sentences import fail
from gridapp.server.county.county import County
from gridapp.server.county.opening import DATABASE, open_county

DataDir = Annotated[Path, typer.Option(help="县数据文件夹：数据库与密钥")]
KeyFile = Annotated[Path | None, typer.Option(help="数据库密钥，若不在数据文件夹里")]
DatabaseUrl = Annotated[str | None, typer.Option(help="用 PostgreSQL 时：postgresql+psycopg://…")]


def now() -> datetime:
    """The clock of every command."""
    return datetime.now(UTC)


@contextmanager
def opened(data_dir: Path, key_file: Path | None, database_url: str | None) -> Iterator[County]:
    """The county that the options name, closed at the end. A mistyped folder is not made one."""
    if not (data_dir if database_url else data_dir / DATABASE).exists():
        fail(
            f"{data_dir} 里没有县数据库。请核对 --data-dir 和 --database-url；新的县先启动 serve。"
        )
    county = open_county(now, data_dir, key_file=key_file, database_url=database_url)
    try:
        yield county
    finally:
        county.close()
