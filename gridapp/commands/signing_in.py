"""Signing in without a window; what goes wrong with a person's data is one sentence."""

import getpass
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from uuid_utils.compat import uuid7

from gridapp.demo.laptops import PASSWORD, Where
from gridapp.host.keyfile import KeyRefused
from gridapp.host.laptop import Laptop
from gridapp.host.people import PersonLabel, list_people
from gridapp.store.opening import StoreError, StoreFault
from gridapp.usecases import people
from gridapp.usecases.desk import Desk

STORE: dict[str, str] = {
    StoreFault.LOCKED: "数据正在使用。请先关闭正在运行的网格工作程序。",
    StoreFault.DISK_FULL: "这台电脑的磁盘满了。请腾出空间再试，已保存的都在。",
    StoreFault.READ_ONLY: "数据文件夹不能写入。请联系管理员。",
    StoreFault.NEWER: "数据是更新版本的程序写的。请先升级。",
}


class RefusedError(Exception):
    """A sentence for the person at the terminal."""


def at_desk(data: Path, name: str, work: Callable[[Desk], None]) -> int:
    """Work at the desk of a person of this laptop; returns the exit status (2: a sentence)."""
    try:
        desk = _sign_in(data, name)
        try:
            work(desk)
        finally:
            desk.store.close()
    except KeyRefused:
        return _refuse("密码不对，请重试。")
    except StoreError as error:
        return _refuse(STORE.get(error.code, f"数据读写不了（{error.code}）。请联系管理员。"))
    except RefusedError as error:
        return _refuse(str(error))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def _sign_in(data: Path, name: str) -> Desk:
    folder = _folder(data)
    found = [person for person in list_people(folder) if name in {"", person.name}]
    if len(found) != 1:
        names = "、".join(person.name for person in list_people(folder)) or "无"
        raise RefusedError(f"请用 --person 指明人员；本机上的人员：{names}。")
    laptop = Laptop(folder, lambda: datetime.now(UTC), uuid7)
    return people.sign_in(laptop, found[0].id, _password(found[0]))


def _folder(data: Path) -> Path:
    """The folder itself, or the township's laptop in a folder of the demo."""
    township = Where(data).laptop("township")
    return township if township.exists() else data


def _password(person: PersonLabel) -> str:
    if person.demo:
        return PASSWORD
    return os.environ.get("GRIDAPP_PASSWORD") or getpass.getpass(f"{person.name} 的密码：")
