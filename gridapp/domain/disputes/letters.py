"""Three letters and a talk (三函一约谈): their numbers and what they say. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from gridapp.contract.casework import TaskKind

NUMBER_RULE = "letter.number"
"""Code of a county's record: ``format`` with {unit}, {mark}, {year} and {number}; ``units``: what
stands for {unit} by the id of the unit that writes; ``marks``: what stands for {mark} by kind.
"""

REPLY_RULE = "letter.reply"
"""Code of a county's record: ``days``, working days to reply to a letter."""

REPLY_DAYS = 5
FORMAT = "{unit}工{mark}〔{year}〕{number}号"

TITLES: dict[TaskKind, str] = {
    TaskKind.REMINDER_LETTER: "工作提醒函",
    TaskKind.SUPERVISION_LETTER: "重点督办函",
    TaskKind.ACCOUNTABILITY_LETTER: "问责建议函",
    TaskKind.TALK: "工作约谈",
}
MARKS: dict[TaskKind, str] = {
    TaskKind.REMINDER_LETTER: "提",
    TaskKind.SUPERVISION_LETTER: "督",
    TaskKind.ACCOUNTABILITY_LETTER: "责",
    TaskKind.TALK: "谈",
}
_ASKS: dict[TaskKind, str] = {
    TaskKind.REMINDER_LETTER: "请抓紧办理",
    TaskKind.SUPERVISION_LETTER: "现予重点督办，请明确责任人和化解时限",
    TaskKind.ACCOUNTABILITY_LETTER: "建议按规定核查有关责任",
    TaskKind.TALK: "请负责同志到场说明情况和下一步措施",
}


@dataclass(frozen=True)
class Numbering:
    """How letters are numbered: the form, what stands for {mark} by kind of letter, and for {unit}
    by unit; of a unit without a word of its own, the first character of its name.
    """

    form: str = FORMAT
    marks: Mapping[TaskKind, str] = field(default_factory=lambda: MARKS)
    units: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def value(self) -> dict[str, Any]:
        """The body of its record."""
        return {
            "format": self.form,
            "marks": {kind.value: mark for kind, mark in self.marks.items()},
            "units": {str(unit): words for unit, words in self.units.items()},
        }


@dataclass(frozen=True)
class LetterFacts:
    """What a letter is about. ``title``: empty when only the number may be told; ``last_on``: the
    day of the last record; ``earlier``: the letters that were sent before, as (number, day);
    ``late_tasks``: titles of what the unit still owes.
    """

    unit: str
    number: str
    title: str
    registered_on: date
    due_on: date
    today: date
    last_on: date
    earlier: Sequence[tuple[str, date]] = ()
    late_tasks: Sequence[str] = ()


def reply_days(value: Mapping[str, Any]) -> int:
    """Working days to reply to a letter, by the county's rule when it makes sense."""
    days = value.get("days")
    return days if type(days) is int and 0 < days <= 365 else REPLY_DAYS


def numbering(value: Mapping[str, Any]) -> Numbering:
    """How letters are numbered by the county's rule; what makes no sense of it is passed over."""
    form = str(value.get("format", ""))
    marks = {kind: str(_of(value, "marks").get(kind.value) or MARKS[kind]) for kind in MARKS}
    units = {}
    for unit, words in _of(value, "units").items():
        try:
            units[UUID(str(unit))] = str(words)
        except ValueError:
            continue
    return Numbering(form if "{number}" in form else FORMAT, marks, units)


def number_form(kind: TaskKind, rule: Numbering, unit: tuple[UUID, str], year: int) -> str:
    """How a number looks, with ``{number}`` open: ``永工提〔2026〕{number}号``.

    ``unit``: (id, name) of the one that writes.
    """
    unit_id, name = unit
    form = rule.form
    for sign, words in {
        "{unit}": rule.units.get(unit_id, name[:1]),
        "{mark}": rule.marks[kind],
        "{year}": str(year),
    }.items():
        form = form.replace(sign, words)
    return form


def next_number(form: str, taken: Iterable[str]) -> str:
    """The number after the highest of its form, e.g. ``永工提〔2026〕3号``."""
    before, _, after = form.partition("{number}")
    pattern = re.compile(re.escape(before) + r"(\d+)" + re.escape(after))
    found = (pattern.fullmatch(one) for one in taken)
    highest = max((int(one.group(1)) for one in found if one), default=0)
    return f"{before}{highest + 1}{after}"


def _of(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = value.get(name)
    return found if isinstance(found, Mapping) else {}


def letter_text(kind: TaskKind, facts: LetterFacts, reply_on: date) -> str:
    """The letter: to whom, what stands, what was written before, what is asked until when."""
    matter = f"“{facts.title}”（编号{facts.number}）" if facts.title else f"编号{facts.number}事项"
    sentences = [
        f"{facts.unit}：\n　　{_day(facts.registered_on)}登记的{matter}由你单位办理，"
        f"办理期限至{_day(facts.due_on)}，{_left(facts)}。",
        f"最近一次办理记录为{_day(facts.last_on)}。",
    ]
    if facts.earlier:
        letters = "、".join(f"{_day(on)}《{name}》" for name, on in facts.earlier)
        sentences.append(f"此前已发{letters}。")
    if facts.late_tasks:
        sentences.append(f"逾期未办结事项：{'；'.join(facts.late_tasks)}。")
    sentences.append(f"{_ASKS[kind]}，并于{_day(reply_on)}前书面回复办理情况。")
    return "".join(sentences)


def _left(facts: LetterFacts) -> str:
    days = (facts.due_on - facts.today).days
    return f"已超期{-days}天" if days < 0 else f"还有{days}天"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
