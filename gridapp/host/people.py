"""Who may sign in on this laptop: what the sign-in window shows before anything is unlocked.

Each person has the folder ``people/<id>/`` with the key file, the database and a label. A label
is sealed with a secret of this laptop, so that no name stands in clear in any file; the secret
lies beside it and guards against a look at the files, not against a thief (the database does).
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from gridapp.host.durable import write_durably

RandomBytes = Callable[[int], bytes]


class PersonLabel(NamedTuple):  # read before the first paint, faster than a dataclass
    """What is shown of a person; all texts are empty when the label cannot be read any more."""

    id: UUID
    name: str
    unit_name: str
    role: str
    demo: bool = False


def person_folder(data: Path, person: UUID) -> Path:
    """Where the person's key file, database and drafts are."""
    return data / "people" / str(person)


def database_file(data: Path, person: UUID) -> Path:
    """The person's encrypted database."""
    return person_folder(data, person) / "gridapp.db"


def list_people(data: Path) -> tuple[PersonLabel, ...]:
    """Everyone of this laptop, in the order of being added (ids are UUIDv7)."""
    folders = sorted((data / "people").glob("*/"))
    ids = [_uuid(folder.name) for folder in folders]
    return tuple(_label(data, person) for person in ids if person is not None)


def add_person(data: Path, label: PersonLabel, random_bytes: RandomBytes = os.urandom) -> Path:
    """Make the person's folder and label, or renew the label; returns the folder."""
    folder = person_folder(data, label.id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shown = [label.name, label.unit_name, label.role, label.demo]
    box = SecretBox(_secret(data, random_bytes))
    nonce = random_bytes(SecretBox.NONCE_SIZE)
    write_durably(folder / _LABEL, bytes(box.encrypt(json.dumps(shown).encode(), nonce)))
    return folder


_LABEL = "label.bin"
_SECRET = "device.secret"


def _secret(data: Path, random_bytes: RandomBytes) -> bytes:
    file = data / _SECRET
    if not file.exists():
        write_durably(file, random_bytes(SecretBox.KEY_SIZE))
    return file.read_bytes()


def _label(data: Path, person: UUID) -> PersonLabel:
    """A lost secret or label must not hide a person whose password still opens the database."""
    try:
        box = SecretBox((data / _SECRET).read_bytes())
        shown = json.loads(box.decrypt((person_folder(data, person) / _LABEL).read_bytes()))
        return PersonLabel(person, *shown)
    except (OSError, ValueError, TypeError, CryptoError):
        return PersonLabel(person, "", "", "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
