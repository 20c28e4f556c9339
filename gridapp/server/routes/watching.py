"""Beside every request: one line of log and its count. Never a body, a name or a header."""

from time import perf_counter

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gridapp.server.operations.metrics import Metrics

log = structlog.get_logger("gridapp.county")


class Watched:
    """The application, watched."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, seen = perf_counter(), {"status": 500, "received": 0, "sent": 0}

        async def receiving() -> Message:
            message = await receive()
            seen["received"] += len(message.get("body", b""))
            return message

        async def sending(message: Message) -> None:
            seen["status"] = message.get("status", seen["status"])
            seen["sent"] += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receiving, sending)
        finally:
            seconds = perf_counter() - began
            route = _route(scope)
            self._metrics.count(route, seen["status"], seconds, seen["received"], seen["sent"])
            log.info("request", path=route, status=seen["status"], ms=round(seconds * 1000))


def _route(scope: Scope) -> str:
    """The pattern of the path: a foreign path is nobody's to choose for our log."""
    if "route" in scope:
        return str(scope["route"].path)
    return str(scope["path"]) if "endpoint" in scope else "unknown"  # a plain route has no pattern
