"""Who comes to a household and who leaves it, as acts with their forms."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import SEX
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.inputs import Line
from gridapp.ui.acts.ticks import Ticks
from gridapp.ui.households.household_acts import HouseholdActs
from gridapp.ui.households.life_inputs import NumberLine, RelationLine
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households import comings, goings
from gridapp.usecases.households.comings import NewMember

translate = QCoreApplication.translate


class ComingActs(HouseholdActs):
    """Moving in and out, birth, death, return."""

    def move_in(self) -> Act:
        """Somebody joins the household from elsewhere."""
        return self._come("life.move_in", translate("life_acts", "Moves in"), comings.move_in)

    def birth(self) -> Act:
        """A child is born."""
        return self._come("life.birth", translate("life_acts", "Is born"), comings.birth)

    def _come(
        self, code: str, title: str, enter: Callable[[Desk, UUID, NewMember, date, str], Changed]
    ) -> Act:
        home = self.sheet.id
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

        return self.act(
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

    def move_out(self) -> Act:
        """Some leave for elsewhere, or all."""
        home, everybody = self.sheet.id, len(self.here)

        def do(desk: Desk, entered: Values) -> Changed:
            going, day, note = entered["people"], entered["date"], entered["note"]
            if len(going) == everybody:
                return goings.move_household_out(desk, home, day, note)
            return goings.move_out(desk, home, going, day, note)

        who = translate("life_acts", "Who leaves? All of them: the whole household")
        return self.act("life.move_out", translate("life_acts", "Moves out"), do, self.people(who))

    def death(self) -> Act:
        """Somebody has died."""
        home = self.sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            who = UUID(entered["head"]) if entered["head"] else home
            return goings.death(desk, home, who, entered["date"], entered["note"])

        who = Asked(
            "head", translate("life_acts", "Who has died?"), partial(Choice, self.choices())
        )
        return self.act("life.death", translate("life_acts", "Has died"), do, who)

    def back(self) -> Act:
        """Those who had left are here again, or the whole household is."""
        home, ended = self.sheet.id, self.sheet.until is not None

        def do(desk: Desk, entered: Values) -> Changed:
            if ended:
                return comings.move_household_back(desk, home, entered["date"], entered["note"])
            people = entered["people"]
            return comings.move_back(desk, home, people, entered["date"], entered["note"])

        moved = {one.id: one.name for one in self.moved}
        who = Asked("people", translate("life_acts", "Who is back?"), partial(Ticks, moved))
        asks = () if ended else (who,)
        return self.act("life.return", translate("life_acts", "Is back"), do, *asks)
