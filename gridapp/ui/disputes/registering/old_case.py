"""An old case from paper: what it was about, and every step with the day on which it was taken."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from gridapp.contract.codes import CATEGORIES, SOURCES
from gridapp.contract.disputes import Conclusion, EventKind, Side
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick, Unit
from gridapp.ui.acts.form import ActForm
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.ui.disputes.registering.categories import leaf_name
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.scrolling import Scrolling
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty, Step
from gridapp.usecases.grids import grids

translate = QCoreApplication.translate
_E = EventKind

KINDS = (_E.ACCEPTED, _E.HANDLED, _E.ANSWERED, _E.FOLLOWED_UP, _E.CONCLUDED, _E.STRUCK_OFF)
"""Steps that need no more than their words; others are entered on the page of the case."""


class OldCase(Card):
    """``form`` enters the case; see ``ActForm`` for what it says."""

    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Old case from paper"))
        self._services = services
        self.form = ActForm(services)
        self.form.title.setProperty("role", "muted")
        self.form.left.connect(self.left)
        self.body.addWidget(Scrolling(self.form), 1)

    def open(self) -> None:
        """Start, or go on with what was left half-written."""
        self.form.open(_act(self._services), "old")


def _act(services: Services) -> Act:
    today = services.today()

    def asks(desk: Desk) -> tuple[Asked, ...]:
        units, home = {p.id: p.name for p in grids.places(desk)}, desk.person.unit_id
        leaves = [code for _, below in CATEGORIES.values() for code in below]
        categories = [("", "—"), *((code, leaf_name(code)) for code in leaves)]
        sources = list(SOURCES.items())
        rows = partial(
            Rows,
            partial(_cells, services),
            translate("old", "Add a step"),
            [partial(_cells, services)],
        )
        return (
            Asked("unit", translate("old", "Where it arose"), partial(Unit, units, home)),
            Asked("category", translate("old", "Category"), partial(Pick, categories)),
            Asked("source", translate("old", "How we heard of it"), partial(Pick, sources)),
            Asked("first", translate("old", "First party"), Line),
            Asked("second", translate("old", "Second party"), Line),
            Asked("happened", translate("old", "It happened on"), partial(Day, today)),
            Asked("registered", translate("old", "Registered on"), partial(Day, today)),
            Asked("receiver", translate("old", "First receiver"), Line),
            Asked("title", translate("old", "Title"), partial(Line, wide=True)),
            Asked("summary", translate("old", "What happened"), partial(Text, lines=2)),
            Asked("steps", translate("old", "Steps, in their order"), rows),
        )

    rule = translate(
        "old",
        "Each step is checked as of its own day; that it is written down today stands beside it.",
    )
    return Act("history", translate("old", "Enter the old case"), _enter, asks, rule)


def _cells(services: Services) -> Cells:
    ends = [("", "—"), *((end.value, names.conclusion(end)) for end in Conclusion)]
    return {
        "date": (translate("old", "Day"), Day(services.today())),
        "kind": (translate("old", "Step"), Pick([(k.value, names.event(k)) for k in KINDS])),
        "actor": (translate("old", "Who"), Line()),
        "text": (translate("old", "What was done"), Line()),
        "conclusion": (translate("old", "How it ended"), Pick(ends)),
    }


def _enter(desk: Desk, values: Values) -> Changed:
    sides = ((Side.FIRST, values["first"]), (Side.SECOND, values["second"]))
    new = NewDispute(
        title=values["title"],
        category=values["category"],
        summary=values["summary"],
        registered_on=values["registered"],
        source=values["source"],
        parties=tuple(NewParty(side, name) for side, name in sides if name),
        occurred_on=min(values["happened"], values["registered"]),
        first_receiver=values["receiver"],
    )
    steps = [_step(row) for row in values["steps"]]
    return disputes.enter_history(desk, values["unit"] or desk.person.unit_id, new, steps)


def _step(row: Values) -> Step:
    ends = Conclusion(row["conclusion"]) if row["conclusion"] else None
    kind = EventKind(row["kind"])
    concluded = ends if kind == EventKind.CONCLUDED else None
    return Step(kind, row["text"], row["date"], concluded, actor=row["actor"])
