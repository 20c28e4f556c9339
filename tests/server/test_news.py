"""The idle check: one small request, no statement, never "nothing" when there is something."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Engine, event
from starlette.testclient import TestClient

from gridapp.contract.people import Role
from gridapp.contract.sync import Change, Op
from gridapp.server.app import create_app
from gridapp.server.county.county import County
from gridapp.server.exchange.news import LIFE, News
from tests.server.conftest import Clock, Enrol
from tests.server.grids import MICRO_1, OTHER_MICRO, OTHER_VILLAGE, VILLAGE
from tests.server.laptops import Laptop, fresh_id, household


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that is run from here on."""
    seen: list[str] = []

    def note(*told: object) -> None:
        seen.append(str(told[2]))

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def village(grid: Laptop, enrolled: Enrol) -> Laptop:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    laptop.pull()
    return laptop


def new_household(laptop: Laptop, unit: UUID) -> Change:
    return laptop.change(Op.CREATE, "household", fresh_id(), unit, **household())


def test_who_has_seen_everything_is_told_so_without_a_statement(
    village: Laptop, statements: list[str]
) -> None:
    statements.clear()
    assert not village.has_news()
    assert statements == []


def test_what_another_laptop_pushed_is_news(village: Laptop, enrolled: Enrol) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    second.pull()
    second.push(new_household(second, MICRO_1))
    assert village.has_news()
    village.pull()
    assert not village.has_news()


def test_what_happens_in_a_foreign_village_is_no_news(village: Laptop, enrolled: Enrol) -> None:
    other = enrolled(OTHER_VILLAGE, Role.VILLAGE)
    other.push(new_household(other, OTHER_MICRO))
    assert not village.has_news()


def test_a_page_that_is_not_the_last_gives_no_mark(grid: Laptop, enrolled: Enrol) -> None:
    laptop = enrolled(VILLAGE, Role.VILLAGE)
    assert any(page.more for page in laptop.pull_once(limit=1).feeds.values())
    assert laptop.mark == ""
    assert laptop.has_news()


def test_a_restarted_county_knows_no_mark(village: Laptop, county: County) -> None:
    county.news.forget()
    assert village.has_news()


def test_after_ten_minutes_a_laptop_is_let_pull_in_any_case(village: Laptop, clock: Clock) -> None:
    clock.now += LIFE
    assert village.has_news()


def test_a_mark_is_no_use_to_another_device(village: Laptop, enrolled: Enrol) -> None:
    second = enrolled(VILLAGE, Role.VILLAGE)
    second.pull()
    second.mark = village.mark
    assert second.has_news()


def test_a_batch_that_was_not_kept_is_no_news(village: Laptop, county: County) -> None:
    with pytest.raises(ZeroDivisionError), county.writing() as connection:
        from gridapp.server.exchange import feeds

        feeds.moved_in(connection)[VILLAGE] = 1_000_000
        raise ZeroDivisionError
    assert not village.has_news()


def test_what_commits_while_a_page_is_read_is_news_afterwards(clock: Clock) -> None:
    news, device = News(), fresh_id()
    heads = {VILLAGE: 7}  # as the page's snapshot shows them
    news.moved({VILLAGE: 8})  # committed before the page was answered
    mark = news.seen(device, heads, clock.now, news.turn)
    assert not news.is_quiet(device, mark, clock.now)


def test_who_is_granted_something_while_a_page_is_read_is_let_pull_again(clock: Clock) -> None:
    news, device = News(), fresh_id()
    turn, heads = news.turn, {VILLAGE: 7}
    news.forget({device})  # granted after the page's snapshot was taken
    mark = news.seen(device, heads, clock.now, turn)
    assert not news.is_quiet(device, mark, clock.now)


def test_a_false_token_is_refused_before_anything_else(village: Laptop) -> None:
    village.token = village.token[::-1]
    answer = village.client.get(
        "/v1/sync/news",
        headers={"authorization": f"Bearer {village.token}", "if-none-match": village.mark},
    )
    assert answer.status_code == 401


def test_another_process_of_the_county_comes_to_the_same_mark(
    village: Laptop, county: County, clock: Clock, enrolled: Enrol
) -> None:
    other = News()
    heads = {VILLAGE: 3, OTHER_VILLAGE: 2}
    first = county.news.seen(village.id, heads, clock.now, county.news.turn)
    assert not other.is_quiet(village.id, first, clock.now), "it has not met the device yet"
    assert other.seen(village.id, heads, clock.now, other.turn) == first
    assert other.is_quiet(village.id, first, clock.now)
    other.moved({VILLAGE: 4})
    assert not other.is_quiet(village.id, first, clock.now)


def test_a_county_is_served_out_of_a_folder(county: County) -> None:
    county.folder = None
    with pytest.raises(ValueError, match="folder"):
        TestClient(create_app(county))
