"""From a code to one sentence that says what to do."""

from PySide6.QtCore import QCoreApplication

from gridapp.ui import faults, roster_faults

translate = QCoreApplication.translate


def sentence(code: str) -> str:
    """The sentence for a code (the value of a StrEnum); a code without one is shown itself."""
    for known in _KNOWN:
        found = known().get(code)
        if found is not None:
            return found
    template = translate("messages", "This did not work. Please tell the administrator: {code}")
    return template.format(code=str(code))


def _county() -> dict[str, str]:
    """Why the county refused: ``gridapp.contract.problems.Problem``."""
    return {
        "400.1 malformed": translate(
            "messages", "The county could not read the data. Update the program and sync again."
        ),
        "401.1 token": translate(
            "messages", "The county does not know this laptop. Join the county again."
        ),
        "401.2 signature": translate(
            "messages", "The county could not verify this laptop. Join the county again."
        ),
        "403.1 enrolment_code": translate(
            "messages", "The enrolment code is wrong, used or expired. Ask the township for one."
        ),
        "403.2 revoked": translate(
            "messages", "This laptop was taken out of service. Call the township."
        ),
        "403.3 out_of_scope": translate(
            "messages", "This belongs to another unit. Ask that unit to make the change."
        ),
        "409.1 dseq_gap": translate(
            "messages", "The county is missing earlier changes. Sync again to send them."
        ),
        "409.2 device_forked": translate(
            "messages", "This data was copied to a second computer. Call the township."
        ),
        "409.3 batch_reused": translate(
            "messages", "The county has a different batch of this number. Call the township."
        ),
        "409.4 change_id_reused": translate(
            "messages", "The county has a different change of this number. Call the township."
        ),
        "409.5 record_exists": translate(
            "messages", "The county already has this record. Compare the two and keep one."
        ),
        "409.6 record_missing": translate(
            "messages", "The county does not have the record that this belongs to. Sync again."
        ),
        "409.7 transition": translate(
            "messages", "The case has moved on meanwhile. Open it and choose the next step again."
        ),
        "413.1 too_large": translate(
            "messages", "This is too large to send. Make it smaller, for example the photo."
        ),
        "422.1 invalid_fields": translate(
            "messages", "Some fields are not valid. Correct them and send again."
        ),
        "422.2 append_only": translate(
            "messages", "This record may not be changed. Add a new one that corrects it."
        ),
        "426.1 too_old": translate(
            "messages", "This program is too old for the county. Install the update."
        ),
        "503.1 busy": translate(
            "messages", "The county is busy. It is tried again by itself; you can go on working."
        ),
        "507.1 disk_full": translate(
            "messages", "The county has no room left. Your data is safe here; call the county."
        ),
    }


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


def _line() -> dict[str, str]:
    """Why an exchange stopped: ``sync.county``, ``sync.engine``."""
    return {
        "sync.offline": translate(
            "messages", "The county cannot be reached. It is tried again by itself; go on working."
        ),
        "sync.address": translate(
            "messages", "This is no address of a server. Compare it with what you were given."
        ),
        "sync.running": translate("messages", "An exchange is under way already."),
        "sync.differing": translate(
            "messages", "Some data differs from the county's. Sync again; if it stays, call them."
        ),
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
        "store.read_only": translate(
            "messages", "The data folder cannot be written. Call the administrator."
        ),
        "space.low": translate("messages", "The disk is nearly full. Make room soon."),
        "space.read_only": translate("messages", "The disk is full. Make room before working on."),
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
    """Why the machine did not take a file: ``reports.files.ReportFaultCode``."""
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
        "report.not_written": translate(
            "messages", "The file could not be written. Choose another folder."
        ),
    }


_KNOWN = (
    _county,
    _people,
    _line,
    _store,
    _laptop,
    _demo,
    faults.visits,
    faults.cases,
    faults.undoing,
    _reports,
    roster_faults.files,
    roster_faults.rows,
    roster_faults.grids,
)
"""One function for each family of codes, so that nothing is translated on import."""
