"""The one signal that says which kinds of record have changed."""

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Screens never talk to each other: whoever changes something says so here."""

    changed = Signal(frozenset)
    """The names of the kinds that changed, as in ``gridapp.contract.kinds.KINDS``."""

    def tell(self, *kinds: str) -> None:
        """Announce that records of these kinds have changed."""
        self.changed.emit(frozenset(kinds))
