"""``devices``, ``revoke``, ``grant`` and ``end-grant``: who may read and write what."""

import json
from dataclasses import asdict
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy import Connection

from gridapp.contract.people import Role
from gridapp.server import audit
from gridapp.server.access import devices as known
from gridapp.server.access.devices import Device, Status
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import fail, told
from gridapp.server.county import enrol
from gridapp.server.operations import overview, revocation
from gridapp.server.operations.overview import Line

Name = Annotated[str, typer.Argument(help="设备的编号或标识")]
Unit = Annotated[str, typer.Option(help="区划代码（6、9、12 位）或单位代码")]

STATUS = {Status.ACTIVE: "在用", Status.REVOKED: "已停用"}


def devices(
    data_dir: DataDir,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """List every device: whose it is, when it was heard of, what is on it."""
    with told(), opened(data_dir, key_file, database_url) as county, county.reading() as connection:
        lines = list(overview.lines(connection))
    if as_json:
        written = [asdict(line) for line in lines]
        typer.echo(json.dumps(written, ensure_ascii=False, indent=1, default=str))
    else:
        for line in lines:
            typer.echo(_sentence(line))


def revoke(
    device: Name, data_dir: DataDir, database_url: DatabaseUrl = None, key_file: KeyFile = None
) -> None:
    """Let a device hand in what it wrote, and read nothing more."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        revocation.revoke(connection, data_dir, _device(connection, device).id, county.now())
    typer.echo("✓ 已停用。它下次联系时只能交回未上传的内容；离线的电脑无法远程清除。")


def grant(
    device: Name,
    data_dir: DataDir,
    unit: Unit,
    role: Annotated[Role, typer.Option(help="在这个单位的角色")],
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Give a device a role on a unit."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        which, where = _device(connection, device), _unit(connection, unit)
        if which.status == Status.REVOKED:
            fail("这台设备已停用，不能再授权。", 2)
        known.give(connection, which.id, where, role.value)
        said = {"unit": str(where), "role": role.value}
        audit.note(connection, county.now(), which.id, "granted", said)
    typer.echo("✓ 已授权，下次同步时生效。")


def end_grant(
    device: Name,
    data_dir: DataDir,
    unit: Unit,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Take a unit from a device; it is erased there at the next contact."""
    with told(), opened(data_dir, key_file, database_url) as county, county.writing() as connection:
        which, where = _device(connection, device), _unit(connection, unit)
        if not known.end_grant(connection, which.id, where, county.now()):
            fail("这台设备没有这个单位的授权。", 2)
    typer.echo("✓ 已收回，下次同步时从那台电脑上清除。")


def _device(connection: Connection, name: str) -> Device:
    found = known.named(connection, name)
    return found or fail(f"没有这台设备：{name}", 2)


def _unit(connection: Connection, code: str) -> UUID:
    found = enrol.unit_for(connection, code)
    return found or fail(f"没有这个单位：{code}", 2)


def _sentence(line: Line) -> str:
    units = "、".join(f"{g.unit}({g.code})" if g.code else g.unit for g in line.grants)
    roles = "、".join(sorted({g.role for g in line.grants}))
    heard = f"{line.last_contact.astimezone():%Y-%m-%d %H:%M}" if line.last_contact else "从未"
    holds = " ".join(f"{kind} {count}" for kind, count in line.holds.items())
    return (
        f"{line.number}  {line.person}  {units or '无授权'}  {roles}  {STATUS[Status(line.status)]}"
        f"  最近联系 {heard}  已收 {line.last_dseq}  待处理冲突 {line.open_conflicts}"
        f"  持有 {holds or '无'}"
    )
