"""Writers of SQLite share a transaction: one COMMIT for all that wait, one fault for one alone."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text

from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from tests.server.conftest import Clock


@pytest.fixture
def county(tmp_path: Path, clock: Clock) -> Iterator[County]:
    opened = open_county(clock, tmp_path / "county")
    with opened.writing() as connection:
        connection.execute(text("CREATE TABLE seen (word TEXT)"))
    yield opened
    opened.close()


def say(connection: Connection, word: str) -> str:
    connection.execute(text("INSERT INTO seen VALUES (:word)"), {"word": word})
    if word == "bad":
        raise ZeroDivisionError
    return word


def together(county: County, *words: str) -> list[Future[str]]:
    """Say the words while somebody else is writing, so that all of them wait."""
    assert county._writer is not None
    with ThreadPoolExecutor() as pool, county.writing():
        said = [
            pool.submit(county.write, lambda connection, word=word: say(connection, word))
            for word in words
        ]
        while len(county._writer._waiting) < len(words):
            pass
    return said


def kept(county: County) -> set[str]:
    with county.reading() as connection:
        return set(connection.execute(text("SELECT word FROM seen")).scalars())


def test_all_that_wait_are_committed_at_once(county: County) -> None:
    commits: list[Connection] = []
    event.listen(county._engine, "commit", commits.append)
    said = together(county, "a", "b", "c")
    assert [future.result() for future in said] == ["a", "b", "c"]
    assert kept(county) == {"a", "b", "c"}
    assert len(commits) == 2 + 1, "the one before, all that waited, and the reading"


def test_work_that_fails_leaves_nothing_and_spoils_nothing(county: County) -> None:
    first, bad, last = together(county, "first", "bad", "last")
    assert (first.result(), last.result()) == ("first", "last")
    assert isinstance(bad.exception(), ZeroDivisionError)
    assert kept(county) == {"first", "last"}


def test_nobody_is_answered_when_the_commit_fails(county: County) -> None:
    def fail(_: Connection) -> None:
        raise MemoryError

    with county.writing():
        pass
    event.listen(county._engine, "commit", fail)
    try:
        with pytest.raises(MemoryError):
            county.write(lambda connection: say(connection, "lost"))
    finally:
        event.remove(county._engine, "commit", fail)
    assert kept(county) == set()
    assert county.write(lambda connection: say(connection, "again")) == "again"


def test_who_goes_before_the_commit_spoils_nothing_for_others(county: County) -> None:
    assert county._writer is not None
    with county.writing():
        gone, last = (
            county._writer.submit(lambda connection, word=word: say(connection, word))
            for word in ("gone", "last")
        )
        assert not gone.cancel()
    assert (gone.result(), last.result()) == ("gone", "last")
    assert kept(county) == {"gone", "last"}
