"""What this laptop remembers outside any person's database: look, county address, last person."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from uuid import UUID

from gridapp.host.durable import write_durably

TEXT_PERCENTS = (100, 125, 150, 175, 200)


@dataclass(frozen=True)
class Settings:
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
    content = asdict(settings)
    if settings.last_person is not None:
        content["last_person"] = str(settings.last_person)
    write_durably(data / _NAME, json.dumps(content, indent=1).encode())


_NAME = "settings.json"


def _settings(content: object) -> Settings:
    """Fields of a newer program are passed over; a value of the wrong type is damage."""
    if not isinstance(content, dict):
        raise TypeError
    known = {field.name: content[field.name] for field in fields(Settings) if field.name in content}
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
