"""What this laptop remembers outside any person's database: look, county address, last person."""

import json
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from gridapp.host.durable import write_durably

TEXT_PERCENTS = (100, 125, 150, 175, 200)


class Settings(NamedTuple):  # read before the first paint, faster than a dataclass
    """Nothing personal: the file is in clear. ``text_percent`` is one of ``TEXT_PERCENTS``."""

    text_percent: int = 100
    dark: bool = False
    server_address: str = ""
    last_person: UUID | None = None
    templates_folder: str = ""
    """The county's own templates of documents; "" for the shipped ones."""


def load(data: Path) -> Settings:
    """The settings; a file that cannot be understood is kept aside and the defaults return."""
    file = data / _NAME
    try:
        return _settings(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return Settings()
    except (ValueError, TypeError):
        file.replace(file.with_suffix(".damaged.json"))
        return Settings()


def save(data: Path, settings: Settings) -> None:
    """Write them whole; a cut leaves the settings as they were."""
    content = settings._asdict()
    if settings.last_person is not None:
        content["last_person"] = str(settings.last_person)
    write_durably(data / _NAME, json.dumps(content, indent=1).encode())


_NAME = "settings.json"


def _settings(content: object) -> Settings:
    """Fields of a newer program are passed over; a value of the wrong type is damage."""
    if not isinstance(content, dict):
        raise TypeError
    known = {name: content[name] for name in Settings._fields if name in content}
    person = known.pop("last_person", None)
    settings = Settings(**known, last_person=None if person is None else UUID(str(person)))
    right = (
        settings.text_percent in TEXT_PERCENTS
        and isinstance(settings.dark, bool)
        and isinstance(settings.server_address, str)
        and isinstance(settings.templates_folder, str)
    )
    if not right:
        raise ValueError
    return settings
