"""From a code to one sentence that says what to do."""

from PySide6.QtCore import QCoreApplication

from gridapp.ui import (
    document_faults,
    faults,
    file_faults,
    grid_faults,
    household_faults,
    line_faults,
    reception_faults,
    report_faults,
    roster_faults,
    rule_faults,
)

translate = QCoreApplication.translate


def sentence(code: str) -> str:
    """The sentence for a code (the value of a StrEnum); a code without one is shown itself."""
    for known in _KNOWN:
        found = known().get(code)
        if found is not None:
            return found
    template = translate("messages", "This did not work. Please tell the administrator: {code}")
    return template.format(code=str(code))


def _people() -> dict[str, str]:
    """Setting up a person and signing in: ``usecases.people``, ``usecases.sync``, ``keyfile``."""
    return {
        "person.name_missing": translate("messages", "Enter your name."),
        "person.passwords_differ": translate("messages", "The two passwords are not the same."),
        "join.address_missing": translate("messages", "Enter the address of the server."),
        "join.address_doubtful": translate(
            "messages", "This is no address of a server. Compare it with what you were given."
        ),
        "join.code_missing": translate("messages", "Enter the one-time code."),
        "key.wrong_password": translate("messages", "Wrong password."),
        "key.password_too_short": translate(
            "messages", "The password is too short: at least 10 characters."
        ),
        "key.damaged": translate(
            "messages", "The key of this person cannot be read. Call the administrator."
        ),
        "key.missing": translate(
            "messages", "The key of this person is missing. Call the administrator."
        ),
        "key.exists": translate("messages", "This person is already set up here. Start again."),
    }


def _store() -> dict[str, str]:
    """Why a database cannot be used: ``store.opening.StoreFault``, ``host.paths``."""
    return {
        "store.sqlite_too_old": translate(
            "messages", "This installation is incomplete. Install the program again."
        ),
        "store.newer_program": translate(
            "messages", "A newer program has written this data. Install the update."
        ),
        "store.locked": translate(
            "messages", "Another program is using the data. Close it and try again."
        ),
        "store.unreadable": translate(
            "messages", "The data cannot be read. Do not delete anything; call the administrator."
        ),
        "store.disk_full": translate(
            "messages", "The disk is full. Make room and try again; what was saved is safe."
        ),
        "store.gone": translate("messages", "This is no longer on this laptop."),
        "store.read_only": translate(
            "messages", "The data folder cannot be written. Call the administrator."
        ),
        "space.low": translate("messages", "The disk is nearly full. Make room soon."),
        "space.read_only": translate("messages", "The disk is full. Make room before working on."),
        "instance.running": translate(
            "messages", "The program is open already. Go to its window; it may be minimised."
        ),
        "folder.cloud_synced": translate(
            "messages", "The data folder is copied by a cloud program, which damages it. Move it."
        ),
        "folder.network": translate(
            "messages", "The data folder lies on a network drive. It must be on this laptop."
        ),
        "folder.not_writable": translate(
            "messages", "The data folder cannot be written. Call the administrator."
        ),
    }


def _laptop() -> dict[str, str]:
    """What is missing on this machine: ``host.doctor.Check``."""
    return {
        "library.needed_for_windows": translate(
            "messages", "Windows cannot be shown without it. Install the package."
        ),
        "library.needed_for_x11": translate(
            "messages", "Needed on screens of the X11 kind only. Install the package there."
        ),
        "sqlite.too_old": translate(
            "messages", "This installation is incomplete. Install the program again."
        ),
        "sqlite.missing": translate(
            "messages", "This installation is incomplete. Install the program again."
        ),
        "resources.missing": translate(
            "messages", "This installation is incomplete. Install the program again."
        ),
    }


def _demo() -> dict[str, str]:
    """Why the demo cannot be made: ``demo.running.DemoFault``."""
    return {
        "demo.folder_not_empty": translate(
            "messages", "The folder holds other files. Choose an empty folder for the demo."
        ),
    }


def _reports() -> dict[str, str]:
    """Why the machine did not take a file: ``reports.files.ReportFault``."""
    return {
        "report.file_open": translate(
            "messages", "The file is open in another program. Close it and export again."
        ),
        "report.folder_missing": translate(
            "messages", "This folder is not there any more. Choose another."
        ),
        "report.folder_read_only": translate(
            "messages", "This folder cannot be written. Choose another."
        ),
        "report.disk_full": translate("messages", "The disk is full. Make room or choose another."),
        "report.name_wrong": translate(
            "messages", "The name or the path is too long. Choose a shorter name or another folder."
        ),
        "report.not_written": translate(
            "messages", "The file could not be written. Choose another folder."
        ),
    }


_KNOWN = (
    line_faults.county,
    line_faults.line,
    line_faults.bundles,
    line_faults.conflicts,
    _people,
    _store,
    _laptop,
    _demo,
    faults.visits,
    faults.cases,
    faults.tasks,
    faults.agreements,
    faults.undoing,
    _reports,
    document_faults.documents,
    file_faults.attachments,
    roster_faults.files,
    roster_faults.rows,
    grid_faults.grids,
    grid_faults.regrouping,
    report_faults.signing,
    reception_faults.receptions,
    reception_faults.meetings,
    rule_faults.rules,
    household_faults.life,
    household_faults.members,
)
"""One function for each family of codes, so that nothing is translated on import."""
