"""An import under way or done before: columns as last time, what was put right, its undo."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from gridapp.rosters.handling import Handling
from gridapp.rosters.proposal import Roster
from gridapp.store import drafts, meta
from gridapp.store.households import rosters
from gridapp.usecases.desk import Desk
from gridapp.usecases.rosters.roster_choices import Choices

_DRAFT = "rosters"
_COLUMNS = "roster_columns"
SOURCES = 200
"""Heading rows that are remembered, the newest."""


@dataclass(frozen=True)
class Work:
    """A person's work on one file: how it is handled, what is taken of it, where it goes.

    ``mark`` tells the file's content: another content is another work.
    """

    path: Path
    mark: str
    handling: Handling = field(default_factory=Handling)
    choices: Choices = field(default_factory=dict)
    village_id: UUID | None = None


@dataclass(frozen=True)
class LastImport:
    """The newest import that can still be undone as a whole."""

    operation_id: UUID
    village: str
    made_at: datetime


def begin(desk: Desk, path: Path) -> Work:
    """The work on a file: as it was left off, or new with the columns as for its source before."""
    mark = _mark(path)
    left_off = unfinished(desk)
    if left_off is not None and mark and left_off.mark == mark:
        return replace(left_off, path=path)
    with desk.store.session() as session:
        known = meta.get(session, _COLUMNS, {})
    columns = {source: dict(given) for source, given in known.items()}
    return Work(path, mark, Handling(columns=columns))


def keep(desk: Desk, work: Work) -> None:
    """Keep the work as it stands, so that a crash costs nothing."""
    handling = work.handling.to_plain()
    body: dict[str, Any] = {
        "path": str(work.path),
        "mark": work.mark,
        "handling": handling,
        "choices": [[*key, taken] for key, taken in work.choices.items()],
        "village": str(work.village_id) if work.village_id else "",
    }
    with desk.store.session() as session:
        drafts.keep(session, _DRAFT, body, desk.now())


def unfinished(desk: Desk) -> Work | None:
    """The work that was left off, if any."""
    with desk.store.session() as session:
        body = drafts.find(session, _DRAFT)
    if body is None:
        return None
    return Work(
        Path(body["path"]),
        body["mark"],
        Handling.of_plain(body["handling"]),
        {(key, part): taken for key, part, taken in body["choices"]},
        UUID(body["village"]) if body["village"] else None,
    )


def forget(desk: Desk) -> None:
    """The work is done or given up."""
    with desk.store.session() as session:
        drafts.drop(session, _DRAFT)


def remember_columns(desk: Desk, roster: Roster) -> None:
    """Keep what each column was taken for, as the person confirmed it, for the next such file."""
    confirmed = {
        sheet.mark: [[column.index, column.field or ""] for column in sheet.columns]
        for sheet in roster.sheets
        if sheet.mark and not sheet.left_out
    }
    with desk.store.session() as session:
        known: Mapping[str, Any] = meta.get(session, _COLUMNS, {})
        kept = {source: given for source, given in known.items() if source not in confirmed}
        newest = list((kept | confirmed).items())[-SOURCES:]
        meta.put(session, _COLUMNS, dict(newest))


def last_import(desk: Desk) -> LastImport | None:
    """What ``usecases.undoing.undo`` can still take back as a whole, after a restart too."""
    with desk.store.session() as session:
        row = rosters.last_import(session)
        return None if row is None else LastImport(row.id, row.name, row.made_at)


def _mark(path: Path) -> str:
    """What the file holds, "" where it cannot be read: the reading says why."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
