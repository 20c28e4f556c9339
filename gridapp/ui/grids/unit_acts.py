"""Keeping a unit, as acts: its name and place, large grids, the end of a dedicated one."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.grids import Level
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Line, Number
from gridapp.ui.acts.ticks import Ticks
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import grid_units

translate = QCoreApplication.translate


def edit_act(unit: UnitLine) -> Act:
    """Its name, its contact, its place among its siblings."""

    def do(desk: Desk, values: Values) -> Changed:
        contact = values.get("contact", unit.contact)
        return grid_units.edit(desk, unit, values["name"], contact, values["place"])

    def asks(desk: Desk) -> tuple[Asked, ...]:
        place, of = grid_units.place_of(desk, unit.id)
        label = translate("units", "Place among its siblings, of {count}").format(count=of)
        name = Asked("name", translate("units", "Name"), partial(Line, unit.name))
        where = Asked("place", label, partial(Number, place))
        contact = translate("units", "Contact person and phone")
        who = Asked("contact", contact, partial(Line, unit.contact))
        return (name, who, where) if unit.level == Level.DEDICATED else (name, where)

    title = translate("units", "Name and order")
    return Act("grid.edit", title, do, asks, basis=(unit.name, unit.contact))


def large_act(village: UnitLine, micro: Mapping[UUID, str], today: date) -> Act:
    """A large grid between the village and some of its micro-grids."""

    def do(desk: Desk, values: Values) -> Changed:
        return grid_units.add_large(
            desk, village.id, values["name"], values["grids"], values["day"]
        )

    asks = (
        Asked("name", translate("units", "Name of the large grid"), Line),
        Asked("day", translate("units", "From this day on"), partial(Day, today)),
        Asked("grids", translate("units", "Its micro-grids"), partial(Ticks, micro)),
    )
    return Act("grid.large", translate("units", "Add a large grid"), do, asks)


def members_act(large: UnitLine, micro: Mapping[UUID, str], now: Collection[UUID]) -> Act:
    """Which micro-grids lie in a large grid."""

    def do(desk: Desk, values: Values) -> Changed:
        return grid_units.put_under(desk, large.id, values["grids"])

    asks = (Asked("grids", translate("units", "Its micro-grids"), partial(Ticks, micro, now)),)
    title = translate("units", "Choose its micro-grids")
    return Act("grid.members", title, do, asks, basis=tuple(sorted(map(str, now))))


def end_act(unit: UnitLine, today: date) -> Act:
    """The end of a dedicated or large grid."""

    def do(desk: Desk, values: Values) -> Changed:
        return grid_units.dissolve(desk, unit.id, values["day"])

    first = translate("units", "First day without it")
    title = translate("units", "Dissolve the grid")
    rule = translate("units", "Micro-grids in it lie in the village again. Its cases stay.")
    asks = (Asked("day", first, partial(Day, today)),)
    return Act("grid.end", title, do, asks, rule if unit.level == Level.LARGE else "")
