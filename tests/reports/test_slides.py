"""The slides of a hall: who receives today first, then who comes next, nobody of the past."""

from datetime import date, timedelta
from uuid import UUID

from gridapp.reports.slides import MOST, PER_SLIDE, slides
from gridapp.store.receptions.receptions import ReceptionLine

TODAY = date(2026, 11, 23)


def duty(days: int, leader: str = "韦国平", held_on: date | None = None) -> ReceptionLine:
    return ReceptionLine(
        id=UUID(int=days + 100),
        unit_id=UUID(int=1),
        unit_name="永福镇",
        planned_on=TODAY + timedelta(days=days),
        planned=True,
        leader=leader,
        post="镇长",
        place="便民服务中心",
        hours="9:00—11:30",
        field="06",
        held_on=held_on,
        groups=0,
        people=0,
        result="",
        cases=0,
        revision=1,
    )


def test_today_stands_on_a_slide_of_its_own_before_what_comes() -> None:
    first, second = slides([duty(-7), duty(0, "覃秀英"), duty(7), duty(14)], TODAY)
    assert [line.leader for line in first.lines] == ["覃秀英"]
    assert first.lines[0].day == "11月23日（周一）"
    assert (first.lines[0].hours, first.lines[0].place) == ("9:00—11:30", "便民服务中心")
    assert first.lines[0].field == "土地承包确权"
    assert len(second.lines) == 2
    assert first.heading != second.heading


def test_what_was_held_or_is_past_is_not_shown() -> None:
    assert slides([duty(-1), duty(0, held_on=TODAY)], TODAY) == ()


def test_a_long_roster_is_cut_and_its_slides_are_full() -> None:
    found = slides([duty(7 * week) for week in range(1, 53)], TODAY)
    assert [len(slide.lines) for slide in found] == [PER_SLIDE] * (MOST // PER_SLIDE)
