"""``files``: how much room the photos and files of cases take, and how much they may."""

from typing import Annotated

import typer
from sqlalchemy import func, select

from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import told
from gridapp.server.database import settings
from gridapp.server.database.tables import blob
from gridapp.server.exchange.blobs import quota

GIB = 1 << 30

Most = Annotated[int | None, typer.Option(min=1, help="改为最多占多少 GB")]


def files(
    data_dir: DataDir,
    most: Most = None,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Say how many there are and how much room they take; set the most that they may take."""
    with told(), opened(data_dir, key_file, database_url) as county:
        with county.writing() as connection:
            if most is not None:
                settings.put(connection, settings.BLOB_QUOTA, str(most * GIB))
        with county.reading() as connection:
            sizes = select(func.count(), func.coalesce(func.sum(blob.c.size), 0))
            count, taken = connection.execute(sizes).one()
            allowed = quota(connection)
    full = taken > allowed * 9 // 10
    advice = "：快满了，用 --most 调大，或扩容磁盘" if full else ""
    typer.echo(
        f"{'✗' if full else '✓'} 照片和文件 {count} 个，{taken / GIB:.1f} GB，"
        f"最多 {allowed / GIB:.0f} GB{advice}"
    )
