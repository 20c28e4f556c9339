"""The yearly notice of days off is read as it is published."""

from datetime import date

from gridapp.domain.holidays import read_notice

NOTICE = """国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
节假日期间，各地区、各部门要妥善安排好值班。"""


def test_the_notice_gives_days_off_and_make_up_days() -> None:
    days = {one.day: one for one in read_notice(NOTICE, 2026)}
    assert len(days) == 3 + 1 + 9 + 2 + 3
    assert days[date(2026, 1, 3)] == (date(2026, 1, 3), False, "元旦")
    assert days[date(2026, 1, 4)] == (date(2026, 1, 4), True, "元旦")
    assert [day for day, one in days.items() if one.works and one.name == "春节"] == [
        date(2026, 2, 14),
        date(2026, 2, 28),
    ]
    assert days[date(2026, 4, 6)].name == "清明节"


def test_a_span_over_the_end_of_a_month_and_another_year() -> None:
    days = [one.day for one in read_notice("国庆节：9月30日至10月2日放假", 2027)]
    assert days == [date(2027, 9, 30), date(2027, 10, 1), date(2027, 10, 2)]
    assert read_notice("2028年1月1日放假", 2027)[0].day == date(2028, 1, 1)


def test_what_is_no_day_is_left_out() -> None:
    for text in ("", "2月30日放假", "13月1日放假", "5日放假", "3月9日至3月1日放假", "明天上班"):
        assert read_notice(text, 2026) == ()
