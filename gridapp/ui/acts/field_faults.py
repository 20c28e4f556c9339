"""At which input of an act a fault is told."""

from collections.abc import Collection

from gridapp.domain.disputes.agreements import AgreementFault
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.domain.grids.grids import GridFault
from gridapp.domain.grids.regrouping import RegroupFault
from gridapp.domain.households.life_events import LifeFault
from gridapp.domain.measures import RuleFault
from gridapp.domain.receptions.meetings import MeetingFault
from gridapp.domain.receptions.receptions import ReceptionFault
from gridapp.domain.reports.reports import SigningFault

_F, _T, _A, _R, _M = DisputeFault, TaskFault, AgreementFault, ReceptionFault, MeetingFault
_U, _L = RuleFault, LifeFault
_INPUTS: dict[str, str] = {
    _F.TEXT_MISSING: "text",
    _F.CONCLUSION_MISSING: "conclusion",
    _F.ONLY_PROCEDURAL: "conclusion",
    _F.IN_FUTURE: "date",
    _F.BEFORE_REGISTRATION: "date",
    _F.BEFORE_LAST_STEP: "date",
    _F.OBJECTION_LATE: "date",
    _F.REVIEW_LATE: "date",
    _F.CHANNEL_MISSING: "channel",
    _F.UNIT_MISSING: "unit",
    _F.EXTENSION_TOO_LONG: "until",
    _F.RATING_MISSING: "rating",
    _F.HANDLERS_MISSING: "handlers",
    _F.ACCUSED_HANDLES: "handlers",
    _F.HANDLER_OUT_OF_REACH: "handlers",
    _F.SUITABILITY_MISSING: "suitability",
    _F.LEVEL_NOT_HIGHER: "level",
    _F.REPEATS_ITSELF: "number",
    _F.REPEATED_MISSING: "number",
    _F.PARTY_NAMELESS: "parties",
    _F.TOO_MANY_REPRESENTATIVES: "parties",
    _T.TITLE_MISSING: "title",
    _T.OWNER_MISSING: "owner",
    _T.DUE_MISSING: "due",
    _T.DUE_TOO_EARLY: "due",
    _T.NUMBER_MISSING: "number",
    _T.NUMBER_TAKEN: "number",
    _T.TEXT_MISSING: "text",
    _T.IN_FUTURE: "date",
    _T.BEFORE_ASKED: "date",
    _T.LEADER_MISSING: "leader",
    _A.FACTS_MISSING: "facts",
    _A.TERMS_MISSING: "terms",
    _A.MANNER_MISSING: "manner",
    _A.PERIOD_MISSING: "until",
    _A.PERIOD_TOO_EARLY: "until",
    _A.MEDIATOR_MISSING: "mediator",
    _A.AMOUNT_WRONG: "amount",
    _A.INSTALMENTS_SUM: "instalments",
    _A.INSTALMENT_TOO_EARLY: "instalments",
    _A.CONFIRMATION_LATE: "date",
    _R.LEADER_MISSING: "leader",
    _R.IN_FUTURE: "date",
    _R.FEWER_PEOPLE_THAN_GROUPS: "people",
    _R.PEOPLE_WITHOUT_GROUP: "groups",
    _R.RESULT_MISSING: "text",
    _R.ENDS_BEFORE_START: "last",
    _R.NO_DUTY_DAY: "on",
    _R.ALL_PLANNED: "on",
    GridFault.HOLDER_MISSING: "holder",
    GridFault.PHONE_DOUBTFUL: "phone",
    GridFault.ENDS_BEFORE_START: "until",
    GridFault.NAME_MISSING: "name",
    GridFault.NAME_TAKEN: "name",
    GridFault.STARTS_TOO_EARLY: "since",
    GridFault.HELD_BY_ANOTHER: "since",
    GridFault.STAND_IN_ENDLESS: "until",
    RegroupFault.IN_FUTURE: "day",
    RegroupFault.BEFORE_GRID: "day",
    RegroupFault.BEFORE_LAST_MOVE: "day",
    RegroupFault.FEW_GRIDS: "grids",
    RegroupFault.PARTS_WRONG: "parts",
    RegroupFault.CHANGED_SINCE: "act",
    _M.TITLE_MISSING: "title",
    _M.IN_FUTURE: "date",
    SigningFault.REASON_MISSING: "text",
    _U.DAYS_WRONG: "days",
    _U.PERCENT_WRONG: "days",
    _U.PEOPLE_WRONG: "days",
    _U.WEEKDAY_WRONG: "days",
    _U.HOUR_WRONG: "days",
    _U.AGAINST_LAW: "days",
    _U.NAME_MISSING: "name",
    _U.STEPS_MISSING: "stops",
    _U.STEPS_SAME: "stops",
    _U.FORMAT_WRONG: "format",
    _U.UNIT_WORD_TWICE: "units",
    _U.NOT_OUR_DAY: "day",
    _U.NO_DAYS_READ: "text",
    _L.IN_FUTURE: "date",
    _L.BEFORE_SINCE: "date",
    _L.BEFORE_LATER: "date",
    _L.NAME_MISSING: "name",
    _L.NOBODY_CHOSEN: "people",
    _L.NOBODY_LEFT: "people",
    _L.NOT_GONE: "people",
    _L.HEAD_NOT_THERE: "head",
    _L.HEAD_ALREADY: "head",
    _L.NOT_THERE: "other",
    _L.SAME_HOUSEHOLD: "other",
}


_ROWS = {"title": "steps", "owner": "steps", "due": "steps", "amount": "instalments"}
"""Where an input stands in the rows of another."""


def field_of(fault: str, asked: Collection[str]) -> str:
    """The name of the input at which the fault is told; "" when it belongs to none of these."""
    name = _INPUTS.get(fault, "")
    return next((one for one in (name, _ROWS.get(name, "")) if one in asked), "")
