"""A stick that is carried between laptops and a county, with the files on it."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.server.county import bundle
from gridapp.server.county.bundle import Taken
from gridapp.server.county.county import County
from gridapp.sync.engine import SyncResult
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError
from tests.sync.laptops import Laptop


def desk(laptop: Laptop) -> Desk:
    """The desk at which the laptop's person sits."""
    return Desk(laptop.store, Person("何某", UUID(int=0), "甲村", "village"), laptop.now, uuid7)


@dataclass
class Stick:
    """Each file has a name of its own, so that an old one can be carried again."""

    folder: Path
    county: County
    files: list[Path] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def out(self, laptop: Laptop) -> Path:
        """Write what waits on the laptop."""
        path = self._next(bundles.OUT_ENDING)
        bundles.write_out(desk(laptop), path)
        return path

    def answer(self, out: Path) -> Path:
        """Take the file in at the county."""
        self.taken.append(bundle.take(self.county, out.read_bytes()))
        path = self._next(bundles.IN_ENDING)
        path.write_bytes(self.taken[-1].reply)
        return path

    def back(self, laptop: Laptop, answer: Path) -> SyncResult:
        """Take in the answer on the laptop."""
        return bundles.take_in(desk(laptop), answer)

    def exchange(self, laptop: Laptop) -> SyncResult:
        """There and back."""
        return self.back(laptop, self.answer(self.out(laptop)))

    def _next(self, ending: str) -> Path:
        self.files.append(self.folder / f"{len(self.files)}{ending}")
        return self.files[-1]


def refusal(laptop: Laptop, path: Path) -> str:
    """The code with which a file is refused; nothing may have changed by it."""
    before = laptop.held(), laptop.states()
    with pytest.raises(BundleError) as refused:
        bundles.take_in(desk(laptop), path)
    assert (laptop.held(), laptop.states()) == before
    return refused.value.code
