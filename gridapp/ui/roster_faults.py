"""Sentences for files and rows of rosters, for grids and for numbers; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def files() -> dict[str, str]:
    """Why a file cannot be read at all: ``rosters.proposal.FileFault``."""
    return {
        "missing": translate("messages", "The file is not there or cannot be opened."),
        "empty": translate("messages", "The file is empty."),
        "not_a_spreadsheet": translate(
            "messages", "This is no spreadsheet. Choose an Excel, WPS or CSV file."
        ),
        "other_kind": translate(
            "messages",
            "This is a document, a picture or an archive, not a table. Save the table inside as an"
            " Excel file (.xlsx) and choose that.",
        ),
        "encrypted": translate(
            "messages",
            "The file has a password. Open it in Excel, save it without one and choose it again.",
        ),
        "too_large": translate(
            "messages",
            "The file is too large. Delete the empty rows and columns behind the table, or split"
            " it, for example one file a village.",
        ),
        "hostile": translate(
            "messages", "The file is built like an attack and is not read. Ask who sent it."
        ),
        "no_heading": translate(
            "messages", "No heading row with names was found. Is this the household roster?"
        ),
        "too_slow": translate(
            "messages", "Reading took too long. Save the file as a new .xlsx and choose it again."
        ),
    }


def rows() -> dict[str, str]:
    """What can be wrong at a row: ``rosters.proposal.RosterFault``."""
    return _numbers() | _persons()


def _numbers() -> dict[str, str]:
    return {
        "citizen number lost its last digits in Excel": translate(
            "messages", "Citizen number lost its last digits in Excel"
        ),
        "citizen number is not 18 characters long": translate(
            "messages", "Citizen number is not 18 characters long"
        ),
        "citizen number has other characters than digits": translate(
            "messages", "Citizen number has other characters than digits"
        ),
        "citizen number holds no real date": translate(
            "messages", "Citizen number holds no real date"
        ),
        "citizen number fails its check digit": translate(
            "messages", "Citizen number fails its check digit"
        ),
        "citizen number begins with an unknown area": translate(
            "messages", "Citizen number begins with an unknown area"
        ),
        "citizen number is of the old kind with 15 digits": translate(
            "messages", "Citizen number is of the old kind with 15 digits"
        ),
        "citizen number is missing": translate("messages", "Citizen number is missing"),
        "citizen number occurs more than once": translate(
            "messages", "Citizen number occurs more than once"
        ),
    }


def _persons() -> dict[str, str]:
    return {
        "name is missing": translate("messages", "Name is missing"),
        "relation to the head is unknown": translate("messages", "Relation to the head is unknown"),
        "sex cannot be read": translate("messages", "Sex cannot be read"),
        "sex differs from the citizen number": translate(
            "messages", "Sex differs from the citizen number"
        ),
        "birthday cannot be read": translate("messages", "Birthday cannot be read"),
        "birthday differs from the citizen number": translate(
            "messages", "Birthday differs from the citizen number"
        ),
        "phone number has a wrong number of digits": translate(
            "messages", "Phone number has a wrong number of digits"
        ),
        "state cannot be read": translate("messages", "State cannot be read"),
        "household has no head": translate("messages", "Household has no head"),
        "household has more than one head": translate(
            "messages", "Household has more than one head"
        ),
        "note holds a label of a person and is left out": translate(
            "messages", "Note holds a label of a person and is left out"
        ),
    }
