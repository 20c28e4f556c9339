"""A thing to do in words: the chip, what it is about, why it is there, and the place it opens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from gridapp.domain.disputes.casework import SIGNED_IN
from gridapp.domain.disputes.contacts import Contact
from gridapp.domain.disputes.stalls import Trigger
from gridapp.domain.money import yuan
from gridapp.store.disputes.disputes import Shelf
from gridapp.ui import case_words
from gridapp.ui.disputes import clock
from gridapp.ui.tokens import Tone
from gridapp.usecases.disputes.limits import Told
from gridapp.usecases.due import Item, Why

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Line:
    """What a row shows. ``note`` stands at its end: a case number. ``opens``: page, argument."""

    chip: str
    tone: Tone
    title: str
    why: str
    note: str
    opens: tuple[str, object]


def line(item: Item, today: date) -> Line:
    """An item in words."""
    chip, tone = _chip(item, today)
    return Line(chip, tone, _title(item), _WHYS[item.why](item), item.number, _opens(item))


def _chip(item: Item, today: date) -> tuple[str, Tone]:
    known = {
        Why.CONTACT: (translate("today", "to tell"), Tone.ACCENT),
        Why.STALL: (translate("today", "stalled"), Tone.AMBER),
        Why.TO_STRIKE_OFF: (translate("today", "to strike off"), Tone.ACCENT),
        Why.NIL_REPORT: (translate("today", "nil report"), Tone.GREEN),
        Why.SAME_NUMBER: (translate("today", "same number"), Tone.AMBER),
        Why.SAME_REPORT: (translate("today", "same number"), Tone.AMBER),
        Why.PLANNED_TWICE: (translate("today", "done twice"), Tone.AMBER),
    }
    if item.why in (Why.RECEPTION, Why.MEETING):
        return _held(item, today)
    days = (item.day - today).days
    return known.get(item.why) or (clock.days_left(days), clock.days_tone(days))


def _held(item: Item, today: date) -> tuple[str, Tone]:
    """A reception or a meeting: today, or to be written down."""
    if item.day < today:
        return translate("today", "not logged"), Tone.AMBER
    return translate("today", "today"), Tone.ACCENT


def _title(item: Item) -> str:
    about: Any = item.about
    if item.why == Why.TASK:
        kind = case_words.task_kind(about.kind)
        if item.title == kind:
            return kind
        return translate("today", "{kind}: {title}").format(kind=kind, title=item.title)
    known = {
        Why.RECEPTION: translate("today", "{leader} receives residents").format(leader=item.title),
        Why.SAME_REPORT: translate("today", "Report {number}").format(number=item.title),
        Why.PLANNED_TWICE: translate("today", "Roster of receptions planned twice"),
    }
    if item.why not in known and isinstance(item.about, int):
        return translate("today", "{count} cases to strike off").format(count=item.about)
    return known.get(item.why, item.title)


def _opens(item: Item) -> tuple[str, object]:
    if item.dispute_id is not None:
        return "disputes", item.dispute_id
    if item.why == Why.TO_STRIKE_OFF:
        return "disputes", Shelf.TO_STRIKE_OFF
    pages = {Why.ROUND: "screening", Why.NIL_REPORT: "reports", Why.SAME_REPORT: "reports"}
    page = pages.get(item.why, "receptions")
    return page, None if item.why == Why.NIL_REPORT else item.place


def _clock(item: Item) -> str:
    """Which clock, its arithmetic and article."""
    if not isinstance(item.about, Told):
        return translate("today", "until {day}").format(day=item.day)
    face, step = item.about
    sums = clock.reckoned(face.reckoning, clock.start(face.rule, step))
    return _joined(clock.name(face.rule), sums, case_words.cite(face.rule.article))


def _task(item: Item) -> str:
    task: Any = item.about
    if task.rejected_on is not None:
        state = translate("today", "the answer was sent back on {day}").format(day=task.rejected_on)
    elif task.signed_on is None and task.kind in SIGNED_IN:
        state = translate("today", "not signed in since {day}").format(day=task.asked_on)
    else:
        state = translate("today", "given on {day}").format(day=task.asked_on)
    owner = translate("today", "owed by {name}").format(name=task.owner)
    until = translate("today", "until {day}").format(day=item.day)
    return _joined(owner, state, until, task.case_title)


def _instalment(item: Item) -> str:
    due: Any = item.about
    text = translate("today", "instalment of {sum} by {name}, until {day}")
    return text.format(sum=yuan(due.amount or 0), name=due.owner, day=item.day)


def _performance(item: Item) -> str:
    text = translate("today", "see whether the agreement was kept by {day}")
    return _joined(text.format(day=item.day), case_words.cite("人民调解法第三十一条"))


def _confirmation(item: Item) -> str:
    text = translate("today", "both parties may ask a court to confirm it until {day}")
    return _joined(text.format(day=item.day), case_words.cite("人民调解法第三十三条"))


def _reception(item: Item) -> str:
    return _joined(str(item.day), *(getattr(item.about, n) for n in ("hours", "place", "field")))


def _meeting(item: Item) -> str:
    meeting: Any = item.about
    cases = translate("today", "{count} cases on the agenda").format(count=meeting.cases)
    return _joined(str(item.day), meeting.place, meeting.chair, cases)


def _round(item: Item) -> str:
    far: Any = item.about
    text = translate("today", "{count} households to visit until {day}")
    return text.format(count=far.due - far.done, day=item.day)


def _nil_report(item: Item) -> str:
    far: Any = item.about
    text = translate(
        "today", "{count} households reached, no dispute found; it stands in the weekly report"
    )
    return text.format(count=far.done)


def _contact(item: Item) -> str:
    owed: Any = item.about
    if owed.what == Contact.FOLLOW_UP:
        text = translate("today", "concluded on {day}, nobody has seen the people since")
    else:
        text = translate("today", "feedback “{stage}” owed to the resident since {day}")
    return text.format(stage=case_words.feedback(owed.what), day=item.day)


def _stall(item: Item) -> str:
    stall: Any = item.about
    text = {
        Trigger.HALF_TIME: translate("today", "no record of work for {days} days, since {day}"),
        Trigger.REJECTED: translate(
            "today", "answer of {owner} sent back on {day} and not given anew: {task}"
        ),
        Trigger.SILENT: translate("today", "{owner} silent since {day}: {task}"),
    }[Trigger(stall.trigger)]
    return text.format(days=stall.days, day=item.day, owner=stall.owner, task=stall.task_title)


def _to_strike_off(item: Item) -> str:
    case: Any = item.about
    if isinstance(case, int):
        return translate("today", "concluded by others; another person checks and strikes off")
    text = translate("today", "concluded by {name} on {day}; another person checks and strikes off")
    return text.format(name=case.handler or "—", day=item.day)


def _same_number(_item: Item) -> str:
    return translate("today", "another letter bears this number; give this one another")


def _same_report(_item: Item) -> str:
    return translate("today", "another report bears this number; issue this one anew")


def _planned_twice(item: Item) -> str:
    text = translate(
        "today", "two laptops planned the same days: {count} receptions stand twice; remove these"
    )
    return text.format(count=item.about)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


_WHYS: dict[Why, Callable[[Item], str]] = {
    Why.CLOCK: _clock,
    Why.TASK: _task,
    Why.INSTALMENT: _instalment,
    Why.PERFORMANCE: _performance,
    Why.CONFIRMATION: _confirmation,
    Why.RECEPTION: _reception,
    Why.MEETING: _meeting,
    Why.ROUND: _round,
    Why.CONTACT: _contact,
    Why.STALL: _stall,
    Why.TO_STRIKE_OFF: _to_strike_off,
    Why.NIL_REPORT: _nil_report,
    Why.SAME_NUMBER: _same_number,
    Why.SAME_REPORT: _same_report,
    Why.PLANNED_TWICE: _planned_twice,
}
