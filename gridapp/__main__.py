"""The command line: the desktop, the demo, checking a roster, the weekly report, the doctor."""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=False, add_completion=False, pretty_exceptions_enable=False)
roster = typer.Typer(help="花名册：只检查，不写入。", no_args_is_help=True)
report = typer.Typer(help="报表。", no_args_is_help=True)
app.add_typer(roster, name="roster")
app.add_typer(report, name="report")

DataDir = Annotated[Path | None, typer.Option("--data-dir", help="数据文件夹")]


@app.callback(invoke_without_command=True)
def start(context: typer.Context, data_dir: DataDir = None) -> None:
    """网格工作：打开桌面程序。"""
    if context.invoked_subcommand is None:
        from gridapp.app import run

        raise typer.Exit(run(_data(data_dir)))


@app.command()
def demo(
    data_dir: DataDir = None,
    headless: Annotated[bool, typer.Option(help="不开窗口，跑完全部主要工作并核对")] = False,
    exit_after_open: Annotated[bool, typer.Option(help="窗口画出后即退出")] = False,
) -> None:
    """演示：本机起一个县服务器，造一个永福县，全部为虚构人员。"""
    from gridapp.demo import running

    folder = data_dir or _data(None).with_name("gridapp-demo")
    if headless:
        summary = running.headless(folder)
        print(json.dumps(summary, ensure_ascii=False, indent=1))
        raise typer.Exit(0 if summary["reconciles"] else 1)
    from gridapp.app import run_demo

    raise typer.Exit(run_demo(folder, exit_after_open=exit_after_open))


@roster.command("check")
def roster_check(
    file: Path, as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False
) -> None:
    """检查一份花名册，列出每行的问题；不写入任何数据。"""
    from gridapp.rosters.check import main_check

    raise typer.Exit(main_check(file, as_json))


@report.command("weekly")
def report_weekly(
    unit: Annotated[str, typer.Option(help="单位的区划代码，如 450326103")],
    week: Annotated[str, typer.Option(help="周，如 2026-W47")],
    out: Annotated[Path, typer.Option(help="写到哪个文件夹")],
    data_dir: DataDir = None,
    person: Annotated[str, typer.Option(help="本机上的人员姓名，只有一人时可省")] = "",
) -> None:
    """写出一个单位一周的周报（.xlsx 和 .docx）。密码从标准输入或终端读取。"""
    from gridapp.reports.command import weekly_files

    raise typer.Exit(weekly_files(_data(data_dir), person, unit, week, out))


@app.command()
def doctor() -> None:
    """检查这台电脑：缺什么系统库、SQLite 版本、空间。"""
    from gridapp.host.doctor import findings

    found = findings()
    for finding in found:
        print(f"{'✓' if finding.ok else '✗'} {finding.name} {finding.code}")
    raise typer.Exit(0 if all(finding.ok for finding in found) else 1)
