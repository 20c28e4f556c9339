"""``doctor``: whether the county is well, one line for each thing looked at."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import typer

from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, now
from gridapp.server.commands.sentences import FAULTS, sentence, told
from gridapp.server.county.opening import DATABASE, engine_of
from gridapp.server.database.wall import ROLE
from gridapp.server.operations import checks
from gridapp.server.operations.checks import Check

LEAST_FREE = 2_000_000_000
"""Bytes; and as much again as the database has, for a backup beside it."""

WORDS = {
    Check.VERSION: ("数据库版本", "请升级数据库程序"),
    Check.TABLES: ("表结构", "请用同一版本的程序：启动一次 serve 即自动升级；库比程序新则升级程序"),
    Check.INTEGRITY: (
        "数据完整性",
        "磁盘或文件有损坏：停止服务器，换磁盘，用 restore 恢复最近的备份",
    ),
    Check.CHECKSUMS: (
        "页校验",
        "请停止 PostgreSQL，执行 pg_checksums --enable -D 数据目录，再启动，才能发现磁盘损坏",
    ),
    Check.BACKUP: ("最近备份", "请运行 backup，并检查每晚的定时任务"),
    Check.CLOCK: ("时钟", "请校准服务器时间（chrony 或 systemd-timesyncd）"),
    Check.FEEDS: ("数据流", "请保留现场，再用 restore 恢复最近的备份"),
    Check.JOURNAL: ("修改记录", "请保留现场，再用 restore 恢复最近的备份"),
    Check.DEVICES: ("设备进度", "请保留现场，再用 restore 恢复最近的备份"),
    Check.AUDIT: ("审计链", "审计记录被改动过，请保留现场，与日志中的 audit sealed 核对"),
    Check.SET_ASIDE: (
        "搁置的修改",
        "服务器处理不了这些修改，已原样保存（# 后是 devices 中的设备编号）："
        "请升级服务器程序，再请该设备的人重新提交",
    ),
    Check.SEALED: ("密件", "有记录未随案密封，请保留现场，再用 restore 恢复最近的备份"),
    Check.WALL: (
        "行级安全",
        f"请让数据库管理员执行 CREATE ROLE {ROLE}; GRANT {ROLE} TO 本县的数据库用户; 再重启 serve",
    ),
}
"""What each check is called, and what to do when it is not well."""


def doctor(data_dir: DataDir, database_url: DatabaseUrl = None, key_file: KeyFile = None) -> None:
    """Look at everything; exit with 1 when something is not well."""
    with told():
        lines = [*_space(data_dir), *_database(data_dir, key_file, database_url)]
    for ok, line in lines:
        typer.echo(f"{'✓' if ok else '✗'} {line}")
    raise typer.Exit(0 if all(ok for ok, _ in lines) else 1)


def _space(data_dir: Path) -> Iterator[tuple[bool, str]]:
    if not data_dir.is_dir():
        yield False, f"数据文件夹 没有 {data_dir}：请核对 --data-dir"
        return
    database = data_dir / DATABASE
    needed = LEAST_FREE + (database.stat().st_size if database.exists() else 0)
    free = shutil.disk_usage(data_dir).free
    advice = "" if free >= needed else f"：至少要 {needed / 1e9:.1f} GB，请清理或扩容"
    yield free >= needed, f"磁盘空间 {free / 1e9:.1f} GB{advice}"


def _database(
    data_dir: Path, key_file: Path | None, database_url: str | None
) -> Iterator[tuple[bool, str]]:
    if database_url is None and not (data_dir / DATABASE).exists():
        yield False, "数据库 没有：请启动 serve，或用 restore 恢复备份"
        return
    try:
        engine = engine_of(data_dir, key_file, database_url)
        try:
            with checks.moment(engine) as connection:
                found = checks.findings(connection, now())
        finally:
            engine.dispose()
    except FAULTS as error:
        yield False, f"数据库 打不开：{sentence(error)}"
        return
    yield True, "数据库 可连接"
    for finding in found:
        name, advice = WORDS[finding.check]
        line = f"{name} {finding.detail}".rstrip()
        yield finding.ok, line if finding.ok else f"{line}：{advice}"
