"""What an operator is told when a command cannot do its work: one sentence, then it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from sqlalchemy.exc import DatabaseError

from gridapp.contract.problems import Problem
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
    Problem.BUSY: "数据库正忙，请稍后再试。",
}


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what is wrong and end the program."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


@contextmanager
def told() -> Iterator[None]:
    """Turn what can go wrong around a database into a sentence."""
    try:
        yield
    except BackupFault as error:
        fail(BACKUP[error.fault])
    except Refusal as error:
        fail(REFUSED.get(error.code, error.code.value))
    except FileNotFoundError as error:
        fail(f"没有这个文件：{error.filename}")
    except OSError as error:
        fail(f"读写失败：{error.strerror}（{error.filename}）")
    except DatabaseError as error:
        first = str(error.orig).partition("\n")[0]  # the lines after it may show values
        fail(f"数据库读写失败，没有完成（磁盘、权限、密钥或地址）：{first}")
