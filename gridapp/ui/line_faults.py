"""Sentences for what stops an exchange with the county, or one change; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def county() -> dict[str, str]:
    """Why the county refused: ``contract.problems.Problem``."""
    return _laptops() | _changes() | _moments()


def _laptops() -> dict[str, str]:
    """What the county has against this laptop."""
    return {
        "401.1 token": translate(
            "messages", "The county does not know this laptop. Join the county again."
        ),
        "401.2 signature": translate(
            "messages", "The county could not verify this laptop. Join the county again."
        ),
        "401.3 unknown_device": translate(
            "messages",
            "The county has no record of this laptop. Ask the township for a one-time code and "
            "join again here; everything on this laptop is kept and will be sent.",
        ),
        "403.1 enrolment_code": translate(
            "messages", "The enrolment code is wrong, used or expired. Ask the township for one."
        ),
        "403.2 revoked": translate(
            "messages",
            "This laptop was taken out of service. What waits is still handed in, nothing new "
            "comes. Call the township.",
        ),
        "409.1 dseq_gap": translate(
            "messages",
            "The county is missing earlier changes. Sync again, or write another file for it: "
            "they go along.",
        ),
        "409.2 device_forked": translate(
            "messages",
            "This data was copied or restored. The laptop registers anew by itself at the next "
            "exchange; nothing is lost.",
        ),
        "409.3 batch_reused": translate(
            "messages", "The county has a different batch of this number. Call the township."
        ),
        "426.1 too_old": translate(
            "messages",
            "The county needs a newer program. Go on working: everything is kept and is sent "
            "after the update.",
        ),
    }


def _changes() -> dict[str, str]:
    """What the county has against one change, or one message."""
    return {
        "400.1 malformed": translate(
            "messages", "The county could not read the data. Update the program and sync again."
        ),
        "403.3 out_of_scope": translate(
            "messages", "This belongs to another unit. Ask that unit to make the change."
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
        "409.8 offset": translate(
            "messages", "A part did not arrive in order. It is sent again by itself."
        ),
        "410.1 erased": translate(
            "messages", "This record was erased by law; nothing may be added to it any more."
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
        "422.3 quarantined": translate(
            "messages",
            "The county could not take this in and has put it aside whole. Correct it and send "
            "it again, or give it up; everything else goes on.",
        ),
    }


def _moments() -> dict[str, str]:
    """What passes by itself."""
    return {
        "429.1 too_often": translate(
            "messages", "The county is busy. It is tried again by itself; you can go on working."
        ),
        "503.1 busy": translate(
            "messages", "The county is busy. It is tried again by itself; you can go on working."
        ),
        "507.1 disk_full": translate(
            "messages", "The county has no room left. Your data is safe here; call the county."
        ),
    }


def line() -> dict[str, str]:
    """Why an exchange stopped: ``sync.county``, ``sync.engine``."""
    return {
        "sync.offline": translate(
            "messages", "The county cannot be reached. It is tried again by itself; go on working."
        ),
        "sync.address": translate(
            "messages", "This is no address of a server. Compare it with what you were given."
        ),
        "sync.proxy": translate(
            "messages",
            "Something between here and the county answers in its place (a proxy or a sign-in "
            "page). Ask whoever looks after the network.",
        ),
        "sync.untrusted": translate(
            "messages",
            "This laptop cannot be sure that it speaks to the county. Set its date and time right; "
            "if they are, ask whoever looks after the network.",
        ),
        "sync.running": translate("messages", "An exchange is under way already."),
        "sync.paused": translate(
            "messages", "Stopped on request. What waits is kept and goes with the next exchange."
        ),
        "sync.differing": translate(
            "messages",
            "Some data differs from the county's. Exchange again; if it stays, call them.",
        ),
    }


def bundles() -> dict[str, str]:
    """Why a file of the USB stick was not taken: ``contract.bundle.BundleFault``."""
    return {
        "bundle.not_a_bundle": translate(
            "messages", "This is no file of this program. Choose the one that the county wrote."
        ),
        "bundle.not_read": translate(
            "messages", "The file cannot be read. Put the stick in again and try once more."
        ),
        "bundle.damaged": translate(
            "messages", "The file is damaged. Copy it to the stick once more."
        ),
        "bundle.format": translate(
            "messages", "Another version of the program wrote this file. Update and try again."
        ),
        "bundle.wrong_way": translate(
            "messages", "This file is for the county. Choose the answer that the county wrote."
        ),
        "bundle.other_county": translate(
            "messages",
            "This file is of another county and was not used. Choose the answer of your own.",
        ),
        "bundle.other_device": translate(
            "messages",
            "This file is for another laptop and was not used. Take it in there; if it is this "
            "one's, write another file for the county.",
        ),
        "bundle.old": translate(
            "messages", "Everything in this file is here already. It need not be read again."
        ),
        "bundle.more": translate(
            "messages", "Taken in; there is more to come. Write another file for the county."
        ),
        "bundle.not_joined": translate("messages", "Join a county first."),
        "bundle.no_county_keys": translate(
            "messages",
            "The laptop does not have the county's keys yet. Sync over the network once.",
        ),
        "bundle.needs_network": translate(
            "messages",
            "This data was copied or restored, which a stick cannot settle. Sync over the network "
            "once; nothing is lost.",
        ),
    }


def conflicts() -> dict[str, str]:
    """Why a decision is not kept: ``usecases.sync.conflicts``, ``usecases.sync.refused``."""
    return {
        "conflict.gone": translate("messages", "This is no longer on this laptop."),
        "conflict.already_settled": translate("messages", "Somebody has decided this already."),
        "conflict.not_allowed": translate("messages", "This cannot be chosen here."),
        "conflict.value_missing": translate("messages", "Enter a value."),
        "conflict.value_wrong": translate("messages", "This is no value for this field."),
        "refused.value_wrong": translate("messages", "A value is still not right."),
    }
