"""``gridapp doctor``: what this computer has and lacks, a line each, and what to do about it."""

from collections.abc import Iterable

from gridapp.host.doctor import Check, Finding
from gridapp.host.paths import FolderFault, Space

NAMES = {
    "sqlcipher3": "加密数据库",
    "resources": "程序文件",
    "data folder": "数据文件夹",
    "free space": "磁盘空间",
}
"""What is looked at; a system library goes by the name of its package."""

TO_DO: dict[str, str] = {
    Check.WINDOW_LIBRARY_MISSING: "缺这个系统库，窗口打不开。请安装同名的软件包。",
    Check.X11_LIBRARY_MISSING: "缺这个系统库，窗口打不开。请安装同名的软件包。",
    Check.SQLITE_TOO_OLD: "版本太旧。请重新安装程序。",
    Check.SQLITE_MISSING: "没有装上。请重新安装程序。",
    Check.RESOURCES_MISSING: "不完整。请重新安装程序。",
    FolderFault.CLOUD_SYNCED: "在网盘同步的文件夹里，数据会损坏。请换一个文件夹。",
    FolderFault.NETWORK: "在网络磁盘上，数据会损坏。请换一个文件夹。",
    FolderFault.NOT_WRITABLE: "不能写入。请换一个文件夹。",
    Space.LOW: "快满了。请清理磁盘。",
    Space.READ_ONLY: "已满，只能查看。请清理磁盘。",
}
"""The sentence of each code that says something is wrong."""


def lines(found: Iterable[Finding]) -> list[str]:
    """``✓ 磁盘空间 62558 MB``, or with ``✗`` what is wrong and what to do."""
    return [
        f"{'✓' if one.ok else '✗'} {NAMES.get(one.name, one.name)} {one.detail} "
        f"{TO_DO.get(one.code, '')}".rstrip()
        for one in found
    ]
