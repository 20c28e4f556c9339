"""Sentences for what a person entered about rounds, visits and cases; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def visits() -> dict[str, str]:
    """Why a visit or round is not kept: ``domain.screening.screening.VisitFault``."""
    return {
        "visit.in_future": translate("messages", "The date lies in the future."),
        "visit.before_round": translate(
            "messages", "The date lies before the round began. Press D and choose another."
        ),
        "visit.after_round": translate(
            "messages", "The date lies after the end of the round. Press D and choose another."
        ),
        "round.name_missing": translate("messages", "Give the round a name."),
        "round.ends_before_start": translate(
            "messages", "The last day lies before the first. Choose a later one."
        ),
    }


def cases() -> dict[str, str]:
    """Why a case or its next step is not kept: ``domain.disputes.dispute_faults.DisputeFault``."""
    return {
        "dispute.title_missing": translate("messages", "Give the dispute a title."),
        "dispute.category_missing": translate("messages", "Choose a category."),
        "dispute.text_missing": translate("messages", "Write in a few words what was done."),
        "dispute.in_future": translate("messages", "The date lies in the future."),
        "dispute.before_registration": translate(
            "messages", "The date lies before the case was registered."
        ),
        "dispute.before_last_step": translate(
            "messages", "The date lies before the last step of the case."
        ),
        "dispute.step_not_allowed": translate(
            "messages", "The case has moved on meanwhile. Open it and choose the next step again."
        ),
        "dispute.conclusion_missing": translate("messages", "Choose how the case ended."),
        "dispute.struck_off_by_handler": translate(
            "messages", "Another person than the one who handled the case must strike it off."
        ),
        "dispute.only_procedural": translate(
            "messages", "A matter that was not accepted, or was diverted, ends procedurally."
        ),
        "dispute.channel_missing": translate(
            "messages", "Choose the legal channel that the person is shown."
        ),
        "dispute.unit_missing": translate("messages", "Choose the unit that it is referred to."),
        "dispute.objection_late": translate(
            "messages",
            "A unit may return a referral within 5 working days only (Regulations, article 23).",
        ),
        "dispute.extension_not_asked": translate(
            "messages", "An extension must be asked for before it is decided (article 34)."
        ),
        "dispute.extension_by_asker": translate(
            "messages",
            "The head of the unit decides on an extension, not the person who asked (article 34).",
        ),
        "dispute.extension_too_long": translate(
            "messages", "An extension lasts 30 days at most (article 34). Choose an earlier day."
        ),
        "dispute.consent_refused": translate(
            "messages",
            "A party has clearly refused mediation; it has ended (Mediation Law, article 17).",
        ),
        "dispute.review_late": translate(
            "messages",
            "The 30 days in which a review may be asked for have passed (articles 35, 36).",
        ),
        "dispute.review_done": translate(
            "messages", "This review has been decided; it is asked for once (articles 35, 36)."
        ),
        "dispute.review_first": translate(
            "messages", "A re-review follows the decision of a review (article 36)."
        ),
        "dispute.rating_missing": translate("messages", "Choose what the resident said."),
        "dispute.too_many_representatives": translate(
            "messages", "At most 5 representatives may speak for a group (article 20)."
        ),
        "dispute.accused_handles": translate(
            "messages", "A person who is accused may not handle the case (article 30)."
        ),
        "dispute.handlers_missing": translate("messages", "Name who may see the sealed case."),
        "dispute.handler_out_of_reach": translate(
            "messages",
            "The case does not lie in the area of this unit: its people would get nothing of it."
            " Choose the unit where it arose, or one above it.",
        ),
        "dispute.suitability_missing": translate("messages", "Choose whether it can be mediated."),
        "dispute.occurred_later": translate(
            "messages", "It cannot have arisen after it was registered."
        ),
        "dispute.level_not_higher": translate("messages", "Choose a higher level than now."),
        "dispute.repeats_itself": translate("messages", "A matter cannot repeat itself."),
        "dispute.repeated_missing": translate(
            "messages", "No case on this laptop has this number. Enter the whole number."
        ),
        "dispute.party_nameless": translate("messages", "Give every party a name."),
        "dispute.amount_wrong": translate(
            "messages", "A sum or number is wrong: not below zero, not more paid than agreed."
        ),
        "dispute.for_life": translate(
            "messages", "Who first heard of a case, its number and its day stay for life."
        ),
    }


def tasks() -> dict[str, str]:
    """Why a task is not kept: ``domain.disputes.casework.TaskFault``."""
    return {
        "task.title_missing": translate("messages", "Say in a few words what is to be done."),
        "task.owner_missing": translate("messages", "Name who does it, or choose a unit."),
        "task.due_missing": translate("messages", "Give the day until which it is to be done."),
        "task.due_too_early": translate("messages", "The day lies before it was asked for."),
        "task.number_missing": translate("messages", "A letter needs a number."),
        "task.number_taken": translate("messages", "Another letter has this number."),
        "task.with_agreement": translate(
            "messages", "Instalments are entered and changed with their agreement."
        ),
        "task.text_missing": translate("messages", "Write a few words."),
        "task.in_future": translate("messages", "The date lies in the future."),
        "task.before_asked": translate("messages", "The date lies before it was asked for."),
        "task.before_last_act": translate(
            "messages", "The date lies before what was last done about it."
        ),
        "task.needs_no_signature": translate("messages", "Nobody has to sign for this."),
        "task.signed_already": translate("messages", "It has been signed for already."),
        "task.done_already": translate("messages", "It has been answered already."),
        "task.not_done": translate("messages", "There is no answer yet."),
        "task.withdrawn": translate("messages", "It has been withdrawn."),
        "task.feedback_too_early": translate(
            "messages", "The third feedback follows the answer or the conclusion."
        ),
        "task.leader_missing": translate("messages", "Name the leader."),
    }


def agreements() -> dict[str, str]:
    """Why an agreement is not kept: ``domain.disputes.agreements.AgreementFault``."""
    return {
        "agreement.parties_missing": translate(
            "messages", "A party is missing: both sides must be named (article 29)."
        ),
        "agreement.facts_missing": translate(
            "messages", "Write the main facts and who is answerable (article 29)."
        ),
        "agreement.terms_missing": translate("messages", "Write what was agreed (article 28)."),
        "agreement.manner_missing": translate(
            "messages", "Write how it is performed (article 29)."
        ),
        "agreement.period_missing": translate(
            "messages", "Write until when it is performed (article 29)."
        ),
        "agreement.period_too_early": translate("messages", "The day lies before the agreement."),
        "agreement.mediator_missing": translate("messages", "Name the mediator."),
        "agreement.unsuitable": translate(
            "messages", "This matter was found to be one that cannot be mediated."
        ),
        "agreement.effective_too_early": translate(
            "messages", "It cannot take effect before it was made."
        ),
        "agreement.amount_wrong": translate("messages", "A sum must be more than nothing."),
        "agreement.instalments_sum": translate(
            "messages", "The instalments together must be the agreed sum."
        ),
        "agreement.instalment_too_early": translate(
            "messages", "An instalment is due before the agreement."
        ),
        "agreement.not_yet_effective": translate("messages", "It has not taken effect yet."),
        "agreement.asked_already": translate("messages", "The court has been asked already."),
        "agreement.confirmation_late": translate(
            "messages", "The 30 days in which a court may be asked have passed (article 33)."
        ),
        "agreement.not_asked": translate("messages", "The court has not been asked yet."),
        "agreement.confirmed_already": translate("messages", "It has been confirmed already."),
        "agreement.settled_already": translate("messages", "This has been noted already."),
        "agreement.instalments_unpaid": translate("messages", "Instalments are still unpaid."),
    }


def undoing() -> dict[str, str]:
    """Why something cannot be taken back: ``store.undo.UndoFault``."""
    return {
        "undo.already_sent": translate(
            "messages", "This has been sent to the county already. Record what is right instead."
        ),
        "undo.already_undone": translate("messages", "This has been taken back already."),
        "undo.changed_since": translate(
            "messages", "This was changed again since. Take the later change back first."
        ),
    }
