"""``gridapp sync bundle-out`` and ``bundle-in``: the USB stick without a window."""

from pathlib import Path

from gridapp.commands.signing_in import RefusedError, at_desk
from gridapp.contract.problems import Problem
from gridapp.reports.files import ReportFault
from gridapp.sync import engine
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError, BundleFault

SENTENCES: dict[str, str] = {
    BundleFault.NOT_A_BUNDLE: "这不是同步文件。请选县里交回的 .gridapp-in 文件。",
    BundleFault.NOT_READ: "这个文件读不了。请检查路径和U盘，再试一次。",
    BundleFault.DAMAGED: "这个文件已损坏，没有使用。请重新拷贝，或请县里重新写一份。",
    BundleFault.FORMAT: "这个文件来自另一版本的程序。请先升级，再试一次。",
    BundleFault.WRONG_WAY: "这是送往县里的文件。请选县里交回的 .gridapp-in 文件。",
    BundleFault.OTHER_COUNTY: "这个文件来自另一个县，没有使用。请核对U盘。",
    BundleFault.OTHER_DEVICE: (
        "这个文件是给另一台电脑的，没有使用。请在写出它的电脑上读入；就是本机写的，请重新写一份。"
    ),
    BundleFault.OLD: "这个文件里的内容都已经收过了，不用再读。",
    BundleFault.MORE: "已收下，但还有没送到的内容。请再写一份文件送县里。",
    BundleFault.NOT_JOINED: "这台电脑还没有加入县里。请先联网加入。",
    BundleFault.NO_COUNTY_KEYS: "这台电脑还不认识县里的密钥。请先联网同步一次。",
    BundleFault.NEEDS_NETWORK: "这份数据被复制或恢复过，U盘解决不了。请联网同步一次，不会丢失。",
    ReportFault.FILE_OPEN: "同名文件正被占用或不许改写。请关闭它，或换一个文件名。",
    ReportFault.FOLDER_MISSING: "没有这个文件夹。请检查路径和U盘。",
    ReportFault.FOLDER_READ_ONLY: "这个文件夹不能写入。请换一个U盘或文件夹。",
    ReportFault.DISK_FULL: "U盘满了，没有写出。请腾出空间，或换一个U盘。",
    ReportFault.NAME_WRONG: "文件名或路径太长，或有不能用的字符。请换一个文件名。",
    ReportFault.NOT_WRITTEN: "文件写不出来。请换一个文件名或U盘。",
    engine.RUNNING: "正在同步，请等它完成后再试。",
    engine.DIFFERING: "已收下，但部分数据与县里不一致。请再同步一次；仍不一致请联系县里。",
    Problem.DSEQ_GAP: "县里缺少较早的内容（恢复过备份）。请再写一份文件送县里。",
    Problem.TOO_OLD: "这个程序太旧，县里不收。请先升级，再写一份文件。",
    Problem.REVOKED: "这台电脑已停用：未上传的内容县里已收下，不再下发数据。请联系乡镇。",
}


def write_out(data: Path, name: str, file: Path) -> int:
    """Write all that waits into a file for the county; returns the exit status."""

    def work(desk: Desk) -> None:
        try:
            written = bundles.write_out(desk, file)
        except BundleError as error:
            raise RefusedError(_sentence(error.code)) from error
        print(f"{written.path}：{written.changes} 条改动，{written.size:,} 字节。请送到县里。")

    return at_desk(data, name, work)


def take_in(data: Path, name: str, file: Path) -> int:
    """Take in the county's answer; returns the exit status (2: a sentence says what is to do)."""

    def work(desk: Desk) -> None:
        try:
            result = bundles.take_in(desk, file)
        except BundleError as error:
            raise RefusedError(_sentence(error.code)) from error
        print(f"送达 {result.pushed} 条改动，收到 {result.pulled} 条记录。")
        if result.problem is not None:
            raise RefusedError(_sentence(result.problem))

    return at_desk(data, name, work)


def _sentence(code: str) -> str:
    return SENTENCES.get(code, f"县里没有收下全部内容（{code}）。请把这句话告诉乡镇管理员。")
