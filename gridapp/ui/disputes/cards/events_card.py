"""What was done in a case, and what may be done next."""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import EventKind
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes.acts.more import More, act_of
from gridapp.ui.disputes.acts.offers import offers
from gridapp.ui.disputes.cards.case_card import CaseCard
from gridapp.ui.disputes.cards.timeline import Timeline
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services
from gridapp.ui.widgets.words import link, words


class EventsCard(CaseCard):
    """The timeline, the likely next steps as buttons, the others behind one that unfolds them."""

    def __init__(self, services: Services) -> None:
        title = QCoreApplication.translate("EventsCard", "What was done")
        super().__init__(services, title, primary=True)
        self.timeline, self.more = Timeline(), More(self.open_act)
        self.waits = words("", "muted", wrap=True)
        self.unfold = link(self.tr("More…"), self.toggle_more)
        self.show_part(self.timeline)
        self.body.insertWidget(self.body.indexOf(self.choices) + 1, self.more)
        self.body.insertWidget(self.body.indexOf(self.more) + 1, self.waits)
        self.more.hide()

    def show_look(self, look: Look) -> None:
        """Show the timeline, and the steps that this person may take."""
        other = look.about != self.about
        self.timeline.show_events(look.case.events, look.seats, other=other)
        count = self.tr("only grows · {count} entries")
        self.set_note(count.format(count=len(look.case.events)))
        dispute = look.case.dispute
        found = offers(dispute, look.person.role, look.person.name)
        if other:
            self.more.hide()
        self.more.show_look(look, found)
        self.offer(look.about, [act_of(look, kind) for kind in found.likely])
        self.unfold.setVisible(bool(self.more.buttons))
        waits = dispute.state == "concluded" and EventKind.STRUCK_OFF not in found.likely
        text = self.tr("Striking off needs another person than {name}, who concluded the case.")
        self.waits.setText(text.format(name=dispute.handler) if waits else "")
        self.waits.setVisible(waits)

    def buttons_laid(self) -> None:
        """What unfolds the others stands last."""
        self.flow.addWidget(self.unfold)
        self.unfold.raise_()

    def toggle_more(self) -> None:
        """Unfold the other acts, or fold them away."""
        self.more.setVisible(not self.more.isVisible())
        if self.more.isVisible():
            next(iter(self.more.buttons.values())).setFocus()

    def open_act(self, act: Act) -> None:
        """Ask for an act; what was unfolded folds away."""
        self.more.hide()
        super().open_act(act)
