"""Clocks and calendar: what is in force, and for township and county the acts that change it."""

from PySide6.QtCore import Signal

from gridapp.domain.measures import Measure
from gridapp.ui import case_words
from gridapp.ui.acts.card import ActCard
from gridapp.ui.services import Services
from gridapp.ui.settings import rule_acts
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import words
from gridapp.usecases.county_rules import CountyRules


class RulesCard(Card):
    """``kept(str, Changed)``: the title of what was set. ``failed(error)``."""

    kept = Signal(str, object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Time limits and calendar"), flush=True)
        self._services, self._may_set = services, False
        columns: tuple[Column[Measure], ...] = (
            Column(self.tr("Rule"), rule_acts.name, 190, 1),
            Column(self.tr("In force"), rule_acts.value, 96, ink=_ink),
            Column(self.tr("Usual"), rule_acts.usual, 96),
            Column(self.tr("Source"), lambda one: case_words.cite(one.source) or "—", 200, 1),
        )
        title = self.title.text()
        self.table = DataTable(title, columns, identity=lambda one: one.code, whole=True)
        self.days, self.others = words("", "muted", wrap=True), words("", "muted", wrap=True)
        self.acts = ActCard(services, "")
        self.acts.setProperty("role", "")  # it stands in a card already
        for label in (self.days, self.others):
            label.setContentsMargins(16, 0, 16, 0)
        self.add(self.table, self.days, self.others, self.acts)
        self.table.activated_row.connect(self._change)
        self.acts.done.connect(lambda act, changed: self.kept.emit(act.title, changed))
        self.acts.failed.connect(self.failed)

    def show_rules(self, rules: CountyRules) -> None:
        """Show what is in force; whoever may not set it sees it all the same."""
        self._may_set = rules.may_set
        self.table.show_rows(rules.measures)
        known = self.tr("The calendar of days off is known until {year}; {count} days are our own.")
        self.days.setText(known.format(year=rules.known_until, count=len(rules.days)))
        how = self.tr("Enter or a double click on a rule changes it.")
        self.others.setText(how if rules.may_set else self.tr("Township and county set the rules."))
        year = self._services.today().year
        acts = (
            rule_acts.own_clock_act(),
            rule_acts.days_act(year + 1),
            *((rule_acts.remove_day_act(rules),) if rules.own_days else ()),
            rule_acts.letter_act(rules),
            rule_acts.recount_act(),
        )
        self.acts.offer("rules", acts if rules.may_set else ())
        self.acts.setVisible(rules.may_set)

    def _change(self, measure: Measure) -> None:
        if self._may_set:
            self.acts.open_act(rule_acts.change_act(measure))


def _ink(measure: Measure) -> Tone | None:
    return Tone.ACCENT if measure.changed else None
