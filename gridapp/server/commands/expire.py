"""``expire``: forget what is too old now; ``serve`` does it each day."""

import typer

from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import told
from gridapp.server.operations import expiry


def expire(data_dir: DataDir, database_url: DatabaseUrl = None, key_file: KeyFile = None) -> None:
    """Remove old heads, stubs and codes."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        gone = expiry.run(connection, county.now(), county.folder)
    typer.echo(
        f"✓ 已清理：历史位置 {gone.heads}，移出记号 {gone.stubs}，"
        f"加入码 {gone.codes}，"
        f"未传完的内容 {gone.uploads}，无人引用的照片和文件 {gone.blobs}"
    )
