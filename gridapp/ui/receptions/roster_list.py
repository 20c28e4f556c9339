"""The receptions of a period as a table: the year's roster and the log in one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from gridapp.reports.receptions import WEEKDAYS
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui.receptions import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

translate = QCoreApplication.translate


def reception_table(
    today: Callable[[], date], several: Callable[[], bool]
) -> DataTable[ReceptionLine]:
    """The table; it scrolls in the room it gets. Of ``several`` units each place names its own."""

    def standing(line: ReceptionLine) -> str:
        return names.standing(line, today())[0]

    def tone(line: ReceptionLine) -> Tone:
        return names.standing(line, today())[1]

    def where(line: ReceptionLine) -> str:
        parts = (line.unit_name if several() else "", line.place)
        return " · ".join(part for part in parts if part)

    columns: Sequence[Column[ReceptionLine]] = (
        Column(translate("receptions", "Day"), _day, 126),
        Column(
            translate("receptions", "Receiving leader"), lambda line: line.leader, 76, stretch=1
        ),
        Column(translate("receptions", "State"), standing, 90, tone=tone),
        Column(translate("receptions", "Groups"), _groups, 52, right=True),
        Column(translate("receptions", "Visitors"), _people, 52, right=True),
        Column(translate("receptions", "Cases"), _cases, 52, right=True),
        Column(translate("receptions", "Hours"), lambda line: line.hours, 96, stretch=1),
        Column(translate("receptions", "Place"), where, 104, stretch=2),
        Column(translate("receptions", "Field"), lambda line: names.field(line.field), 100, 1),
    )
    table = DataTable(translate("receptions", "Receptions"), columns, identity=lambda line: line.id)
    table.take_the_room()
    return table


def _day(line: ReceptionLine) -> str:
    return f"{line.day} 周{WEEKDAYS[line.day.weekday()]}"


def _groups(line: ReceptionLine) -> str:
    return "" if line.held_on is None else str(line.groups)


def _people(line: ReceptionLine) -> str:
    return "" if line.held_on is None else str(line.people)


def _cases(line: ReceptionLine) -> str:
    return str(line.cases or "")
