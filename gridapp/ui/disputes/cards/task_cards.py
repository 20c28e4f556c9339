"""The case plan (一案一策), what was given to others, and what was agreed, each in its card."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.contract.casework import AgreementRecord, TaskKind, TaskRecord
from gridapp.domain.money import yuan
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes.acts import agreement_acts, giving_acts, task_acts
from gridapp.ui.disputes.cards.case_card import CaseCard
from gridapp.ui.disputes.cards.task_rows import TaskRows
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import words

translate = QCoreApplication.translate

_OWN_CARDS = frozenset({TaskKind.PLAN_STEP, TaskKind.INSTALMENT})


class TasksCard(CaseCard):
    """Tasks of some kinds; hidden while there is none."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self._look: Look | None = None
        self.rows = self.make_rows()
        self.show_part(self.rows)

    def make_rows(self) -> TaskRows:
        """The rows of this card."""
        return TaskRows(self._acts_of, self.open_act)

    def show_look(self, look: Look) -> None:
        """Show the tasks of the case."""
        self._look = look
        tasks = [task for task in look.tasks if self.is_mine(task)]
        self.rows.show_tasks(tasks, look.today)
        done = sum(task.done_on is not None for task in tasks)
        self.set_note(translate("tasks", "{done} of {all} done").format(done=done, all=len(tasks)))
        self.offer(look.about, self.offered(look) if tasks else ())
        self.setVisible(bool(tasks))

    def is_mine(self, task: TaskRecord) -> bool:
        """Whether it stands in this card."""
        return task.kind not in _OWN_CARDS

    def offered(self, look: Look) -> list[Act]:
        """What may be added here."""
        return []

    def _acts_of(self, task: TaskRecord) -> list[Act]:
        return task_acts.acts_of(self._look, task) if self._look else []


class PlanCard(TasksCard):
    """The steps of the plan, in an order that a person changes."""

    def make_rows(self) -> TaskRows:
        """Rows that can be moved."""
        return TaskRows(self._acts_of, self.open_act, self._move)

    def show_look(self, look: Look) -> None:
        """A leader of a micro-grid, and a closed case, leave the order as it is."""
        self.rows.may_move = look.is_open and not look.is_leader
        super().show_look(look)

    def _move(self, task: TaskRecord, by: int) -> None:
        act, desk = task_acts.move_act(task, by), self.services.desk
        done = partial(self.done.emit, act)
        self.services.background.run(self, lambda: act.do(desk, {}), done, self.failed.emit)

    def is_mine(self, task: TaskRecord) -> bool:
        """Steps of the plan only."""
        return task.kind == TaskKind.PLAN_STEP

    def offered(self, look: Look) -> list[Act]:
        """Another step, while the case is open."""
        if look.is_leader or not look.is_open:
            return []
        return [giving_acts.give_act(look, TaskKind.PLAN_STEP)]


class AgreementCard(CaseCard):
    """What was agreed, with its instalments; hidden while nothing was."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, translate("tasks", "Agreement"))
        self._look: Look | None = None
        self._agreed = QWidget()
        self._lines = QVBoxLayout(self._agreed)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.rows = TaskRows(self._acts_of, self.open_act)
        self.show_part(self._agreed)
        self.show_part(self.rows)

    def show_look(self, look: Look) -> None:
        """Show the agreements of the case, the newest last."""
        self._look = look
        clear(self._lines)
        for agreement in look.agreements:
            for text, role in _told(agreement):
                self._lines.addWidget(words(text, role, wrap=True))
        parts = [task for task in look.tasks if task.kind == TaskKind.INSTALMENT]
        self.rows.show_tasks(parts, look.today)
        self.rows.setVisible(bool(parts))
        acts = [act for one in look.agreements for act in agreement_acts.acts_of(look, one)]
        self.offer(look.about, acts)
        self.set_note(_sums(look))
        self.setVisible(bool(look.agreements))

    def _acts_of(self, task: TaskRecord) -> list[Act]:
        return task_acts.acts_of(self._look, task) if self._look else []


def _told(agreement: AgreementRecord) -> list[tuple[str, str]]:
    """Lines of an agreement with their roles."""
    head = [case_words.agreement_form(agreement.form), str(agreement.agreed_on), agreement.number]
    until = agreement.perform_until
    how = [agreement.manner]
    how += [translate("tasks", "performed until {day}").format(day=until)] if until else []
    how += [translate("tasks", "mediator {name}").format(name=agreement.mediator)]
    court = (
        []
        if agreement.performed_on is None
        else [translate("tasks", "kept on {day}").format(day=agreement.performed_on)]
    )
    court += [translate("tasks", "broken")] if agreement.broken else []
    if agreement.confirmation_asked_on:
        text = translate("tasks", "court asked to confirm on {day}")
        court.append(text.format(day=agreement.confirmation_asked_on))
    if agreement.confirmed_on:
        text = translate("tasks", "confirmed by the court on {day}")
        court.append(text.format(day=agreement.confirmed_on))
    lines = [
        (" · ".join(filter(None, head)), "muted"),
        (agreement.terms, "body"),
        (" · ".join(filter(None, how)), "muted"),
        (" · ".join(court), "muted"),
    ]
    return [(text, role) for text, role in lines if text]


def _sums(look: Look) -> str:
    agreed, paid = look.case.dispute.amount_agreed, look.case.dispute.amount_paid
    if not agreed:
        return ""
    text = translate("tasks", "{paid} of {agreed} paid")
    return text.format(paid=yuan(paid or 0), agreed=yuan(agreed))
