"""A text copied from WeChat, read with the places that this person looks after."""

from uuid import UUID

from gridapp.domain.disputes.pasting import Pasted, read_pasted
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids

MOST = 10_000
"""Characters that are read; nobody copies more by intent."""


def read(desk: Desk, text: str) -> tuple[Pasted, UUID | None]:
    """What the text seems to say, and the unit that it names. Nothing is kept.

    A name that several units share, such as 1组, names none of them.
    """
    places = grids.places(desk)
    pasted = read_pasted(text[:MOST], {place.name for place in places}, desk.today())
    named = [place.id for place in places if pasted.unit and place.name == pasted.unit.value]
    return pasted, named[0] if len(named) == 1 else None
