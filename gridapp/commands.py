"""What the command line does with a person's data: sign in without a window, write the report."""

import getpass
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from uuid_utils.compat import uuid7

from gridapp.demo.laptops import PASSWORD, Where
from gridapp.domain.weeks import Week, WeekError
from gridapp.host.keyfile import KeyRefused
from gridapp.host.people import PersonLabel, list_people
from gridapp.reports.files import ReportError
from gridapp.store.opening import StoreError
from gridapp.usecases import people, weekly
from gridapp.usecases.desk import Desk
from gridapp.usecases.people import Surroundings


class _RefusedError(Exception):
    """A sentence for the person at the terminal."""


def weekly_files(data: Path, name: str, unit_code: str, week: str, out: Path) -> int:
    """Write the weekly report as .xlsx and .docx; returns the exit status (2: a sentence)."""
    try:
        desk = _sign_in(data, name)
        try:
            _write(desk, unit_code, Week.parse(week), out)
        finally:
            desk.store.close()
    except WeekError:
        return _refuse(f"“{week}”不是一周，请写成 2026-W47 这样。")
    except ReportError as error:
        return _refuse(f"周报写不进 {out}：{error.code}。请检查文件夹，关闭已打开的周报。")
    except KeyRefused:
        return _refuse("密码不对，请重试。")
    except StoreError as error:
        return _refuse(f"数据打不开：{error.code}。请先关闭正在运行的网格工作程序。")
    except _RefusedError as error:
        return _refuse(str(error))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def _write(desk: Desk, unit_code: str, week: Week, out: Path) -> None:
    unit = next((unit for unit in weekly.units(desk) if unit.code == unit_code), None)
    if unit is None:
        raise _RefusedError(f"本机没有代码为 {unit_code} 的县、乡镇或村，请核对区划代码。")
    report = weekly.draw_up(desk, unit.id, week)
    out.mkdir(parents=True, exist_ok=True)
    print(weekly.write_excel(desk, report, out / weekly.file_name(report, ".xlsx")))
    print(weekly.write_word(desk, report, out / weekly.file_name(report, ".docx")))


def _sign_in(data: Path, name: str) -> Desk:
    laptop = _laptop(data)
    found = [person for person in list_people(laptop) if name in {"", person.name}]
    if len(found) != 1:
        names = "、".join(person.name for person in list_people(laptop)) or "无"
        raise _RefusedError(f"请用 --person 指明人员；本机上的人员：{names}。")
    around = Surroundings(laptop, lambda: datetime.now(UTC), uuid7)
    return people.sign_in(around, found[0].id, _password(found[0]))


def _laptop(data: Path) -> Path:
    """The folder itself, or the township's laptop in a folder of the demo."""
    township = Where(data).laptop("township")
    return township if township.exists() else data


def _password(person: PersonLabel) -> str:
    if person.demo:
        return PASSWORD
    return os.environ.get("GRIDAPP_PASSWORD") or getpass.getpass(f"{person.name} 的密码：")
