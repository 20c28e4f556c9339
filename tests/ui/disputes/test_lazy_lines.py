"""A long ledger asks for the lines that somebody looks at, and for no others."""

from uuid import UUID

from gridapp.ui.disputes.ledger.lazy_lines import PAGE, LazyLines, blank

IDS = [UUID(int=number) for number in range(3 * PAGE)]


def test_looking_at_a_line_asks_for_its_page_once() -> None:
    asked: list[tuple[UUID, ...]] = []
    lines = LazyLines(IDS)
    lines.ask = asked.append
    assert lines[PAGE + 5].id == IDS[PAGE + 5]
    assert lines[PAGE + 6].number == ""
    assert asked == [tuple(IDS[PAGE : 2 * PAGE])]


def test_walking_through_all_lines_asks_for_nothing() -> None:
    asked: list[tuple[UUID, ...]] = []
    lines = LazyLines(IDS)
    lines.ask = asked.append
    assert [line.id for line in lines] == IDS
    assert asked == []


def test_lines_that_have_come_are_shown_and_not_asked_for_again() -> None:
    asked: list[tuple[UUID, ...]] = []
    lines = LazyLines(IDS, [blank(id_) for id_ in IDS[:PAGE]])
    lines.ask = asked.append
    assert lines[0].id == IDS[0]
    lines.fill([blank(id_) for id_ in IDS[PAGE:]])
    assert lines[-1].id == IDS[-1]
    assert asked == []
