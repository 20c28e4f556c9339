"""The follow-up visit (回访) as an act: what people said, and how they rate the work."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import EventKind, Rating, State
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.inputs import Day, Text, Tick
from gridapp.ui.disputes.acts.step_acts import clock_words
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework

translate = QCoreApplication.translate

_RATED_IN = frozenset({State.ANSWERED, State.CONCLUDED, State.STRUCK_OFF})
"""While a matter is handled, a follow-up is only a visit."""


def follow_up_act(look: Look) -> Act:
    """See the people again."""
    dispute = look.case.dispute

    def do(desk: Desk, values: Values) -> Changed:
        rating = Rating(values.get("rating") or Rating.NOT_ASKED)
        return casework.follow_up(
            desk,
            dispute.id,
            values["text"],
            values["date"],
            rating,
            people_settled=values.get("people_settled"),
        )

    asks = (
        Asked("text", translate("acts", "Whom you asked, and what they said"), Text),
        *(_verdict(look) if dispute.state in _RATED_IN else ()),
        Asked("date", translate("acts", "On which day"), partial(Day, look.today)),
    )
    rule = clock_words(look, EventKind.FOLLOWED_UP)
    return Act("step.followed_up", translate("acts", "Follow up"), do, asks, rule)


def _verdict(look: Look) -> tuple[Asked, ...]:
    options = [(value.value, case_words.rating(value)) for value in Rating]
    meanings = {value: case_words.rating_meaning(value) for value, _ in options}
    start = Rating.NOT_ASKED.value
    people = translate("acts", "The people are reconciled")
    at_peace = look.case.dispute.people_settled
    return (
        Asked(
            "rating",
            translate("acts", "What the resident said"),
            partial(Choice, options, start, meanings),
        ),
        Asked(
            "people_settled",
            translate("acts", "The people"),
            partial(Tick, people, start=at_peace),
        ),
    )
