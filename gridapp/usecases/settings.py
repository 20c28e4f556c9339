"""What a person sets on their laptop: the look, their password; and what the laptop is like."""

from dataclasses import dataclass
from pathlib import Path

from gridapp.host import doctor, keyfile, settings
from gridapp.host.doctor import Finding
from gridapp.host.keyfile import KeyFault
from gridapp.host.paths import folders_of
from gridapp.host.people import PersonLabel, list_people
from gridapp.host.sticks import only_stick
from gridapp.store import audit, meta
from gridapp.usecases import people
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.people import PersonFault


@dataclass(frozen=True)
class LaptopView:
    """Who works on this laptop, where it keeps things, and what was found on looking it over."""

    people: tuple[PersonLabel, ...]
    data: Path
    logs: Path
    findings: tuple[Finding, ...]


def laptop(desk: Desk) -> LaptopView:
    """Look the laptop over; takes some tens of milliseconds."""
    data, _ = desk.place()
    folders = folders_of(data)
    return LaptopView(list_people(data), folders.data, folders.logs, doctor.findings(folders))


def keep_look(desk: Desk, text_percent: int, dark: bool) -> None:
    """The program opens in this look from now on, for everyone of the laptop."""
    data, _ = desk.place()
    kept = settings.load(data)
    settings.save(data, kept._replace(text_percent=text_percent, dark=dark))


def stick_folder(desk: Desk) -> str:
    """Where this person last wrote or read a file of the USB stick, if it is there now; else the
    stick that is plugged in, else the home folder.
    """
    with desk.store.session() as session:
        last = str(meta.get(session, "stick_folder", ""))
    return last if last and Path(last).is_dir() else str(only_stick() or Path.home())


def keep_stick_folder(desk: Desk, folder: Path) -> None:
    """The dialogs begin there the next time."""
    with desk.store.session() as session:
        meta.put(session, "stick_folder", str(folder))


def change_password(desk: Desk, old: str, new: str, repeated: str) -> None:
    """Change the own password. Raises RejectedError, also when the old one is wrong."""
    if not keyfile.long_enough(new):
        raise RejectedError([KeyFault.PASSWORD_TOO_SHORT])
    if new != repeated:
        raise RejectedError([PersonFault.PASSWORDS_DIFFER])
    data, person = desk.place()
    try:
        people.change_password(data, person, old, new)
    except keyfile.WrongPassword as wrong:
        raise RejectedError([wrong.code]) from wrong
    with desk.store.session() as session:
        audit.note(session, desk.now(), desk.person.name, "password_changed", {})
