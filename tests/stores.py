"""Encrypted stores of tests: the program founds one, the others are copies, which take no time."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from gridapp.store.opening import Store, open_store

KEY = bytes(range(32))


def opened(path: Path) -> Store:
    """The store at ``path``; where there is none, an empty one as the program founds it."""
    if not path.exists():
        path.write_bytes(_founded())
    return open_store(path, KEY)


@cache
def _founded() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        open_store(path, KEY).close()
        return path.read_bytes()
