"""What opens a desk: each function imports the heavy modules itself, on the worker's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gridapp.host import settings
from gridapp.host.laptop import Laptop

if TYPE_CHECKING:
    from uuid import UUID

    from gridapp.host.divisions import Division
    from gridapp.usecases.desk import Desk

Entered = tuple[str, str, str]
"""Name, password and its repetition."""


def warm_up() -> None:
    """Import what signing in and the desktop need, while the person types the password.

    The desktop's pages take most of a second: on the GUI thread the window would stand still.
    """
    import gridapp.ui.desktop
    import gridapp.usecases.people  # noqa: F401


def sign_in(laptop: Laptop, person: UUID, password: str) -> Desk:
    """Raises ``host.keyfile.KeyRefused`` or ``store.opening.StoreError``."""
    from gridapp.usecases import people

    return _remembered(laptop, people.sign_in(laptop, person, password))


def set_up(
    laptop: Laptop, county: Division, below: list[Division], unit: Division, who: Entered
) -> Desk:
    """Raises RejectedError, KeyRefused or StoreError."""
    from gridapp.usecases import people

    new = people.NewPerson(*who)
    return _remembered(laptop, people.set_up_offline(laptop, new, unit, county, below))


def join(laptop: Laptop, address: str, code: str, who: Entered) -> Desk:
    """Raises RejectedError, KeyRefused, StoreError or a fault of the line with a ``code``."""
    from gridapp.usecases import people
    from gridapp.usecases.sync import sync

    desk = sync.join_county(laptop, address, code, people.NewPerson(*who))
    settings.save(laptop.data, settings.load(laptop.data)._replace(server_address=address))
    return _remembered(laptop, desk)


def _remembered(laptop: Laptop, desk: Desk) -> Desk:
    """The person is proposed first the next time."""
    _, person = desk.place()
    settings.save(laptop.data, settings.load(laptop.data)._replace(last_person=person))
    return desk
