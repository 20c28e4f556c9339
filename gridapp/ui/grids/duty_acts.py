"""Taking up a duty and laying it down, as acts: agents, mediators, case leaders."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.grids import Identity, PostKind
from gridapp.store.disputes.casework import Load
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice, Pick
from gridapp.ui.acts.inputs import Day, Line, Number
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import duties
from gridapp.usecases.grids.duties import NewDuty

translate = QCoreApplication.translate

KINDS = (PostKind.MEDIATOR, PostKind.AGENT, PostKind.CASE_LEADER)


def kind_word(kind: str) -> str:
    """What somebody takes on."""
    known: dict[str, str] = {
        PostKind.AGENT: translate("duties", "Agent"),
        PostKind.MEDIATOR: translate("duties", "Mediator"),
        PostKind.CASE_LEADER: translate("duties", "Case leader"),
    }
    return known.get(kind, kind)


def take_up_act(unit_id: UUID, today: date) -> Act:
    """Somebody takes up a duty in this unit."""

    def do(desk: Desk, values: Values) -> Changed:
        new = NewDuty(
            unit_id=unit_id,
            kind=PostKind(values["kind"]),
            holder=values["holder"],
            identity=values["identity"],
            since=values["since"],
            phone=values["phone"],
            quota=values["quota"],
            skills=values["skills"],
        )
        return duties.take_up(desk, new)

    return Act("duty.take_up", translate("duties", "Add somebody"), do, _asks(today))


def _asks(today: date) -> tuple[Asked, ...]:
    kinds = [(kind.value, kind_word(kind)) for kind in KINDS]
    meanings: dict[str, str] = {
        PostKind.AGENT: translate("duties", "Sees a resident's matter through for them."),
        PostKind.MEDIATOR: translate("duties", "Mediates cases; suggested by skill and load."),
        PostKind.CASE_LEADER: translate("duties", "A leader who answers for single cases."),
    }
    who = [(value.value, names.identity(value)) for value in Identity]
    limit = translate("duties", "Empty: no limit. A full load warns, it never stops.")
    example = translate("duties", "For example: family, neighbours, land")
    choose = partial(Choice, kinds, PostKind.MEDIATOR.value, meanings)
    return (
        Asked("kind", translate("duties", "Duty"), choose),
        Asked("holder", translate("duties", "Full name"), Line),
        Asked("identity", translate("duties", "Identity"), partial(Pick, who)),
        Asked("phone", translate("duties", "Phone"), Line),
        Asked("since", translate("duties", "Since"), partial(Day, today)),
        Asked("quota", translate("duties", "Cases at a time"), Number, limit),
        Asked("skills", translate("duties", "Good at"), Line, example),
    )


def lay_down_act(load: Load, today: date) -> Act:
    """Somebody has the duty until a day, included."""

    def do(desk: Desk, values: Values) -> Changed:
        return duties.lay_down(desk, load.post_id, values["until"])

    label = translate("duties", "Last day of {name}").format(name=load.name)
    asks = (Asked("until", label, partial(Day, today)),)
    return Act("duty.lay_down", translate("duties", "End the duty"), do, asks)
