"""A database that stops is no fault of the laptops: they are asked to come again."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, text

from gridapp.contract.problems import Problem
from gridapp.server.county.county import County
from gridapp.server.database import driver
from gridapp.server.problems import Refusal

STOP = text("SELECT pg_terminate_backend(pg_backend_pid())")


def ask(connection: Connection) -> None:
    connection.execute(STOP)


def ask_driver(connection: Connection) -> None:
    driver.ask(connection, STOP.text)


@pytest.mark.parametrize("stop", [ask, ask_driver])
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_while_the_database_is_away_laptops_are_asked_to_come_again(
    county: County, stop: Callable[[Connection], None]
) -> None:
    with pytest.raises(Refusal) as caught, county.reading() as connection:
        stop(connection)
    assert caught.value.code == Problem.BUSY
    assert caught.value.retry_after
    with county.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
