"""The three letters and the talk: drafted from the facts of a case, each with its own number."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import TaskKind
from gridapp.domain.disputes import letters
from gridapp.domain.disputes.casework import LETTERS, TaskFault, is_late, is_open
from gridapp.domain.disputes.letters import LetterFacts
from gridapp.store import journal, rules
from gridapp.store.disputes import casework, stalls
from gridapp.store.disputes.casework import DoubledLetter
from gridapp.store.tables import Dispute, Task, Unit
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, refuse, save


def facts(desk: Desk, session: Session, dispute: Dispute) -> LetterFacts:
    """What stands in the records of a case, for the unit that handles it. Of a sealed case no
    word goes out but its number: whom it accuses may work there (条例 art. 30).
    """
    today = desk.today()
    found = casework.tasks(session, dispute.id)
    late = [task.title for task in found if is_open(task) and is_late(task, today)]
    unit = session.get(Unit, dispute.handling_unit_id or dispute.unit_id)
    return LetterFacts(
        unit=unit.name if unit else "",
        number=dispute.number,
        title="" if dispute.sealed else dispute.title,
        registered_on=dispute.registered_on,
        due_on=dispute.due_on,
        today=today,
        last_on=stalls.last_work(session, dispute.id) or dispute.registered_on,
        earlier=[(t.number, t.asked_on) for t in found if t.kind in LETTERS and not t.withdrawn],
        late_tasks=[] if dispute.sealed else late,
    )


def reply_on(desk: Desk, session: Session) -> date:
    """The day until which a letter of today is replied to."""
    value = rules.standing(session, letters.REPLY_RULE).get(letters.REPLY_RULE) or {}
    days = letters.reply_days(value)
    return calendar.of_county(session).count_working(desk.today(), days).limit


def next_number(desk: Desk, session: Session, kind: TaskKind) -> str:
    """The next free number of a letter of this kind from this person's unit."""
    value = rules.standing(session, letters.NUMBER_RULE).get(letters.NUMBER_RULE) or {}
    unit = (desk.person.unit_id, desk.person.unit_name)
    form = letters.number_form(kind, letters.numbering(value), unit, desk.today().year)
    taken = casework.letter_numbers(session, form.partition("{number}")[0])
    return letters.next_number(form, taken)


def doubled(desk: Desk) -> tuple[DoubledLetter, ...]:
    """Letters that bear the number of an earlier one: two laptops drew it without a line."""
    with desk.store.session() as session:
        return tuple(casework.doubled_letters(session))


def another_number(desk: Desk, kind: TaskKind) -> str:
    """The next free number of a letter of this kind from this person's unit."""
    with desk.store.session() as session:
        return next_number(desk, session, kind)


def renumber(desk: Desk, task_id: UUID, number: str) -> Changed:
    """Give a letter another number. Raises RejectedError."""
    wanted = number.strip()
    with desk.store.session() as session:
        task = session.get_one(Task, task_id)
        taken = wanted in casework.letter_numbers(session, wanted)
        found = {TaskFault.NUMBER_MISSING: not wanted, TaskFault.NUMBER_TAKEN: taken}
        refuse([fault for fault, wrong in found.items() if wrong])
        edits = [journal.change(desk.new_id(), "task", task, number=wanted)]
        return save(desk, session, "task.renumbered", wanted, edits, task_id)
