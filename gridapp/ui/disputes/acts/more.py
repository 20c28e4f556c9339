"""What is seldom done next with a case: one key away, in groups."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind
from gridapp.contract.people import Role
from gridapp.domain.disputes.casework import LETTERS
from gridapp.domain.disputes.disputes import next_steps
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes.acts.agreement_acts import agree_act
from gridapp.ui.disputes.acts.duty_acts import seal_act, unseal_act
from gridapp.ui.disputes.acts.follow_up import follow_up_act
from gridapp.ui.disputes.acts.giving_acts import give_act
from gridapp.ui.disputes.acts.offers import Offers
from gridapp.ui.disputes.acts.plan_act import plan_act
from gridapp.ui.disputes.acts.step_acts import step_act
from gridapp.ui.disputes.look import Look
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import link, words

translate = QCoreApplication.translate

_OWN: dict[EventKind, Callable[[Look], Act]] = {
    EventKind.AGREED: agree_act,
    EventKind.FOLLOWED_UP: follow_up_act,
    EventKind.SEALED: seal_act,
    EventKind.UNSEALED: unseal_act,
}
"""Steps that ask for more than words and a day."""


def act_of(look: Look, kind: EventKind) -> Act:
    """The act of a step."""
    own = _OWN.get(kind)
    return own(look) if own else step_act(look, kind)


def given(look: Look) -> list[Act]:
    """What this person may give to others; letters and instructions come from above."""
    if look.is_leader or EventKind.TASK_GIVEN not in next_steps(look.case.dispute.state):
        return []
    kinds = [TaskKind.WHISTLE, TaskKind.CO_HANDLING, TaskKind.PLAN_STEP]
    if look.person.role in {Role.TOWNSHIP, Role.COUNTY}:
        kinds += [TaskKind.INSTRUCTION, *LETTERS]
    planned = any(task.kind == TaskKind.PLAN_STEP for task in look.tasks)
    return [
        plan_act(look) if kind == TaskKind.PLAN_STEP and not planned else give_act(look, kind)
        for kind in kinds
    ]


class More(QWidget):
    """``open_act`` opens one. ``buttons`` are by the code of the act."""

    def __init__(self, open_act: Callable[[Act], None]) -> None:
        super().__init__()
        self._open_act = open_act
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_look(self, look: Look, offers: Offers) -> None:
        """Offer what is not likely but possible."""
        clear(self._column)
        self.buttons = {}
        self._add(translate("more", "Next steps"), [act_of(look, kind) for kind in offers.more])
        self._add(translate("more", "Given to others"), given(look))

    def _add(self, heading: str, acts: Sequence[Act]) -> None:
        if not acts:
            return
        self._column.addWidget(words(heading, "muted"))
        box = QWidget()
        flow = FlowLayout(box, gap=2)
        for act in acts:
            made = link(act.title, partial(self._open_act, act))
            self.buttons[act.code] = made
            flow.addWidget(made)
        self._column.addWidget(box)
