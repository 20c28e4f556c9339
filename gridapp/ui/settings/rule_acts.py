"""Setting what a county may set, as acts."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import letters
from gridapp.domain.disputes.clocks import TUNES
from gridapp.domain.disputes.disputes import STEPS
from gridapp.domain.disputes.letters import Numbering
from gridapp.domain.holidays import read_notice
from gridapp.domain.measures import Measure, OwnClock, Sort
from gridapp.reports.receptions import WEEKDAYS
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick, Unit
from gridapp.ui.acts.inputs import Line, Number, Text, Tick
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.usecases import county_rules
from gridapp.usecases.county_rules import CountyRules
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import grids

translate = QCoreApplication.translate


def name(measure: Measure) -> str:
    """What a number is for."""
    if measure.sort == Sort.OWN_CLOCK:
        return measure.source
    known = {
        "stall.half_time": translate("rules", "Stalled: share of the time without a record"),
        "stall.rejected": translate("rules", "Stalled: answer sent back, not given anew"),
        "stall.silent": translate("rules", "Stalled: asked, neither signed in nor answered"),
        "feedback.handling": translate("rules", "Second feedback: after so long a handling"),
        "letter.reply": translate("rules", "Reply to a letter"),
        "prominent.people": translate("rules", "Reports: prominent from so many people on"),
        "report.first_weekday": translate("rules", "Reports: first day of the week"),
        "report.due_weekday": translate("rules", "Reports: a week's is due on"),
        "report.due_hour": translate("rules", "Reports: due at this hour"),
        "report.due_days": translate("rules", "Reports of other periods: due after their end"),
    }
    return known.get(measure.code) or case_words.clock(measure.code.removeprefix(TUNES))


def value(measure: Measure) -> str:
    """``15 日``, ``5 个工作日``, ``50 %``, switched off."""
    if not measure.on:
        return translate("rules", "switched off")
    return _number(measure, measure.value, working=measure.working)


def usual(measure: Measure) -> str:
    """What holds without the county."""
    if measure.sort == Sort.OWN_CLOCK:
        return "—"
    return _number(measure, measure.usual, working=measure.usual_working)


def _number(measure: Measure, number: int, *, working: bool) -> str:
    if measure.what == "percent":
        return f"{number} %"
    if measure.what == "people":
        return translate("rules", "{n} people").format(n=number)
    if measure.what == "hour":
        return f"{number}:00"
    if measure.what == "weekday":
        return f"周{WEEKDAYS[number - 1]}"
    days = translate("rules", "{n} working days") if working else translate("rules", "{n} days")
    return days.format(n=number)


def change_act(measure: Measure) -> Act:
    """Another number for a rule, or none."""

    def do(desk: Desk, values: Values) -> Changed:
        working, on = values.get("working", False), values.get("on", True)
        return county_rules.set_measure(desk, measure, values["days"], working=working, on=on)

    labels = {
        "percent": translate("rules", "Share in %"),
        "people": translate("rules", "People"),
        "weekday": translate("rules", "Day of the week, 1 to 7"),
        "hour": translate("rules", "Hour, 1 to 23"),
    }
    label = labels.get(measure.what) or _days()
    asks = [Asked("days", label, partial(Number, measure.value), _hint(measure))]
    if measure.sort in (Sort.CLOCK, Sort.OWN_CLOCK):
        asks.append(_working(start=measure.working))
    if measure.may_be_off:
        on = partial(Tick, translate("rules", "in force"), start=measure.on)
        asks.append(Asked("on", translate("rules", "Rule"), on))
    basis = (measure.value, measure.working, measure.on)
    return Act(f"rule.{measure.code}", name(measure), do, tuple(asks), measure.source, basis)


def _days() -> str:
    return translate("rules", "Days")


def _hint(measure: Measure) -> str:
    return translate("rules", "Without the county: {usual}").format(usual=usual(measure))


def _working(*, start: bool) -> Asked:
    tick = partial(Tick, translate("rules", "working days only"), start=start)
    return Asked("working", translate("rules", "What is counted"), tick)


def own_clock_act() -> Act:
    """A clock that only this county has."""

    def do(desk: Desk, values: Values) -> Changed:
        new = OwnClock(
            name=values["name"],
            days=values["days"],
            working=values["working"],
            starts=(values["starts"],),
            stops=(values["stops"],),
        )
        return county_rules.add_clock(desk, new)

    kinds = [EventKind.REGISTERED, *STEPS]
    steps = [(kind.value, names.event(kind)) for kind in kinds]
    first, last = EventKind.REGISTERED.value, EventKind.ANSWERED.value
    example = translate("rules", "As it is shown and printed, for example with the document number")
    asks = (
        Asked("name", translate("rules", "Rule and its source"), partial(Line, wide=True), example),
        Asked("starts", translate("rules", "Runs from"), partial(Pick, steps, first)),
        Asked("stops", translate("rules", "Ends with"), partial(Pick, steps, last)),
        Asked("days", _days(), Number),
        _working(start=False),
    )
    return Act("rule.own_clock", translate("rules", "Add a clock of our own"), do, asks)


def letter_act(rules: CountyRules) -> Act:
    """How numbers of letters look: their form, a mark for each kind, a word for each unit."""

    def do(desk: Desk, values: Values) -> Changed:
        marks = {kind: values[kind.value] or mark for kind, mark in letters.MARKS.items()}
        rows = values["units"]
        units = {row["unit"]: row["word"] for row in rows if row["unit"] and row["word"]}
        return county_rules.set_numbering(desk, Numbering(values["format"], marks, units))

    title = translate("rules", "Numbers of letters")
    basis = (rules.numbering.form, *rules.numbering.marks.values(), *rules.numbering.units.values())
    return Act("rule.letter", title, do, partial(_numbering, rules.numbering), basis=basis)


def _numbering(standing: Numbering, desk: Desk) -> tuple[Asked, ...]:
    seats = {place.id: place.name for place in grids.seats(desk)}
    hint = translate("rules", "{unit}, {mark}, {year} and {number} are filled in by the program.")
    form = partial(Line, standing.form, wide=True)
    mark = translate("rules", "{mark} of: {letter}")
    word = translate("rules", "Without a word of its own: the first character of its name.")
    rows = partial(
        Rows,
        partial(_unit_word, seats, None, ""),
        translate("rules", "Add a unit"),
        [partial(_unit_word, seats, unit, words) for unit, words in standing.units.items()],
    )
    return (
        Asked("format", translate("rules", "Number of a letter"), form, hint),
        *(
            Asked(
                kind.value,
                mark.replace("{letter}", case_words.task_kind(kind)),
                partial(Line, standing.marks[kind]),
            )
            for kind in letters.MARKS
        ),
        Asked("units", translate("rules", "{unit} by unit"), rows, word),
    )


def _unit_word(seats: Mapping[UUID, str], unit: UUID | None, word: str) -> Cells:
    return {
        "unit": (translate("rules", "Unit"), Unit(seats, unit)),
        "word": (translate("rules", "Word in the number"), Line(word)),
    }


def days_act(year: int) -> Act:
    """Days off and make-up days from the yearly notice."""

    def do(desk: Desk, values: Values) -> Changed:
        return county_rules.set_days(desk, read_notice(values["text"], values["year"]))

    hint = translate("rules", "Paste the notice, or write: 元旦：1月1日至3日放假。1月4日上班。")
    asks = (
        Asked("year", translate("rules", "Year"), partial(Number, year)),
        Asked("text", translate("rules", "Notice of days off"), partial(Text, lines=6), hint),
    )
    return Act("rule.days", translate("rules", "Days off and make-up days"), do, asks)


def remove_day_act(rules: CountyRules) -> Act:
    """One day that our unit has set no longer stands."""

    def do(desk: Desk, values: Values) -> Changed:
        return county_rules.remove_day(desk, date.fromisoformat(values["day"]))

    works, off = translate("rules", "working day"), translate("rules", "day off")
    days = [
        (one.day.isoformat(), f"{one.day} {works if one.works else off} {one.name}".strip())
        for one in rules.own_days
    ]
    rule = translate(
        "rules", "The shipped calendar, or what the unit above has set, holds for it again."
    )
    asks = (Asked("day", translate("rules", "Which day"), partial(Pick, days)),)
    title = translate("rules", "Take out a day")
    return Act("rule.day", title, do, asks, rule, rules.own_days)


def recount_act() -> Act:
    """Open cases get the last days of the clocks in force."""

    def do(desk: Desk, _values: Values) -> Changed:
        return county_rules.recount(desk)

    told = translate(
        "rules",
        "New cases follow a changed clock at once. This counts the last day of every case that is"
        " being handled anew, too; it can be undone as one step.",
    )
    return Act("rule.recount", translate("rules", "Count open cases anew"), do, rule=told)
