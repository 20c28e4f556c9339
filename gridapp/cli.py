"""The command line: the desktop, the demo, rosters, the weekly report, the stick, the doctor."""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=False, add_completion=False, pretty_exceptions_enable=False)
roster = typer.Typer(help="花名册：只检查，不写入。", no_args_is_help=True)
report = typer.Typer(help="报表。", no_args_is_help=True)
sync = typer.Typer(help="同步：用U盘与县里交换。密码取自 GRIDAPP_PASSWORD。", no_args_is_help=True)
app.add_typer(roster, name="roster")
app.add_typer(report, name="report")
app.add_typer(sync, name="sync")


def _say_version(asked: bool) -> None:
    if asked:
        print(f"gridapp {version('gridapp')}")
        raise typer.Exit


DataDir = Annotated[Path | None, typer.Option("--data-dir", help="数据文件夹")]
Version = Annotated[
    bool, typer.Option("--version", help="版本", is_eager=True, callback=_say_version)
]
PersonName = Annotated[str, typer.Option(help="本机上的人员姓名，只有一人时可省")]


@app.callback(invoke_without_command=True, help="网格工作：打开桌面程序。")
def start(context: typer.Context, data_dir: DataDir = None, _version: Version = False) -> None:
    """Open the desktop when no command is named."""
    if context.invoked_subcommand is None:
        from gridapp.app import run

        raise typer.Exit(run(_data(data_dir)))


@app.command(help="演示：本机起一个县服务器，造一个永福县，全部为虚构人员。")
def demo(
    data_dir: DataDir = None,
    headless: Annotated[bool, typer.Option(help="不开窗口，跑完全部主要工作并核对")] = False,
    exit_after_open: Annotated[bool, typer.Option(help="窗口画出后即退出")] = False,
) -> None:
    """Run the demo, with or without its window."""
    from gridapp.demo import running

    folder = data_dir or _data(None).with_name("gridapp-demo")
    if headless:
        try:
            summary = running.headless(folder)
        except running.DemoError:
            print(f"{folder} 不是空文件夹，也不是演示文件夹，请换一个。", file=sys.stderr)
            raise typer.Exit(2) from None
        print(json.dumps(summary, ensure_ascii=False, indent=1))
        raise typer.Exit(0 if summary["reconciles"] else 1)
    from gridapp.app import run_demo

    raise typer.Exit(run_demo(folder, exit_after_open=exit_after_open))


@roster.command("check", help="检查一份花名册，列出每行的问题；不写入任何数据。")
def roster_check(
    file: Path, as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False
) -> None:
    """Print what a correct import of a file would yield."""
    from gridapp.rosters.check import main_check

    raise typer.Exit(main_check(file, as_json))


@report.command(
    "weekly",
    help="写出一个单位的周报、月报等（.xlsx 和 .docx）。密码取自 GRIDAPP_PASSWORD，没有则询问。",
)
def report_weekly(
    unit: Annotated[str, typer.Option(help="单位的区划代码，如 450326103")],
    week: Annotated[str, typer.Option(help="周、月、季或年，如 2026-W47、2026-11、2026-Q4、2026")],
    out: Annotated[Path, typer.Option(help="写到哪个文件夹")],
    data_dir: DataDir = None,
    person: PersonName = "",
) -> None:
    """Write the report of a unit without a window."""
    from gridapp.commands.weekly import weekly_files

    raise typer.Exit(weekly_files(_data(data_dir), person, unit, week, out))


@sync.command("bundle-out", help="把没上传的内容写成一个文件，送到县里。只有县里能打开。")
def bundle_out(file: Path, data_dir: DataDir = None, person: PersonName = "") -> None:
    """Write what waits into a file for the county."""
    from gridapp.commands import bundles

    raise typer.Exit(bundles.write_out(_data(data_dir), person, file))


@sync.command("bundle-in", help="读入县里交回的文件。只有这台电脑能打开。")
def bundle_in(file: Path, data_dir: DataDir = None, person: PersonName = "") -> None:
    """Take in the county's answer."""
    from gridapp.commands import bundles

    raise typer.Exit(bundles.take_in(_data(data_dir), person, file))


@app.command(help="检查这台电脑：缺什么系统库、SQLite 版本、空间。")
def doctor() -> None:
    """Print what this machine has and lacks."""
    from gridapp.commands.doctor import lines
    from gridapp.host.doctor import findings

    found = findings()
    print("\n".join(lines(found)))
    raise typer.Exit(0 if all(finding.ok for finding in found) else 1)


def _data(chosen: Path | None) -> Path:
    from gridapp.host.paths import standard_folders

    return chosen or standard_folders().data
