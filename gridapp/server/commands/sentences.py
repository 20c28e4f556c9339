"""What an operator is told when a command cannot do its work: one sentence, then it ends."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from alembic.util.exc import CommandError
from sqlalchemy.exc import ArgumentError, DatabaseError

from gridapp.contract.problems import Problem
from gridapp.server.county.opening import NotAKey
from gridapp.server.operations.backup import BackupFault, Fault
from gridapp.server.problems import Refusal

BACKUP = {
    Fault.UNREADABLE: "打不开：不是县备份，或密钥不对，或已损坏。请换一个备份或指定 --key-file。",
    Fault.ALTERED: "这个备份与它自己的校验数不符，没有使用。请换一个备份。",
    Fault.NEWER: "这个备份来自更新版本的程序。请先升级县服务器。",
    Fault.NOT_EMPTY: "县里已有数据，没有恢复。确要替换请加 --replace，旧的会改名保留。",
    Fault.IN_USE: "县服务器还开着。请先停止它，再恢复。",
}

REFUSED = {
    Problem.DISK_FULL: "磁盘满了，没有完成。请腾出空间再试。",
    Problem.BUSY: "数据库正忙，或没有启动、连不上。请稍后再试，或用 doctor 看原因。",
}

FAULTS = (BackupFault, Refusal, OSError, NotAKey, CommandError, ArgumentError, DatabaseError)
"""What can go wrong around a database, and is no fault of the program."""


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what is wrong and end the program."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


@contextmanager
def told() -> Iterator[None]:
    """Turn what can go wrong around a database into a sentence."""
    try:
        yield
    except FAULTS as error:
        fail(sentence(error))


def sentence(error: Exception) -> str:
    """What one of the faults means, and what to do."""
    match error:
        case BackupFault():
            said = BACKUP[error.fault]
        case Refusal():
            said = REFUSED.get(error.code, error.code.value)
        case FileNotFoundError():
            said = f"没有这个文件：{error.filename}"
        case OSError(errno=errno.ENOSPC):
            said = REFUSED[Problem.DISK_FULL]
        case OSError():
            said = f"读写失败：{error.strerror}（{error.filename}）"
        case NotAKey():
            said = f"这不是县的密钥：{error}。请换回抄存的那一份（64 个字符）。"
        case CommandError():
            said = "数据库来自更新版本的程序。请先升级县服务器。"
        case ArgumentError():
            said = "数据库地址不对，应像 postgresql+psycopg:///gridapp。请核对 --database-url。"
        case _:
            said = _of_database(error)
    return said


def _of_database(error: Exception) -> str:
    first = str(getattr(error, "orig", error)).partition("\n")[0]  # later lines may show values
    if "disk is full" in first:
        return REFUSED[Problem.DISK_FULL]
    if "malformed" in first:
        return "数据库已损坏。请停止服务器，换磁盘，用 restore 恢复最近的备份。"
    if first == "file is not a database":
        return "密钥与数据库不符，或数据库已损坏。请换回抄存的密钥，不行再用 restore 恢复备份。"
    return f"数据库读写失败，没有完成：{first}。请核对磁盘、权限和地址，以及数据库是否启动。"
