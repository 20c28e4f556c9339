"""Where the county's own templates stand: a folder of its choice, for everyone of the laptop."""

from pathlib import Path

from gridapp.host import settings
from gridapp.usecases.desk import Desk

MOST_BYTES = 10 << 20
"""A template with a seal or two is far smaller."""


def folder(desk: Desk) -> Path | None:
    """Where the county's own templates are; None when it uses ours."""
    data, _ = desk.place()
    chosen = settings.load(data).templates_folder
    return Path(chosen) if chosen else None


def find(desk: Desk, name: str) -> Path | None:
    """The county's own template of this name, if there is one: in that folder and nowhere else."""
    own = folder(desk)
    path = own / name if own and Path(name).name == name else None
    return path if path is not None and path.is_file() else None


def choose_folder(desk: Desk, chosen: Path | None) -> None:
    """Use the templates in this folder from now on, for everyone of the laptop."""
    data, _ = desk.place()
    kept = settings.load(data)
    settings.save(data, kept._replace(templates_folder=str(chosen) if chosen else ""))


def read(path: Path) -> bytes:
    """The file; too large a one is not read. Raises OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise OSError(path)
    return path.read_bytes()
