"""What happens to a household and its members, each act with the form that asks for the least."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import SEX
from gridapp.contract.households import Residence
from gridapp.domain.households.history import GONE
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.inputs import Day, Input, Line
from gridapp.ui.households.life_inputs import Finder, NumberLine, RelationLine, Ticks
from gridapp.ui.services import Services
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households import comings, family_changes, finding, goings
from gridapp.usecases.households.comings import NewMember
from gridapp.usecases.households.family_changes import Splitting
from gridapp.usecases.households.households import HouseholdSheet, MemberLine

translate = QCoreApplication.translate

KEYS = {
    "life.move_in": "Ctrl+1",
    "life.move_out": "Ctrl+2",
    "life.death": "Ctrl+3",
    "life.birth": "Ctrl+4",
    "life.split": "Ctrl+5",
    "life.merge": "Ctrl+6",
    "life.change_head": "Ctrl+7",
    "life.join": "Ctrl+8",
    "life.return": "Ctrl+9",
}


class LifeActs:
    """The acts that a household offers as it stands."""

    def __init__(self, services: Services, sheet: HouseholdSheet) -> None:
        self._services, self._sheet = services, sheet
        self._here = [one for one in sheet.members if one.residence not in GONE]
        self._moved = [one for one in sheet.members if one.residence == Residence.MOVED]

    def offered(self) -> tuple[Act, ...]:
        """The likely ones first; of a household that has left only its return."""
        if self._sheet.until is not None:
            return (self._return(),) if self._here else ()
        some = len(self._here) > 1
        return (
            self._come("life.move_in", translate("life_acts", "Moves in"), comings.move_in),
            *((self._move_out(), self._death()) if self._here else ()),
            self._come("life.birth", translate("life_acts", "Is born"), comings.birth),
            *((self._split(),) if some else ()),
            self._merge(),
            *((self._change_head(),) if self._here else ()),
            self._join(),
            *((self._return(),) if self._moved else ()),
        )

    def _act(
        self, code: str, title: str, do: Callable[[Desk, Values], Changed], *asks: Asked
    ) -> Act:
        note = Asked("note", translate("life_acts", "Remark"), partial(Line, wide=True))
        return Act(code, title, do, (*asks, self._day(), note))

    def _day(self) -> Asked:
        make: Callable[[], Input] = partial(Day, self._services.today())
        return Asked("date", translate("life_acts", "On which day"), make)

    def _come(
        self, code: str, title: str, enter: Callable[[Desk, UUID, NewMember, date, str], Changed]
    ) -> Act:
        home = self._sheet.id
        sexes = [(sex, SEX[sex]) for sex in ("1", "2")]

        def do(desk: Desk, entered: Values) -> Changed:
            new = NewMember(
                entered["name"],
                entered["relation"],
                entered["sex"] or "0",
                entered["number"],
                phone=entered["phone"],
            )
            return enter(desk, home, new, entered["date"], entered["note"])

        return self._act(
            code,
            title,
            do,
            Asked("name", translate("life_acts", "Full name"), Line),
            Asked("relation", translate("life_acts", "Relation to the head"), RelationLine),
            Asked("phone", translate("life_acts", "Phone"), Line),
            Asked("number", translate("life_acts", "Citizen number"), NumberLine),
            Asked(
                "sex",
                translate("life_acts", "Sex, if the number does not tell"),
                partial(Choice, sexes),
            ),
        )

    def _move_out(self) -> Act:
        home, everybody = self._sheet.id, len(self._here)

        def do(desk: Desk, entered: Values) -> Changed:
            going, day, note = entered["people"], entered["date"], entered["note"]
            if len(going) == everybody:
                return goings.move_household_out(desk, home, day, note)
            return goings.move_out(desk, home, going, day, note)

        who = translate("life_acts", "Who leaves? All of them: the whole household")
        return self._act(
            "life.move_out", translate("life_acts", "Moves out"), do, self._people(who)
        )

    def _death(self) -> Act:
        home = self._sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            who = UUID(entered["head"]) if entered["head"] else home
            return goings.death(desk, home, who, entered["date"], entered["note"])

        who = Asked(
            "head", translate("life_acts", "Who has died?"), partial(Choice, self._choices())
        )
        return self._act("life.death", translate("life_acts", "Has died"), do, who)

    def _return(self) -> Act:
        home, ended = self._sheet.id, self._sheet.until is not None

        def do(desk: Desk, entered: Values) -> Changed:
            if ended:
                return comings.move_household_back(desk, home, entered["date"], entered["note"])
            people = entered["people"]
            return comings.move_back(desk, home, people, entered["date"], entered["note"])

        moved = [(one.id, one.name) for one in self._moved]
        who = Asked("people", translate("life_acts", "Who is back?"), partial(Ticks, moved))
        asks = () if ended else (who,)
        return self._act("life.return", translate("life_acts", "Is back"), do, *asks)

    def _split(self) -> Act:
        home = self._sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            head = UUID(entered["head"]) if entered["head"] else home
            new = Splitting(entered["people"], head, entered["address"])
            return family_changes.split(desk, home, new, entered["date"], {}, entered["note"])

        return self._act(
            "life.split",
            translate("life_acts", "Split off"),
            do,
            self._people(translate("life_acts", "Who becomes a household of their own?")),
            Asked(
                "head", translate("life_acts", "Who leads it?"), partial(Choice, self._choices())
            ),
            Asked(
                "address",
                translate("life_acts", "Its address"),
                partial(Line, self._sheet.address, wide=True),
            ),
        )

    def _merge(self) -> Act:
        home = self._sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            other = entered["other"] or home
            link, day, note = entered["relation"], entered["date"], entered["note"]
            return family_changes.merge(desk, home, other, link, day, {}, note)

        def find(desk: Desk, text: str) -> list[finding.Found]:
            return finding.other_households(desk, text, home)

        other = translate("life_acts", "Which household comes to this one?")
        link = translate("life_acts", "What is its head to the head here?")
        return self._act(
            "life.merge",
            translate("life_acts", "Merge"),
            do,
            Asked("other", other, partial(Finder, self._services, find)),
            Asked("relation", link, RelationLine),
        )

    def _join(self) -> Act:
        home = self._sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            who, relation = entered["other"] or home, entered["relation"]
            return family_changes.join(desk, home, who, relation, entered["date"], entered["note"])

        def find(desk: Desk, text: str) -> list[finding.Found]:
            return finding.members_elsewhere(desk, text, home)

        who = translate("life_acts", "Who comes from another household?")
        return self._act(
            "life.join",
            translate("life_acts", "Comes from another household"),
            do,
            Asked("other", who, partial(Finder, self._services, find)),
            Asked("relation", translate("life_acts", "Relation to the head"), RelationLine),
        )

    def _change_head(self) -> Act:
        home, people = self._sheet.id, self._here

        def do(desk: Desk, entered: Values) -> Changed:
            head = UUID(entered["head"]) if entered["head"] else home
            day, note = entered["date"], entered["note"]
            return family_changes.change_head(desk, home, head, day, {}, note)

        def asks(desk: Desk) -> tuple[Asked, ...]:
            told = {str(one.id): _told(desk, home, one) for one in people}
            choose = partial(Choice, self._choices(), "", told)
            label = translate("life_acts", "Who leads the household from now on?")
            note = Asked("note", translate("life_acts", "Remark"), partial(Line, wide=True))
            return (Asked("head", label, choose), self._day(), note)

        return Act("life.change_head", translate("life_acts", "Change the head"), do, asks)

    def _people(self, label: str) -> Asked:
        people = [(one.id, one.name) for one in self._here]
        return Asked("people", label, partial(Ticks, people))

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(one.id), one.name) for one in self._here]


def _told(desk: Desk, household_id: UUID, head: MemberLine) -> str:
    """What everybody would be to a new head."""
    open_ = translate("life_acts", "to be checked")
    return " · ".join(
        f"{one.name} {names.relation(one.relation) or open_}"
        for one in family_changes.under_head(desk, household_id, head.id)
        if one.id != head.id
    )
