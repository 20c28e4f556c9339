"""A county with a fault put in: it answers before it has committed. For the storm to find."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Timer

from sqlalchemy import Connection

from gridapp.server.__main__ import main
from gridapp.server.county import County

LATE = 0.05
"""Seconds from the answer to the COMMIT."""

careful = County.writing


def writing(county: County) -> AbstractContextManager[Connection]:
    """Careful while the county opens; then a COMMIT that comes late."""
    return _late(county) if hasattr(county, "token_key") else careful(county)


@contextmanager
def _late(county: County) -> Iterator[Connection]:
    transaction = careful(county)
    yield transaction.__enter__()
    Timer(LATE, transaction.__exit__, (None, None, None)).start()


if __name__ == "__main__":
    County.writing = writing  # type: ignore[method-assign]
    main()
