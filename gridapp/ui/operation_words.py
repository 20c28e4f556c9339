"""What people did, in words: for undo, and for what waits to be sent."""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskKind
from gridapp.ui import case_words
from gridapp.ui import words as names

translate = QCoreApplication.translate
Words = dict[str, str]


def operation(what: str, name: str) -> str:
    """What a person did, for undo and for what waits: ``visit.quiet``, ``王建军`` → a line."""
    known = _visits() | _cases() | _meetings() | _keeping() | _households()
    return (known.get(what) or _step(what)).format(name=name).strip()


def _step(what: str) -> str:
    """A step of a case and a task by the words that they have in the timeline."""
    family, _, kind = what.partition(".")
    told = case_words.task_kind(kind) if kind in set(TaskKind) else names.event(kind)
    if family not in {"dispute", "agreement", "task"} or told == kind:
        return what
    return translate("words", "{step}: {name}").replace("{step}", told)


def _visits() -> Words:
    return {
        "visit.quiet": translate("words", "Visit: {name}, no dispute"),
        "visit.dispute": translate("words", "Visit with a dispute: {name}"),
        "visit.absent": translate("words", "Visit: {name}, not at home"),
        "visit.unreceptive": translate("words", "Visit: {name}, not receptive"),
        "visit.moved": translate("words", "Visit: {name}, moved away"),
        "round.opened": translate("words", "Round opened: {name}"),
        "walk.reordered": translate("words", "Walking order changed"),
    }


def _cases() -> Words:
    return {
        "dispute.registered": translate("words", "Dispute registered: {name}"),
        "dispute.handled": translate("words", "Handling noted: {name}"),
        "dispute.concluded": translate("words", "Dispute concluded: {name}"),
        "dispute.struck_off": translate("words", "Dispute struck off: {name}"),
        "dispute.reopened": translate("words", "Dispute reopened: {name}"),
        "dispute.history_entered": translate("words", "Old case entered with its history: {name}"),
        "dispute.parties_set": translate("words", "Parties changed: {name}"),
        "dispute.amounts_set": translate("words", "People and sums changed: {name}"),
        "dispute.related": translate("words", "Joined to an earlier matter: {name}"),
        "dispute.mediator_assigned": translate("words", "Handed to a mediator: {name}"),
        "attachment.added": translate("words", "File added: {name}"),
        "attachment.removed": translate("words", "File removed: {name}"),
        "agreement.kept": translate("words", "Agreement kept: {name}"),
        "agreement.broken": translate("words", "Agreement broken: {name}"),
        "agreement.rescheduled": translate("words", "Instalments made anew: {name}"),
        "task.signed_in": translate("words", "Signed in: {name}"),
        "task.answered": translate("words", "Task answered: {name}"),
        "task.rejected": translate("words", "Answer sent back: {name}"),
        "task.renumbered": translate("words", "Letter numbered anew: {name}"),
        "task.moved": translate("words", "Plan put in another order: {name}"),
        "task.withdrawn": translate("words", "Task withdrawn: {name}"),
    }


def _meetings() -> Words:
    return {
        "reception.year_planned": translate("words", "Roster of receptions planned: {name}"),
        "reception.arranged": translate("words", "Reception added: {name}"),
        "reception.changed": translate("words", "Reception changed: {name}"),
        "reception.held": translate("words", "Reception logged: {name}"),
        "reception.removed": translate("words", "Reception taken out of the roster"),
        "meeting.called": translate("words", "Meeting called: {name}"),
        "meeting.changed": translate("words", "Meeting changed: {name}"),
        "meeting.agenda": translate("words", "Agenda changed: {name}"),
        "meeting.held": translate("words", "Minutes kept: {name}"),
        "meeting.called_off": translate("words", "Meeting called off: {name}"),
    }


def _keeping() -> Words:
    return {
        "grid.set_up": translate("words", "Grid tree set up: {name}"),
        "grid.formed": translate("words", "Micro-grids formed: {name}"),
        "grid.dedicated_added": translate("words", "Dedicated grid added: {name}"),
        "grid.appointed": translate("words", "Leader appointed: {name}"),
        "grid.stood_in": translate("words", "Stand-in named: {name}"),
        "grid.moved": translate("words", "Households moved: {name}"),
        "grid.merged": translate("words", "Micro-grids merged: {name}"),
        "grid.split": translate("words", "Micro-grid split: {name}"),
        "grid.dissolved": translate("words", "Grid dissolved: {name}"),
        "grid.put_back": translate("words", "Regrouping taken back: {name}"),
        "grid.large_added": translate("words", "Large grid added: {name}"),
        "grid.put_under": translate("words", "Micro-grids of a large grid set: {name}"),
        "grid.edited": translate("words", "Grid changed: {name}"),
        "duty.taken_up": translate("words", "Duty taken up: {name}"),
        "duty.laid_down": translate("words", "Duty laid down: {name}"),
        "roster.imported": translate("words", "Roster imported: {name}"),
        "report.handed_in": translate("words", "Report handed in: {name}"),
        "report.signed": translate("words", "Report signed: {name}"),
        "report.returned": translate("words", "Report sent back: {name}"),
        "conflict.settled": translate("words", "Decided: {name}"),
        "rule.set": translate("words", "Rule of the county set: {name}"),
        "ledger.kept": translate("words", "Ledger kept: {name}"),
        "ledger.dropped": translate("words", "Ledger dropped: {name}"),
        "rule.days_set": translate("words", "Days of the calendar set: {name}"),
        "rule.day_removed": translate("words", "Day taken out of the calendar: {name}"),
        "rule.recounted": translate("words", "Last days of {name} cases counted anew"),
        "undo": translate("words", "Taken back: {name}"),
    }


def _households() -> Words:
    return {
        "household.changed": translate("words", "Household put right: {name}"),
        "member.changed": translate("words", "Put right: {name}"),
        "member.added": translate("words", "Entered: {name}"),
        "duplicate.merged": translate("words", "One made of two: {name}"),
        "life.moved_in": translate("words", "Moved in: {name}"),
        "life.moved_out": translate("words", "Moved out: {name}"),
        "life.born": translate("words", "Born: {name}"),
        "life.died": translate("words", "Died: {name}"),
        "life.joined": translate("words", "Came from another household: {name}"),
        "life.split": translate("words", "Split off: {name}"),
        "life.merged": translate("words", "Merged: {name}"),
        "life.head_changed": translate("words", "New head: {name}"),
        "life.returned": translate("words", "Came back: {name}"),
        "life.reversed": translate("words", "Had not happened: {name}"),
    }
