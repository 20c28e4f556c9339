"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--pictures",
        metavar="DIR",
        default=None,
        help="write a PNG of every screen and widget into DIR",
    )
