"""Global search over what this laptop holds."""

from gridapp.store import search
from gridapp.store.search import Hit
from gridapp.usecases.desk import Desk


def find(desk: Desk, text: str) -> list[Hit]:
    """Cases and households for the characters typed so far, best first."""
    with desk.store.session() as session:
        return search.find(session, text)
