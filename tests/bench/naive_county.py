"""The yardstick: a county server as most would write it, FastAPI and SQLModel objects, JSON rows.

    python -m tests.bench.naive_county FOLDER

It merges one change at a time with ORM objects and commits each batch, durable as ours. It checks
neither token nor signature nor rights, keeps no chains and encrypts nothing: all in its favour.
"""

import json
import socket
import sys
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import uvicorn
from fastapi import Depends, FastAPI
from sqlalchemy import JSON, Engine, event
from sqlmodel import Column, Field, Session, SQLModel, create_engine


class Stored(SQLModel, table=True):
    """A record."""

    id: UUID = Field(primary_key=True)
    kind: str
    unit: UUID = Field(index=True)
    revision: int = 0
    fields: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON))


class Entry(SQLModel, table=True):
    """A change that was taken."""

    change_id: UUID = Field(primary_key=True)
    device: UUID = Field(index=True)
    record_id: UUID
    fields: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON))


class Sent(SQLModel):
    """A change on its way."""

    change_id: UUID
    kind: str
    unit: UUID
    record_id: UUID
    base_revision: int
    fields: dict[str, Any]


class Batch(SQLModel):
    """What a laptop sends at once."""

    device: UUID
    changes: list[Sent]


class Verdict(SQLModel):
    """What became of a change."""

    change_id: UUID
    outcome: str
    revision: int


def take(session: Session, device: UUID, change: Sent) -> Verdict:
    """Merge one change."""
    stored = session.get(Stored, change.record_id)
    if session.get(Entry, change.change_id) is not None:
        revision = stored.revision if stored else 0
        return Verdict(change_id=change.change_id, outcome="duplicate", revision=revision)
    if stored is None:
        stored = Stored(id=change.record_id, kind=change.kind, unit=change.unit)
    stored.fields = {**stored.fields, **change.fields}
    stored.revision += 1
    session.add(stored)
    session.add(
        Entry(
            change_id=change.change_id,
            device=device,
            record_id=change.record_id,
            fields=change.fields,
        )
    )
    return Verdict(change_id=change.change_id, outcome="applied", revision=stored.revision)


def create_app(engine: Engine) -> FastAPI:
    """The server."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> Any:
        SQLModel.metadata.create_all(engine)
        yield

    def session() -> Iterator[Session]:
        with Session(engine) as opened:
            yield opened

    app = FastAPI(lifespan=lifespan)

    @app.post("/push")
    def push(batch: Batch, session: Annotated[Session, Depends(session)]) -> list[Verdict]:
        verdicts = [take(session, batch.device, change) for change in batch.changes]
        session.commit()
        return verdicts

    return app


def open_engine(file: Path) -> Engine:
    """SQLite as durable as ours; a writer has the file for itself from the start."""
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 60})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Server(uvicorn.Server):
    """Says where it listens, once it does."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        assert sockets
        print(json.dumps({"listening": sockets[0].getsockname()[1]}), flush=True)


def main() -> None:
    """Serve on any free port until stopped."""
    app = create_app(open_engine(Path(sys.argv[1]) / "naive.db"))
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(uvicorn.Config(app, log_level="warning", access_log=False))
    server.run(sockets=[listening])


if __name__ == "__main__":
    main()
