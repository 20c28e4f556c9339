"""``erase`` and ``erasure``: legal erasure at the county, and how far it has come."""

from typing import Annotated
from uuid import UUID

import typer

from gridapp.server import audit
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import fail, told
from gridapp.server.exchange import records
from gridapp.server.operations import erasure as erasing
from gridapp.server.operations import proof


def erase(
    kind: Annotated[str, typer.Argument(help="记录种类，如 household、member、dispute")],
    record_id: Annotated[UUID, typer.Argument(metavar="ID", help="记录标识")],
    data_dir: DataDir,
    reason: Annotated[str, typer.Option(help="法律依据或申请文号；不要写姓名、证件号")],
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Leave no value of a record at the county, and none on any laptop that hears of it."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        key, now = (kind, record_id), county.now()
        if kind == "unit" or key not in records.read(connection, [key]):
            fail(f"没有这条记录：{kind} {record_id}", 2)
        erasing.remember(data_dir, key, now)
        erasing.order(connection, [key], now)
        erasing.carry_out(connection, now)
        said = {"kind": kind, "id": str(record_id), "reason": reason}
        audit.note(connection, now, None, "erasure_ordered", said)
    typer.echo("✓ 县里已清除，各台电脑下次同步时清除；用 erasure 查看进度。")


def erasure(data_dir: DataDir, database_url: DatabaseUrl = None, key_file: KeyFile = None) -> None:
    """List every erasure and the devices that have confirmed it."""
    with told(), opened(data_dir, key_file, database_url) as county, county.reading() as connection:
        for one in proof.proofs(connection):
            typer.echo(
                f"{one.kind} {one.id}  {one.erased_at.astimezone():%Y-%m-%d %H:%M}"
                f"  已确认 {_numbers(one.confirmed)}  待确认 {_numbers(one.waiting)}"
                f"  已停用未确认 {_numbers(one.revoked)}"
            )


def _numbers(devices: list[int]) -> str:
    return "、".join(map(str, devices)) or "无"
