"""The demo's roster of receptions and a meeting, told through the use cases."""

from datetime import timedelta
from random import Random

from gridapp.contract.receptions import Rhythm
from gridapp.demo import people
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.usecases.desk import Desk
from gridapp.usecases.receptions import duty_rosters, meetings, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.meetings import NewMeeting
from gridapp.usecases.receptions.receptions import Outcome

_POSTS = ("党委书记", "镇长", "人大主席", "副书记")
_FIELDS = ("", "06", "08", "10")
_RESULTS = ("当场答复。", "当场答复1批，其余交村里办理。", "交司法所调处，一周内反馈。")
_PAST_DAYS = 60
"""How far back the roster begins."""


def tell(desk: Desk, random: Random) -> None:
    """A weekly roster from two months ago to the end of the year, held so far, and a meeting."""
    today, unit_id = desk.today(), desk.person.unit_id
    first, last = today - timedelta(days=_PAST_DAYS), today.replace(month=12, day=31)
    leaders = tuple((people.adult_name(random), post) for post in _POSTS)
    pattern = Pattern(Rhythm.WEEKLY, (0,))
    field = random.choice(_FIELDS)
    plan = Plan(leaders, pattern, first, last, "镇便民服务中心", "9:00—11:30", field)
    duty_rosters.plan_year(desk, unit_id, plan)
    for line in receptions.between(desk, first, today - timedelta(days=1), unit_id):
        groups = random.randint(0, 4)
        outcome = Outcome(
            line.day,
            groups,
            sum(random.randint(1, 5) for _ in range(groups)),
            random.choice(_RESULTS) if groups else "",
        )
        receptions.hold(desk, line, outcome)
    new = NewMeeting(
        "矛盾纠纷周研判会", today, Rhythm.WEEKLY, chair=leaders[0][0], place="镇二楼会议室"
    )
    meetings.call(desk, unit_id, new)
