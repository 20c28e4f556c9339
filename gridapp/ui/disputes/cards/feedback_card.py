"""The three feedbacks to the resident (一信三反馈) as a strip of three slots."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from gridapp.contract.disputes import EventKind, Feedback
from gridapp.domain.disputes.casework import feedback_days, feedback_faults
from gridapp.domain.disputes.disputes import STEPS
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Text
from gridapp.ui.disputes.cards.case_card import CaseCard
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.even import EvenGrid
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework

translate = QCoreApplication.translate


class FeedbackCard(CaseCard):
    """Each slot says when the feedback was given; what was not given yet is offered below."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, QCoreApplication.translate("FeedbackCard", "Three feedbacks"))
        self.slots = {stage: Chip() for stage in Feedback}
        strip = EvenGrid(84, 8)
        for slot in self.slots.values():
            slot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            strip.add(slot)
        self.show_part(strip)

    def show_look(self, look: Look) -> None:
        """Show what the resident was told, and offer what may be told now."""
        given = feedback_days(look.case.events)
        for stage, slot in self.slots.items():
            name, day = case_words.feedback(stage), given.get(stage)
            text = f"{name} ✓ {day:%m-%d}" if day else f"{name} —"
            slot.show_state(text, Tone.GREEN if day else Tone.NEUTRAL)
        answered, closed = look.case.dispute.answered_on, not look.is_open
        missing = [
            stage
            for stage in Feedback
            if stage not in given and not feedback_faults(stage, answered, closed)
        ]
        self.offer(look.about, [_give(look, stage) for stage in missing])


def _give(look: Look, stage: Feedback) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return casework.give_feedback(
            desk, look.case.dispute.id, stage, values["text"], values["date"]
        )

    title = translate("acts", "Feedback: {stage}").format(stage=case_words.feedback(stage))
    source = case_words.cite(STEPS[EventKind.FEEDBACK].source)
    return Act(
        f"feedback.{stage.value}",
        title,
        do,
        (
            Asked("text", translate("acts", "What the resident was told"), Text),
            Asked("date", translate("acts", "On which day"), partial(Day, look.today)),
        ),
        translate("acts", "Rule: {source}.").format(source=source),
    )
