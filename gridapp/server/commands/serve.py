"""``serve``: answer the laptops of the county."""

import json
import signal
import socket
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import Annotated

import typer

from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile
from gridapp.server.commands.sentences import fail, told
from gridapp.server.serving import logs
from gridapp.server.serving.process import Place
from gridapp.server.serving.process import serve as serve_alone
from gridapp.server.serving.workers import serve_with


def serve(
    data_dir: DataDir,
    port: Annotated[int, typer.Option(min=0, max=65535, help="端口；0 表示任选一个空的")],
    host: Annotated[str, typer.Option(help="监听的地址")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(min=1, help="进程数；大于 1 要用 PostgreSQL")] = 1,
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
    with_parent: Annotated[bool, typer.Option("--with-parent", help="标准输入关闭时停止")] = False,
) -> None:
    """Serve the laptops of the county until stopped."""
    if workers > 1 and database_url is None:
        fail("多个进程要用 PostgreSQL：请加 --database-url，或去掉 --workers。", 2)
    logs.set_up()
    place = Place(data_dir, key_file, database_url)
    listening = _listening(host, port)
    until = sys.stdin.buffer.read if with_parent else None
    with told(), listening:
        if workers == 1:
            serve_alone(place, listening, lambda: _say(listening), until)
        else:
            serve_with(workers, place, listening, lambda: _say(listening), _stopping(until))


def _listening(host: str, port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        fail(
            f"不能在 {host} 的端口 {port} 上监听：{error.strerror}。请换一个，或停掉占用它的程序。"
        )
    return listening


def _say(listening: socket.socket) -> None:
    """Tell the program that started us where we listen."""
    host, port = listening.getsockname()[:2]
    print(json.dumps({"listening": f"http://{host}:{port}"}), flush=True)


def _stopping(until: Callable[[], object] | None) -> Event:
    """Set by a signal, or when ``until`` returns."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if until is not None:

        def wait_for_end() -> None:
            until()
            stop.set()

        Thread(target=wait_for_end, daemon=True).start()
    return stop
