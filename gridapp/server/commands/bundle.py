"""``bundle take``: what a laptop sent by stick is taken in, and the answer to it written."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from gridapp.contract.bundle import LARGEST, BundleError, BundleFault
from gridapp.contract.problems import Problem
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened
from gridapp.server.commands.sentences import fail, told
from gridapp.server.county import bundle as bundles
from gridapp.server.database import durable
from gridapp.server.problems import Refusal

bundle = typer.Typer(no_args_is_help=True)

FAULTS: dict[str, str] = {
    BundleFault.NOT_A_BUNDLE: "这不是同步文件。请选电脑写出的 .gridapp-out 文件。",
    BundleFault.NOT_READ: "这个文件读不了。请检查路径和U盘，再试一次。",
    BundleFault.DAMAGED: "这个文件已损坏，没有使用。请那台电脑重新写一份。",
    BundleFault.FORMAT: "这个文件来自另一版本的程序。请先升级，再试一次。",
    BundleFault.WRONG_WAY: "这是县里交回电脑的文件。请选电脑写出的 .gridapp-out 文件。",
    BundleFault.OTHER_COUNTY: "这个文件是送往另一个县的，没有使用。请核对U盘。",
    Problem.UNKNOWN_DEVICE: "县里没有登记这台电脑，文件没有使用。请它联网重新加入。",
}

PROBLEMS: dict[str, str] = {
    Problem.DEVICE_FORKED: "那台电脑的数据被复制过，没有收下全部内容。请它联网同步一次。",
    Problem.DSEQ_GAP: "县里缺少它较早的内容（恢复过备份）。它读入应答后会再写一份完整的。",
    Problem.TOO_OLD: "那台电脑的程序太旧，没有收下。请它先升级。",
    Problem.REVOKED: "那台电脑已停用：内容已收下，不再下发数据。",
}
"""The answer says the same to the laptop, so it is to be carried back all the same."""


@bundle.command("take", help="收下一台电脑用U盘送来的文件，写出应答；服务器可以照常运行。")
def take(
    file: Annotated[Path, typer.Argument(help="电脑写出的 .gridapp-out 文件")],
    reply: Annotated[Path, typer.Option(help="应答写到这里（.gridapp-in），送回那台电脑")],
    data_dir: DataDir,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
) -> None:
    """Take in a laptop's file and write the answer for it. Again does no harm."""
    data = _bytes(file)
    with told(), opened(data_dir, key_file, database_url) as county:
        try:
            taken = bundles.take(county, data)
        except BundleError as error:
            fail(FAULTS[error.code], 2)
        except Refusal as refusal:
            if refusal.code not in FAULTS:
                raise
            fail(FAULTS[refusal.code], 2)
    _put(taken.reply, reply)
    typer.echo(f"✓ 收下 {taken.changes} 条改动，下发 {taken.rows} 条记录。应答：{reply}")
    if taken.problem is not None:
        known = PROBLEMS.get(taken.problem, f"没有收下全部内容（{taken.problem.value}）。")
        fail(f"{known}应答已写出，请照样送回。", 2)


def _bytes(file: Path) -> bytes:
    """The file, or so much of it that it is seen to be too large. A pipe would never end."""
    try:
        if not file.is_file():
            fail(FAULTS[BundleFault.NOT_READ], 2)
        with file.open("rb") as content:
            return content.read(LARGEST + 1)
    except OSError:
        fail(FAULTS[BundleFault.NOT_READ], 2)


def _put(data: bytes, path: Path) -> None:
    """Write beside the path, then rename, so that no half file is ever carried away."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        durable.sync(part)
        part.replace(path)
        durable.sync(path.parent)
    except OSError:
        fail("内容已收下，但应答写不出来。请检查U盘和路径，或换个U盘，再收一次这个文件。", 2)
    finally:
        with suppress(OSError):
            part.unlink()
