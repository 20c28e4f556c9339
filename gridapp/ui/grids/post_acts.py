"""Acts on the post of a leader: somebody stands in for a time, or the post ends."""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.grids import Identity
from gridapp.store.grids.posts import PostLine
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Day, Line
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import duties, posts
from gridapp.usecases.grids.posts import NewPost

translate = QCoreApplication.translate
USUAL = timedelta(days=30)


def stand_in_act(unit_id: UUID, today: date) -> Act:
    """Somebody stands in from day to day, beside or in place of who holds the post."""

    def do(desk: Desk, values: Values) -> Changed:
        new = NewPost(
            unit_id=unit_id,
            holder=values["holder"],
            identity=values["identity"],
            phone=values["phone"],
            since=values["since"],
            until=values["until"],
            stands_in=True,
        )
        return posts.appoint(desk, new)

    who = [(value.value, names.identity(value)) for value in Identity]
    asks = (
        Asked("holder", translate("posts", "Who stands in"), Line),
        Asked("identity", translate("posts", "Identity"), partial(Pick, who)),
        Asked("phone", translate("posts", "Phone"), Line),
        Asked("since", translate("posts", "Stands in from"), partial(Day, today)),
        Asked("until", translate("posts", "Held to, included"), partial(Day, today + USUAL)),
    )
    return Act("post.stand_in", translate("posts", "Name a stand-in"), do, asks)


def end_act(post: PostLine, today: date) -> Act:
    """Somebody has the post until a day, included."""

    def do(desk: Desk, values: Values) -> Changed:
        return duties.lay_down(desk, post.id, values["until"])

    label = translate("duties", "Last day of {name}").format(name=post.holder)
    asks = (Asked("until", label, partial(Day, today)),)
    rule = translate(
        "posts", "From the next day on the post is vacant until somebody is appointed."
    )
    return Act(
        "post.end", translate("posts", "End the post"), do, asks, "" if post.stands_in else rule
    )
