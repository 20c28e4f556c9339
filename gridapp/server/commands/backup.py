"""``backup`` and ``restore``: the county in one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, now, opened
from gridapp.server.commands.sentences import fail, told
from gridapp.server.county.county import County
from gridapp.server.county.opening import KEY, engine_of, make_key, read_key
from gridapp.server.database import settings
from gridapp.server.operations import backup as backups
from gridapp.server.operations import restore as restoring


def backup(
    data_dir: DataDir,
    to: Annotated[Path, typer.Option(help="备份写到这个文件；同名的旧备份改名保留")],
    keep: Annotated[int, typer.Option(min=1, help="一共保留几份")] = 14,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Copy the running county into one encrypted file, proved row by row."""
    if to.resolve().parent == data_dir.resolve():
        fail("这是县数据文件夹，请把备份写到别处，最好是另一块磁盘。")
    if (to.exists() and not to.is_file()) or not to.parent.is_dir():
        fail(f"{to} 不是普通文件，或它的文件夹不存在。请写明文件名，如 county.backup。")
    with told(), opened(data_dir, key_file, database_url) as county:
        made = backups.make(county, to, _key(county, key_file or data_dir / KEY), keep)
    typer.echo(f"✓ 已备份并核对：{to}，{made.rows} 行，{made.size / 1e6:.1f} MB")


def _key(county: County, path: Path) -> bytes:
    """The key, made for the first backup of a PostgreSQL; a lost one is to be put back."""
    with county.reading() as connection:
        first = settings.get(connection, settings.LAST_BACKUP) is None
    return make_key(path) if first else read_key(path)


def restore(
    file: Annotated[Path, typer.Argument(help="备份文件")],
    data_dir: DataDir,
    replace: Annotated[
        bool, typer.Option("--replace", help="县里已有数据也恢复；旧数据改名保留，不删除")
    ] = False,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Put a proved backup in the place of the county."""
    with told():
        key = read_key(key_file or data_dir / KEY)
        aside: object
        if database_url is None:
            aside = restoring.into_folder(file, data_dir, key, now, replace=replace)
        else:
            engine = engine_of(data_dir, key_file, database_url)
            try:
                aside = restoring.into_database(file, data_dir, key, engine, now, replace=replace)
            finally:
                engine.dispose()
    kept = f"旧数据保留在 {aside}" if aside else ""
    typer.echo(f"✓ 已恢复。这份备份之后给出或收回的授权，请重做一次。{kept}")
