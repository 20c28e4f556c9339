"""The county's command line: puts the commands together."""

from collections.abc import Callable

import typer

from gridapp.server.commands.backup import backup, restore
from gridapp.server.commands.bundle import bundle
from gridapp.server.commands.devices import devices, end_grant, grant, revoke
from gridapp.server.commands.doctor import doctor
from gridapp.server.commands.enrol import enrol
from gridapp.server.commands.erase import erase, erasure
from gridapp.server.commands.expire import expire
from gridapp.server.commands.files import files
from gridapp.server.commands.serve import serve

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="The county server of gridapp.")

HELP: dict[Callable[..., None], str] = {
    serve: "启动县服务器，直到停止。",
    enrol: "生成一次性加入码：24 小时内可让一台电脑加入。",
    doctor: "检查：数据库、空间、备份、时钟、数据是否一致；有 ✗ 时退出码为 1。",
    devices: "列出设备：谁的、何时联系过、上面有什么。",
    revoke: "停用一台设备：只能交回未上传的内容，不能再读。",
    grant: "给一台设备一个单位的角色。",
    end_grant: "收回一台设备对一个单位的授权。",
    backup: "备份全县数据：服务器照常运行，写成一个加密文件，逐行核对。",
    erase: "依法清除一条记录：县里和各台电脑上不留内容。",
    erasure: "列出依法清除的记录，以及哪些设备已确认。",
    expire: "清理过期的位置、记号、答复和加入码；serve 每天自动做一次。",
    files: "照片和文件：有多少、占多大、最多可占多大。",
    restore: "从备份恢复：先核对，再整体换上。请先停止县服务器。",
}
"""What each command is for, as the operator reads it."""

for command, words in HELP.items():
    cli.command(help=words)(command)


cli.add_typer(bundle, name="bundle", help="用U盘与电脑交换。")


def main() -> None:
    """Entry point of ``gridapp-county``."""
    cli()


if __name__ == "__main__":
    main()
