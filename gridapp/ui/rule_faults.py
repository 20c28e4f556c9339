"""Sentences for what a county sets; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def rules() -> dict[str, str]:
    """Why a rule is not kept: ``domain.measures.RuleFault``."""
    return {
        "rule.may_not": translate("messages", "Township and county set the rules."),
        "rule.days_wrong": translate("messages", "Enter a number of days from 1 to 365."),
        "rule.percent_wrong": translate("messages", "Enter a share from 1 to 100."),
        "rule.people_wrong": translate("messages", "Enter how many people, at least 1."),
        "rule.weekday_wrong": translate("messages", "Enter 1 for Monday to 7 for Sunday."),
        "rule.hour_wrong": translate("messages", "Enter an hour from 1 to 23."),
        "rule.against_law": translate(
            "messages",
            "The law stands above it: an office may not take longer, a person may not get less.",
        ),
        "rule.name_missing": translate("messages", "Name the rule."),
        "rule.steps_missing": translate("messages", "Choose the step that starts it and ends it."),
        "rule.steps_same": translate("messages", "Another step must end it than starts it."),
        "rule.format_wrong": translate("messages", "It needs a place for the {number}."),
        "rule.unit_word_twice": translate(
            "messages", "Two units with the same word would give the same numbers."
        ),
        "rule.not_our_day": translate("messages", "This day was set by the unit above."),
        "rule.no_days_read": translate(
            "messages", "No day could be read. Write it like: 1月1日至3日放假。1月4日上班。"
        ),
    }
