"""Merging, splitting, dissolving and putting back, as acts that are looked at before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.domain.grids.regrouping import Plan, proposed_parts
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Day, Number
from gridapp.ui.acts.ticks import Ticks
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import regroup_plans, regrouping
from gridapp.usecases.grids.regrouping import Past

translate = QCoreApplication.translate
Planner = Callable[[Desk, Values], Plan]
Asks = tuple[Asked, ...] | Callable[[Desk], tuple[Asked, ...]]


@dataclass(frozen=True, kw_only=True)
class PlanAct(Act):
    """An act whose ``plan`` can be looked at while it is asked for."""

    plan: Planner


def _act(code: str, title: str, plan: Planner, asks: Asks, rule: str = "") -> PlanAct:
    def do(desk: Desk, values: Values) -> Changed:
        return regrouping.carry_out(desk, plan(desk, values))

    return PlanAct(code, title, do, asks, rule, plan=plan)


def _day(today: date) -> Asked:
    return Asked("day", translate("regroup", "From this day on"), partial(Day, today))


def merge_act(into: UnitLine, others: Mapping[UUID, str], today: date) -> PlanAct:
    """Other micro-grids of the village are merged into this one."""

    def plan(desk: Desk, values: Values) -> Plan:
        return regroup_plans.merge(desk, into.id, values["grids"], values["day"])

    title = translate("regroup", "Merge others into it")
    which = Asked("grids", translate("regroup", "Grids to merge"), partial(Ticks, others))
    rule = translate(
        "regroup", "The merged grids end the day before, and with them the posts of their leaders."
    )
    return _act("grid.merge", title, plan, (which, _day(today)), rule)


def split_act(unit: UnitLine, today: date) -> PlanAct:
    """A micro-grid is split evenly by walking order."""

    def plan(desk: Desk, values: Values) -> Plan:
        return regroup_plans.split(desk, unit.id, values["parts"], values["day"])

    title = translate("regroup", "Split evenly")
    start = proposed_parts(unit.households)
    parts = Asked("parts", translate("regroup", "Parts"), partial(Number, start))
    rule = translate("regroup", "Along the walk. The first part keeps its name and its leader.")
    return _act("grid.split", title, plan, (parts, _day(today)), rule)


def dissolve_act(unit: UnitLine, today: date) -> PlanAct:
    """A micro-grid ends; its households are in none."""

    def plan(desk: Desk, values: Values) -> Plan:
        return regroup_plans.dissolve(desk, unit.id, values["day"])

    title = translate("regroup", "Dissolve the grid")
    rule = translate(
        "regroup",
        "Its households are then in no micro-grid; its leader's post ends the day before.",
    )
    return _act("grid.dissolve", title, plan, (_day(today),), rule)


def put_back_act(village: UnitLine, today: date) -> PlanAct:
    """An earlier regrouping of a village is taken back."""

    def plan(desk: Desk, values: Values) -> Plan:
        return regroup_plans.put_back(desk, UUID(values["act"]), values["day"])

    def asks(desk: Desk) -> tuple[Asked, ...]:
        options = [(str(one.act_id), past_text(one)) for one in regrouping.past(desk, village.id)]
        nothing = (str(UUID(int=0)), translate("regroup", "Nothing has been regrouped here yet"))
        which = partial(Pick, options or [nothing])
        return (Asked("act", translate("regroup", "Which regrouping"), which), _day(today))

    title = translate("regroup", "Take a regrouping back")
    rule = translate(
        "regroup",
        "Households that are still where it has put them go back; grids that it dissolved stand "
        "again with the leader they had.",
    )
    return _act("grid.put_back", title, plan, asks, rule)


def past_text(one: Past) -> str:
    """``2026-11-01: 5 households → 坪岭1-2 (韦国平)``."""
    text = translate("regroup", "{day}: {count} households → {grids} ({actor})")
    return text.format(
        day=one.day.isoformat(),
        count=one.households,
        grids="、".join(one.into),
        actor=one.actor,
    )
