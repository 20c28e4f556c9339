"""A mediation agreement as acts: made, taken to a court, kept or broken."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import AgreementForm, AgreementRecord
from gridapp.domain.disputes.agreements import Instalment, confirmation_limit, is_settled
from gridapp.domain.disputes.casework import is_open
from gridapp.ui import case_words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Choice, Person
from gridapp.ui.acts.inputs import Day, Line, Money, Text
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.ui.disputes.acts.giving_acts import mediators
from gridapp.ui.disputes.look import Look
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import agreements
from gridapp.usecases.disputes.agreements import NewAgreement

translate = QCoreApplication.translate

_DAYS = 30
"""What the form proposes to perform the agreement in."""


def agree_act(look: Look) -> Act:
    """The parties have agreed."""
    rule = translate(
        "acts",
        "Starts the 30 days in which a court may be asked to confirm it (Mediation Law, articles"
        " 28, 29, 33). Of an oral agreement the terms are recorded.",
    )
    title = translate("acts", "Enter an agreement")
    return Act("agreement.new", title, partial(_agree, look), partial(_asks, look), rule)


def _asks(look: Look, desk: Desk) -> tuple[Asked, ...]:
    forms = [(form.value, case_words.agreement_form(form)) for form in AgreementForm]
    written = partial(Asked, only=("form", AgreementForm.WRITTEN.value))
    offered = {look.person.name: ""}
    offered |= mediators(look, desk)
    until = look.today + timedelta(days=_DAYS)
    start = partial(Text, look.case.dispute.summary)
    return (
        Asked("form", translate("acts", "Form"), partial(Choice, forms, forms[0][0])),
        written("facts", translate("acts", "Main facts and who is answerable"), start),
        Asked("terms", translate("acts", "What was agreed"), Text),
        written("manner", translate("acts", "How it is performed"), partial(Line, wide=True)),
        Asked("until", translate("acts", "Performed until"), partial(Day, until)),
        Asked("date", translate("acts", "Agreed on"), partial(Day, look.today)),
        written("amount", translate("acts", "Sum in yuan, if any"), Money),
        written(
            "instalments",
            translate("acts", "Instalments, if it is not paid at once"),
            partial(Rows, partial(_instalment, look), translate("acts", "Add an instalment")),
        ),
        Asked(
            "mediator",
            translate("acts", "Mediator"),
            partial(Person, list(offered.items()), look.person.name),
        ),
    )


def _instalment(look: Look) -> Cells:
    return {
        "amount": (translate("acts", "Yuan"), Money()),
        "due": (translate("acts", "Due on"), Day(look.today + timedelta(days=_DAYS))),
        "payer": (translate("acts", "Who pays"), Line()),
    }


def _agree(look: Look, desk: Desk, values: Values) -> Changed:
    form = AgreementForm(values["form"])
    new = NewAgreement(
        form=form,
        terms=values["terms"],
        agreed_on=values["date"],
        facts=look.case.dispute.summary,
        perform_until=values["until"],
        mediator=values["mediator"],
    )
    if form == AgreementForm.ORAL:
        return agreements.agree(desk, look.case.dispute.id, new)
    whole = replace(new, facts=values["facts"], manner=values["manner"], amount=values["amount"])
    return agreements.agree(desk, look.case.dispute.id, whole, _parts(values))


def _parts(values: Values) -> list[Instalment]:
    return [
        Instalment(row["due"], row["amount"] or 0, row["payer"]) for row in values["instalments"]
    ]


def acts_of(look: Look, agreement: AgreementRecord) -> list[Act]:
    """What may become of an agreement."""
    if look.is_leader:
        return []
    acts = []
    if agreement.confirmation_asked_on is None and look.today <= confirmation_limit(agreement):
        acts.append(_ask_court(look, agreement))
    if agreement.confirmation_asked_on is not None and agreement.confirmed_on is None:
        acts.append(_confirm(look, agreement))
    if not is_settled(agreement):
        acts += [_settle(look, agreement, kept=True), _settle(look, agreement, kept=False)]
        if any(task.agreement_id == agreement.id and is_open(task) for task in look.tasks):
            acts.append(_reschedule(look, agreement))
    return acts


def _on(look: Look) -> Asked:
    return Asked("date", translate("acts", "On which day"), partial(Day, look.today))


def _ask_court(look: Look, agreement: AgreementRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return agreements.ask_confirmation(desk, agreement.id, values["text"], values["date"])

    rule = translate("acts", "Both parties together, until {day} (Mediation Law, article 33).")
    return Act(
        f"agreement.ask_court.{agreement.id}",
        translate("acts", "Court asked to confirm"),
        do,
        (Asked("text", translate("acts", "Which court"), partial(Line, wide=True)), _on(look)),
        rule.format(day=confirmation_limit(agreement)),
    )


def _confirm(look: Look, agreement: AgreementRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return agreements.confirm(desk, agreement.id, values["text"], values["date"])

    asks = (
        Asked("text", translate("acts", "Number of the decision"), partial(Line, wide=True)),
        _on(look),
    )
    title = translate("acts", "Confirmed by the court")
    return Act(f"agreement.confirmed.{agreement.id}", title, do, asks)


def _settle(look: Look, agreement: AgreementRecord, *, kept: bool) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return agreements.settle(desk, agreement.id, values["text"], values["date"], kept=kept)

    title, label = (
        (translate("acts", "It was kept"), translate("acts", "How it was performed"))
        if kept
        else (translate("acts", "It was broken"), translate("acts", "What was not performed"))
    )
    code = f"agreement.{'kept' if kept else 'broken'}.{agreement.id}"
    rule = translate("acts", "Whoever mediated sees that it is kept (Mediation Law, article 31).")
    return Act(code, title, do, (Asked("text", label, Text), _on(look)), rule)


def _reschedule(look: Look, agreement: AgreementRecord) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return agreements.reschedule(desk, agreement.id, _parts(values), values["text"])

    first = partial(_instalment, look)
    rows = partial(Rows, first, translate("acts", "Add an instalment"), [first])
    asks = (
        Asked("instalments", translate("acts", "What is still owed, anew"), rows),
        Asked("text", translate("acts", "Why"), Text),
    )
    title = translate("acts", "Other instalments")
    return Act(f"agreement.reschedule.{agreement.id}", title, do, asks)
