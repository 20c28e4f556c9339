"""Who works on this laptop: first set-up of a person, and signing in."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.host import keyfile
from gridapp.host.divisions import Division
from gridapp.host.laptop import Laptop
from gridapp.host.people import PersonLabel, add_person, database_file, person_folder
from gridapp.store import audit, meta
from gridapp.store.opening import Store, open_store
from gridapp.usecases.desk import Desk, Person, refuse
from gridapp.usecases.grids import grids


class PersonFault(StrEnum):
    """Why a person cannot be set up as entered."""

    NAME_MISSING = "person.name_missing"
    PASSWORDS_DIFFER = "person.passwords_differ"


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is to work on this laptop, as entered at the first start."""

    name: str
    password: str
    repeated: str
    demo: bool = False


def make_store(laptop: Laptop, new: NewPerson) -> tuple[UUID, Store]:
    """Make a person's key and encrypted database; they are not announced yet.

    Raises RejectedError, ``host.keyfile.KeyRefused`` or ``store.opening.StoreError``.
    """
    faults: list[StrEnum] = []
    if not new.name.strip():
        faults.append(PersonFault.NAME_MISSING)
    if not keyfile.long_enough(new.password):
        faults.append(keyfile.KeyFault.PASSWORD_TOO_SHORT)
    elif new.password != new.repeated:
        faults.append(PersonFault.PASSWORDS_DIFFER)
    refuse(faults)
    id_ = laptop.new_id()
    folder = person_folder(laptop.data, id_)
    folder.mkdir(parents=True)
    key = keyfile.create(folder, new.password)
    return id_, open_store(database_file(laptop.data, id_), key)


def announce(data: Path, id_: UUID, person: Person) -> None:
    """Show the person among those who may sign in: last of all, when everything else is done."""
    add_person(data, PersonLabel(id_, person.name, person.unit_name, person.role, person.demo))


def set_up_offline(
    laptop: Laptop,
    new: NewPerson,
    unit: Division,
    county: Division,
    below: list[Division],
) -> Desk:
    """Start without a county server: the grid tree comes from the national list.

    ``unit`` is the county, township or village that the person works for. Raises RejectedError,
    ``host.keyfile.KeyRefused`` or ``store.opening.StoreError``.
    """
    role = {6: Role.COUNTY, 9: Role.TOWNSHIP, 12: Role.VILLAGE}[len(unit.code)]
    person = Person(new.name.strip(), division_id(unit.code), unit.name, role.value, new.demo)
    id_, store = make_store(laptop, new)
    desk = Desk(store, person, laptop.now, laptop.new_id)
    remember(desk)
    grids.set_up(desk, county, below, unit.code)
    announce(laptop.data, id_, person)
    return desk


def remember(desk: Desk) -> None:
    """Keep in the database whose it is."""
    person = desk.person
    with desk.store.session() as session:
        meta.put(
            session,
            "person",
            {
                "name": person.name,
                "unit_id": str(person.unit_id),
                "unit_name": person.unit_name,
                "role": person.role,
                "demo": person.demo,
            },
        )


def sign_in(laptop: Laptop, id_: UUID, password: str) -> Desk:
    """Open a person's database with their password.

    Raises ``host.keyfile.KeyRefused`` (wrong password, damaged key file) or StoreError.
    """
    key = keyfile.unlock(person_folder(laptop.data, id_), password)
    store = open_store(database_file(laptop.data, id_), key)
    desk = Desk(store, _person(store), laptop.now, laptop.new_id)
    with store.session() as session:
        audit.note(session, laptop.now(), desk.person.name, "sign_in", {})
    return desk


def _person(store: Store) -> Person:
    with store.session() as session:
        kept = meta.get(session, "person")
    return Person(**{**kept, "unit_id": UUID(kept["unit_id"])})


def change_password(data: Path, id_: UUID, old: str, new: str) -> None:
    """Wrap the key anew. Raises ``host.keyfile.KeyRefused``."""
    keyfile.change_password(person_folder(data, id_), old, new)
