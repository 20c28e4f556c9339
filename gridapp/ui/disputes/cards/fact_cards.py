"""The facts of a case in cards: who is answerable, the parties, the matters it is joined to."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.codes import SCALE
from gridapp.contract.disputes import EventKind, PartyRecord, PartyRole, Suitability
from gridapp.contract.people import Role
from gridapp.domain.disputes.disputes import next_steps
from gridapp.domain.disputes.levels import is_higher
from gridapp.domain.masking import mask_phone
from gridapp.domain.money import yuan
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.disputes.acts import duty_acts, fact_acts
from gridapp.ui.disputes.cards.case_card import CaseCard
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import link, words

translate = QCoreApplication.translate


class FactsCard(CaseCard):
    """Names at the left, what is known of each beside them."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.show_part(self._facts)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these; one without a value is left out."""
        clear(self._grid)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            self._grid.addWidget(words(name, "muted"), row, 0)
            self._grid.addWidget(words(value, wrap=True), row, 1)


class DutyCard(FactsCard):
    """Level and agent, leader, who handles it, who heard of it first, who may see it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, translate("facts", "Who is answerable"))

    def show_look(self, look: Look) -> None:
        """Show who is answerable, and offer to hand it on."""
        dispute, proposal = look.case.dispute, look.proposal
        proposed = ""
        if look.is_open and is_higher(proposal.level, dispute.level):
            level = case_words.level(proposal.level)
            proposed = f"{level}（{duty_acts.reasons(proposal)}）"
        until = translate("facts", "{name}, until {day}")
        leader = until.format(name=dispute.leader, day=dispute.leader_due_on)
        handlers = [one.partition("@")[0] for one in dispute.handlers]
        unit = dispute.handling_unit_id
        self.show_facts(
            [
                (translate("facts", "Handled at"), case_words.level(dispute.level)),
                (translate("facts", "Proposed"), proposed),
                (translate("facts", "Unit"), look.seats.get(unit, "") if unit else ""),
                (translate("facts", "Agent"), dispute.agent),
                (translate("facts", "Case leader"), leader if dispute.leader else ""),
                (translate("facts", "Handled by"), dispute.handler),
                (translate("facts", "First receiver"), dispute.first_receiver),
                (translate("facts", "Sealed for"), "、".join(handlers)),
            ]
        )
        steps = next_steps(dispute.state)
        acts = []
        if EventKind.ESCALATED in steps and dispute.level != "county":
            acts.append(duty_acts.escalate_act(look))
        if EventKind.HANDLED in steps and not look.is_leader:
            acts.append(duty_acts.mediator_act(look))
        if EventKind.LEADER_ASSIGNED in steps and look.person.role in {Role.TOWNSHIP, Role.COUNTY}:
            acts.append(duty_acts.leader_act(look))
        self.offer(look.about, acts)


class PartiesCard(FactsCard):
    """The parties, masked, and the facts of a group matter."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, translate("facts", "Parties"))

    def show_look(self, look: Look) -> None:
        """Show the parties and sums."""
        dispute = look.case.dispute
        people = translate("facts", "{count} people").format(count=dispute.people_involved)
        suits = dispute.suitability != Suitability.UNKNOWN
        group = dispute.scale != "01" or dispute.people_involved > 0
        self.show_facts(
            [(names.side(party.side), _party(party)) for party in look.case.parties]
            + [
                (translate("facts", "Scale"), SCALE.get(dispute.scale, "") if group else ""),
                (translate("facts", "Involved"), people if dispute.people_involved else ""),
                (translate("facts", "Claimed"), _sum(dispute.amount_claimed)),
                (translate("facts", "Agreed"), _sum(dispute.amount_agreed)),
                (translate("facts", "Paid"), _sum(dispute.amount_paid)),
                (
                    translate("facts", "Mediation"),
                    case_words.suitability(dispute.suitability) if suits else "",
                ),
            ]
        )
        amounts = [] if look.is_leader else [fact_acts.amounts_act(look)]
        self.offer(look.about, [fact_acts.parties_act(look), *amounts])


def _party(party: PartyRecord) -> str:
    role = case_words.role(party.role) if party.role != PartyRole.PARTY else ""
    speaks = translate("facts", "representative") if party.representative else ""
    return " · ".join(filter(None, (party.name, role, speaks, mask_phone(party.phone))))


def _sum(fen: int | None) -> str:
    return "" if fen is None else yuan(fen)


class RelatedCard(CaseCard):
    """The matters that this one repeats, and those that repeat it. ``wanted(id)``: open it."""

    wanted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(services, translate("facts", "Related matters"))
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.show_part(self._list)

    def show_look(self, look: Look) -> None:
        """Show each with its number and state."""
        clear(self._lines)
        for line in look.related:
            way = (
                translate("facts", "repeats") if line.earlier else translate("facts", "repeated by")
            )
            head = link(line.number, partial(self._go_to, line.id))
            head.setAccessibleName(f"{way} {line.number} {line.title}")
            row = QHBoxLayout()
            row.addWidget(words(way, "muted"))
            row.addWidget(head)
            row.addWidget(Chip(names.state(line.state), names.state_tone(line.state)))
            row.addStretch(1)
            self._lines.addLayout(row)
            self._lines.addWidget(words(line.title, wrap=True))
        self._list.setVisible(bool(look.related))
        self.offer(look.about, [] if look.is_leader else [fact_acts.relate_act(look)])
        self.setVisible(bool(look.related) or not look.is_leader)

    def _go_to(self, dispute_id: UUID) -> None:
        self.wanted.emit(dispute_id)
