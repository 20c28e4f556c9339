"""How a clock is told: days left, the arithmetic, the article."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import CaseEventRecord, EventKind
from gridapp.domain.disputes.clocks import Clock, ClockRule, Face
from gridapp.domain.workdays import Pause, Reckoning, count_calendar
from gridapp.store.disputes.disputes import SOON_DAYS
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone

translate = QCoreApplication.translate


def days_left(days: int) -> str:
    """``还剩 4 天``, ``今天到期``, ``超期 13 天``."""
    if days < 0:
        return translate("clock", "{days} days overdue").format(days=-days)
    if days == 0:
        return translate("clock", "due today")
    return translate("clock", "{days} days to go").format(days=days)


def days_tone(days: int) -> Tone:
    """Red when overdue, amber in the last week."""
    if days < 0:
        return Tone.RED
    return Tone.AMBER if days <= SOON_DAYS else Tone.ACCENT


def name(rule: ClockRule) -> str:
    """What has to be done, or may be done, before this clock runs out."""
    return case_words.clock(rule.code) or rule.article or rule.code


def started_by(face: Face, events: Sequence[CaseEventRecord]) -> str:
    """The step that started the clock, in words."""
    kinds = [event.kind for event in events if event.kind in face.rule.starts]
    return start(face.rule, kinds[-1]) if kinds else ""


def start(rule: ClockRule, kind: str) -> str:
    """The step that started a clock, in words; why the handling is counted from registration."""
    if (rule.code, kind) == (Clock.HANDLE, EventKind.REGISTERED):
        return translate("clock", "registration, not accepted formally")
    return names.event(kind)


def reckoned(reckoning: Reckoning, step: str) -> str:
    """``从 2026-03-01 受理起 60 日，至 2026-04-30``, with what was skipped, added or estimated."""
    days = reckoning.days
    text = (
        translate("clock", "{days} working days from {first} ({step}), {skipped}until {last}")
        if reckoning.working
        else translate("clock", "{days} days from {first} ({step}), until {last}")
    )
    plain = reckoning.limit if reckoning.working else count_calendar(reckoning.start, days).limit
    skipped = _skipped(reckoning.pauses)
    told = text.format(days=days, first=reckoning.start, step=step, skipped=skipped, last=plain)
    if plain != reckoning.limit:
        told += translate("clock", ", extended until {day}").format(day=reckoning.limit)
    if reckoning.estimated:
        told += translate("clock", "; estimated with Monday to Friday")
    return told


def _skipped(pauses: Sequence[Pause]) -> str:
    """The days that were not counted: the holidays by name, weekends in one word."""
    told = [translate("clock", "weekends")] if any(not pause.name for pause in pauses) else []
    told += [f"{_span(pause)} {pause.name}" for pause in pauses if pause.name]
    return translate("clock", "without {days}, ").format(days="、".join(told)) if told else ""


def _span(pause: Pause) -> str:
    first, last = f"{pause.first:%m-%d}", f"{pause.last:%m-%d}"
    return first if first == last else f"{first}—{last}"
