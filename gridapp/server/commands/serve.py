"""``serve``: answer the laptops of the county."""

import json
import socket
import sys
from threading import Thread
from typing import Annotated

import typer
import uvicorn

from gridapp.server import logs
from gridapp.server.app import create_app
from gridapp.server.commands.options import DatabaseUrl, DataDir, KeyFile, opened


class _Server(uvicorn.Server):
    """Says where it listens, once it does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = (sockets or [])[0].getsockname()[:2]
        print(json.dumps({"listening": f"http://{host}:{port}"}), flush=True)


def serve(
    data_dir: DataDir,
    port: Annotated[int, typer.Option(help="0 takes any free port.")],
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    database_url: DatabaseUrl = None,
    key_file: KeyFile = None,
    with_parent: Annotated[
        bool, typer.Option("--with-parent", help="Stop when standard input closes.")
    ] = False,
) -> None:
    """Serve the laptops of the county until stopped."""
    logs.set_up()
    with opened(data_dir, key_file, database_url) as county:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        server = _Server(uvicorn.Config(create_app(county), log_config=None, access_log=False))
        if with_parent:
            Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
        server.run(sockets=[listening])


def _stop_with_parent(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()
    server.should_exit = True
