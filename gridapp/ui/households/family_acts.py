"""How households become others, as acts with their forms."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.inputs import Line
from gridapp.ui.households.household_acts import HouseholdActs
from gridapp.ui.households.life_inputs import Finder, RelationLine
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households import family_changes, finding
from gridapp.usecases.households.family_changes import Splitting
from gridapp.usecases.households.households import MemberLine

translate = QCoreApplication.translate


class FamilyActs(HouseholdActs):
    """Split, merge, somebody from another household, another head."""

    def split(self) -> Act:
        """Some become a household of their own."""
        home = self.sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            head = UUID(entered["head"]) if entered["head"] else home
            new = Splitting(entered["people"], head, entered["address"])
            return family_changes.split(desk, home, new, entered["date"], {}, entered["note"])

        return self.act(
            "life.split",
            translate("life_acts", "Split off"),
            do,
            self.people(translate("life_acts", "Who becomes a household of their own?")),
            Asked("head", translate("life_acts", "Who leads it?"), partial(Choice, self.choices())),
            Asked(
                "address",
                translate("life_acts", "Its address"),
                partial(Line, self.sheet.address, wide=True),
            ),
        )

    def merge(self) -> Act:
        """Everybody of another household comes to this one."""
        home = self.sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            other = entered["other"] or home
            link, day, note = entered["relation"], entered["date"], entered["note"]
            return family_changes.merge(desk, home, other, link, day, {}, note)

        def find(desk: Desk, text: str) -> list[finding.Found]:
            return finding.other_households(desk, text, home)

        other = translate("life_acts", "Which household comes to this one?")
        link = translate("life_acts", "What is its head to the head here?")
        return self.act(
            "life.merge",
            translate("life_acts", "Merge"),
            do,
            Asked("other", other, partial(Finder, self.services, find)),
            Asked("relation", link, RelationLine),
        )

    def join(self) -> Act:
        """Somebody of another household comes to this one."""
        home = self.sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            who, relation = entered["other"] or home, entered["relation"]
            return family_changes.join(desk, home, who, relation, entered["date"], entered["note"])

        def find(desk: Desk, text: str) -> list[finding.Found]:
            return finding.members_elsewhere(desk, text, home)

        who = translate("life_acts", "Who comes from another household?")
        return self.act(
            "life.join",
            translate("life_acts", "Comes from another household"),
            do,
            Asked("other", who, partial(Finder, self.services, find)),
            Asked("relation", translate("life_acts", "Relation to the head"), RelationLine),
        )

    def change_head(self) -> Act:
        """Another member leads it; what everybody would be then is told at once."""
        home, people = self.sheet.id, self.here

        def do(desk: Desk, entered: Values) -> Changed:
            head = UUID(entered["head"]) if entered["head"] else home
            day, note = entered["date"], entered["note"]
            return family_changes.change_head(desk, home, head, day, {}, note)

        def asks(desk: Desk) -> tuple[Asked, ...]:
            told = {str(one.id): _told(desk, home, one) for one in people}
            choose = partial(Choice, self.choices(), "", told)
            label = translate("life_acts", "Who leads the household from now on?")
            note = Asked("note", translate("life_acts", "Remark"), partial(Line, wide=True))
            return (Asked("head", label, choose), self.day(), note)

        return Act("life.change_head", translate("life_acts", "Change the head"), do, asks)


def _told(desk: Desk, household_id: UUID, head: MemberLine) -> str:
    """What everybody would be to a new head."""
    open_ = translate("life_acts", "to be checked")
    return " · ".join(
        f"{one.name} {names.relation(one.relation) or open_}"
        for one in family_changes.under_head(desk, household_id, head.id)
        if one.id != head.id
    )
