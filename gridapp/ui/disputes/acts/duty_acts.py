"""Who is answerable for a case, as acts: its level and agent, its leader, who may see it."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import EventKind
from gridapp.contract.grids import PostKind
from gridapp.domain.disputes.levels import LADDER, Proposal, is_higher
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice, Person, Unit
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.ui.disputes.acts.giving_acts import busy, mediators
from gridapp.ui.disputes.acts.step_acts import clock_words
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework, disputes, mediation

translate = QCoreApplication.translate

_LEADER_DAYS = 30
"""What the form proposes."""


def reasons(proposal: Proposal) -> str:
    """Why a level is proposed."""
    return "、".join(map(case_words.level_reason, proposal.reasons))


def escalate_act(look: Look) -> Act:
    """Hand the case to a higher level."""
    dispute = look.case.dispute

    def do(desk: Desk, values: Values) -> Changed:
        level, agent = values["level"], values["agent"]
        return disputes.escalate(desk, dispute.id, level, agent, values["text"])

    title = translate("acts", "Hand it to a higher level")
    return Act(
        "step.escalated", title, do, partial(_levels, look), clock_words(look, EventKind.ESCALATED)
    )


def _levels(look: Look, desk: Desk) -> tuple[Asked, ...]:
    dispute, proposal = look.case.dispute, look.proposal
    higher = [level for level in LADDER if is_higher(level, dispute.level)]
    proposed = proposal.level if proposal.level in higher else next(iter(higher), "")
    offered = [(load.name, busy(load)) for load in casework.loads(desk, PostKind.AGENT)]
    levels = [(level.value, case_words.level(level)) for level in higher]
    why = reasons(proposal) if proposal.level in higher else ""
    return (
        Asked("level", translate("acts", "To which level"), partial(Choice, levels, proposed)),
        Asked("agent", translate("acts", "Agent there, if known"), partial(Person, offered)),
        Asked("text", translate("acts", "Why"), partial(Text, why)),
    )


def leader_act(look: Look) -> Act:
    """A leader takes the case on."""
    dispute_id = look.case.dispute.id

    def do(desk: Desk, values: Values) -> Changed:
        return casework.assign_leader(desk, dispute_id, values["leader"], values["due"])

    title = translate("acts", "A leader takes it on")
    return Act(
        "duty.leader",
        title,
        do,
        partial(_leaders, look),
        clock_words(look, EventKind.LEADER_ASSIGNED),
    )


def _leaders(look: Look, desk: Desk) -> tuple[Asked, ...]:
    offered = [(load.name, busy(load)) for load in casework.loads(desk, PostKind.CASE_LEADER)]
    due = look.case.dispute.leader_due_on or look.today + timedelta(days=_LEADER_DAYS)
    hint = translate("acts", "Who has as many as they should may still take it.")
    return (
        Asked("leader", translate("acts", "Case leader"), partial(Person, offered), hint),
        Asked("due", translate("acts", "Settled until"), partial(Day, due)),
    )


def mediator_act(look: Look) -> Act:
    """A mediator of the pool handles the case from now on."""
    dispute_id = look.case.dispute.id

    def do(desk: Desk, values: Values) -> Changed:
        return mediation.assign_mediator(
            desk, dispute_id, values["owner"], values["text"], desk.today()
        )

    def asks(desk: Desk) -> tuple[Asked, ...]:
        offered = list(mediators(look, desk).items())
        start = translate("acts", "Handed to the mediator.")
        return (
            Asked("owner", translate("acts", "Mediator"), partial(Person, offered)),
            Asked("text", translate("acts", "What they are asked to do"), partial(Text, start)),
        )

    title = translate("acts", "Hand it to a mediator")
    return Act("duty.mediator", title, do, asks, clock_words(look, EventKind.HANDLED))


def seal_act(look: Look) -> Act:
    """Only the handlers that are named see the case from now on."""

    def do(desk: Desk, values: Values) -> Changed:
        named = [
            f"{row['name']}@{row['unit'] or look.person.unit_id}"
            for row in values["handlers"]
            if row["name"]
        ]
        return disputes.seal(desk, look.case.dispute.id, named, values["text"])

    meaning = translate(
        "acts",
        "Only the handlers named here see the case from now on: nobody else finds it in lists,"
        " search, exports or sync, and never the accused.",
    )
    reach = translate(
        "acts",
        "Of the unit where it arose, or one above it."
        " Others get nothing, even when they are named.",
    )
    rows = partial(
        Rows,
        partial(_handler, look, "", None),
        translate("acts", "Add a handler"),
        [partial(_handler, look, look.person.name, look.person.unit_id)],
    )
    asks = (
        Asked("handlers", translate("acts", "Who may see it"), rows, reach),
        Asked("text", translate("acts", "Why"), Text),
    )
    told = f"{meaning} {clock_words(look, EventKind.SEALED)}"
    return Act("step.sealed", translate("acts", "Seal the case"), do, asks, told)


def _handler(look: Look, name: str, unit_id: UUID | None) -> Cells:
    return {
        "name": (translate("acts", "Name"), Line(name)),
        "unit": (translate("acts", "Unit"), Unit(look.seats, unit_id)),
    }


def unseal_act(look: Look) -> Act:
    """Everybody whose area it is sees the case again."""

    def do(desk: Desk, values: Values) -> Changed:
        return disputes.unseal(desk, look.case.dispute.id, values["text"])

    asks = (Asked("text", translate("acts", "Why"), Text),)
    title = translate("acts", "Open the sealed case")
    return Act("step.unsealed", title, do, asks, clock_words(look, EventKind.UNSEALED))
