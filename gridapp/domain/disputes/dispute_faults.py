"""What may be wrong with a case: its faults by name, with their articles; its facts. Pure."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from gridapp.contract.codes import CATEGORIES
from gridapp.contract.disputes import (
    DisputeRecord,
    EventKind,
    PartyRecord,
    PartyRole,
)
from gridapp.domain.disputes.disputes import STEPS

EXTENSION_DAYS = 30
"""At most so many more, with the approval of the head of the unit (art. 34)."""

MOST_REPRESENTATIVES = 5
"""Of a group matter (art. 20)."""


class DisputeFault(StrEnum):
    """Why a case or its next step cannot be kept as it stands."""

    TITLE_MISSING = "dispute.title_missing"
    CATEGORY_MISSING = "dispute.category_missing"
    TEXT_MISSING = "dispute.text_missing"
    IN_FUTURE = "dispute.in_future"
    BEFORE_REGISTRATION = "dispute.before_registration"
    BEFORE_LAST_STEP = "dispute.before_last_step"
    STEP_NOT_ALLOWED = "dispute.step_not_allowed"
    CONCLUSION_MISSING = "dispute.conclusion_missing"
    SAME_PERSON = "dispute.struck_off_by_handler"
    ONLY_PROCEDURAL = "dispute.only_procedural"
    CHANNEL_MISSING = "dispute.channel_missing"
    UNIT_MISSING = "dispute.unit_missing"
    OBJECTION_LATE = "dispute.objection_late"
    EXTENSION_NOT_ASKED = "dispute.extension_not_asked"
    EXTENSION_BY_ASKER = "dispute.extension_by_asker"
    EXTENSION_TOO_LONG = "dispute.extension_too_long"
    CONSENT_REFUSED = "dispute.consent_refused"
    REVIEW_LATE = "dispute.review_late"
    REVIEW_DONE = "dispute.review_done"
    REVIEW_FIRST = "dispute.review_first"
    RATING_MISSING = "dispute.rating_missing"
    SUITABILITY_MISSING = "dispute.suitability_missing"
    TOO_MANY_REPRESENTATIVES = "dispute.too_many_representatives"
    ACCUSED_HANDLES = "dispute.accused_handles"
    HANDLERS_MISSING = "dispute.handlers_missing"
    HANDLER_OUT_OF_REACH = "dispute.handler_out_of_reach"
    OCCURRED_LATER = "dispute.occurred_later"
    LEVEL_NOT_HIGHER = "dispute.level_not_higher"
    REPEATS_ITSELF = "dispute.repeats_itself"
    REPEATED_MISSING = "dispute.repeated_missing"
    PARTY_NAMELESS = "dispute.party_nameless"
    AMOUNT_WRONG = "dispute.amount_wrong"
    FOR_LIFE = "dispute.for_life"


ARTICLES: dict[DisputeFault, str] = {
    DisputeFault.SAME_PERSON: STEPS[EventKind.STRUCK_OFF].source,
    DisputeFault.OBJECTION_LATE: "信访工作条例第二十三条",
    DisputeFault.EXTENSION_NOT_ASKED: "信访工作条例第三十四条",
    DisputeFault.EXTENSION_BY_ASKER: "信访工作条例第三十四条",
    DisputeFault.EXTENSION_TOO_LONG: "信访工作条例第三十四条",
    DisputeFault.CONSENT_REFUSED: "人民调解法第十七条",
    DisputeFault.REVIEW_LATE: "信访工作条例第三十五条、第三十六条",
    DisputeFault.REVIEW_DONE: "信访工作条例第三十五条、第三十六条",
    DisputeFault.REVIEW_FIRST: "信访工作条例第三十六条",
    DisputeFault.TOO_MANY_REPRESENTATIVES: "信访工作条例第二十条",
    DisputeFault.ACCUSED_HANDLES: "信访工作条例第三十条",
    DisputeFault.FOR_LIFE: "首访首办责任制",
    DisputeFault.LEVEL_NOT_HIGHER: STEPS[EventKind.ESCALATED].source,
}
"""The article or rule behind a refusal; of a step that is not allowed, ``STEPS`` names it."""


def registration_faults(dispute: DisputeRecord, today: date) -> list[DisputeFault]:
    """Name everything wrong with a case that is about to be registered."""
    found = []
    if not dispute.title.strip():
        found.append(DisputeFault.TITLE_MISSING)
    group, leaves = CATEGORIES.get(dispute.category[:2], ("", {}))
    if not group or dispute.category not in leaves:
        found.append(DisputeFault.CATEGORY_MISSING)
    if dispute.registered_on > today:
        found.append(DisputeFault.IN_FUTURE)
    if dispute.occurred_on is not None and dispute.occurred_on > dispute.registered_on:
        found.append(DisputeFault.OCCURRED_LATER)
    return found + figure_faults(dispute)


def figure_faults(dispute: DisputeRecord) -> list[DisputeFault]:
    """People and sums are no less than nothing, and no more is paid than was agreed."""
    sums = (dispute.amount_claimed, dispute.amount_agreed, dispute.amount_paid)
    agreed, paid = dispute.amount_agreed, dispute.amount_paid
    below = any(one is not None and one < 0 for one in (*sums, dispute.people_involved))
    beyond = agreed is not None and paid is not None and paid > agreed
    return fault_if(below or beyond, DisputeFault.AMOUNT_WRONG)


def party_faults(parties: Iterable[PartyRecord], handlers: Iterable[str]) -> list[DisputeFault]:
    """At most five represent a group; the accused is never among those who handle the case.

    ``handlers``: names, as they are given to ``DisputeRecord.handlers`` before the ``@``.
    """
    people = list(parties)
    accused = {party.name for party in people if party.role == PartyRole.ACCUSED}
    found = fault_if(any(not party.name for party in people), DisputeFault.PARTY_NAMELESS)
    if sum(party.representative for party in people) > MOST_REPRESENTATIVES:
        found.append(DisputeFault.TOO_MANY_REPRESENTATIVES)
    if accused & set(handlers):
        found.append(DisputeFault.ACCUSED_HANDLES)
    return found


def fault_if(wrong: bool, fault: DisputeFault) -> list[DisputeFault]:
    """The fault when something is wrong, else nothing."""
    return [fault] if wrong else []
