"""Placeholders of which a case has several: a row of a table or a paragraph is repeated for each.

``{{当事人.姓名}}``: the neighbouring rows (or paragraphs) that name one list are repeated together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from gridapp.contract.casework import TaskKind, TaskRecord
from gridapp.contract.codes import SEX
from gridapp.contract.disputes import CaseEventRecord, EventKind, Side
from gridapp.reports.documents import wording
from gridapp.reports.documents.facts import CaseFacts, KeptFile, PartyFacts
from gridapp.reports.documents.placeholder import Blank

R = TypeVar("R")


@dataclass(frozen=True)
class Field(Generic[R]):
    """``{{list.name}}``. ``value`` is given the row, its number from 1 and the day."""

    name: str
    value: Callable[[R, int, date], str]
    blank: Blank = Blank.SHORT


@dataclass(frozen=True)
class RowList(Generic[R]):
    """A list of a case, and the fields of its rows."""

    name: str
    meaning: str
    rows: Callable[[CaseFacts], Sequence[R]]
    fields: dict[str, Field[R]]
    blank: bool = False
    """Whether an empty list leaves one row to write on; else it leaves none."""


def _list(
    name: str,
    meaning: str,
    rows: Callable[[CaseFacts], Sequence[R]],
    *fields: Field[R],
    blank: bool = False,
) -> RowList[R]:
    numbered: Field[R] = Field("序号", lambda _, number, __: str(number))
    return RowList(name, meaning, rows, {one.name: one for one in (numbered, *fields)}, blank)


def _standing(party: PartyFacts) -> str:
    """申请人 or what else the person is, else the side."""
    return wording.ROLES.get(party.role) or wording.SIDES.get(party.side, "当事人")


def _parties(
    name: str, meaning: str, rows: Callable[[CaseFacts], Sequence[PartyFacts]]
) -> RowList[PartyFacts]:
    return _list(
        name,
        meaning,
        rows,
        Field("称谓", lambda party, _, __: _standing(party)),
        Field("姓名", lambda party, _, __: party.name),
        Field("性别", lambda party, _, __: SEX.get(party.sex, "")),
        Field("年龄", lambda party, _, today: wording.age(party.born_on, today)),
        Field("出生日期", lambda party, _, __: wording.day(party.born_on), Blank.DAY),
        Field("身份证号", lambda party, _, __: party.citizen_number),
        Field("电话", lambda party, _, __: party.phone),
        Field("住址", lambda party, _, __: party.address),
        blank=True,
    )


def _tasks(
    name: str, meaning: str, rows: Callable[[CaseFacts], Sequence[TaskRecord]]
) -> RowList[TaskRecord]:
    return _list(
        name,
        meaning,
        rows,
        Field("事项", lambda task, _, __: task.title),
        Field("内容", lambda task, _, __: task.text),
        Field("责任人", lambda task, _, __: task.owner),
        Field("金额", lambda task, _, __: wording.money(task.amount)),
        Field("金额大写", lambda task, _, __: wording.capital_money(task.amount)),
        Field("期限", lambda task, _, __: wording.day(task.due_on), Blank.DAY),
        Field("完成日期", lambda task, _, __: wording.day(task.done_on), Blank.DAY),
        Field("完成情况", lambda task, _, __: task.answer),
    )


def _steps(name: str, meaning: str, *kinds: EventKind) -> RowList[CaseEventRecord]:
    return _list(
        name,
        meaning,
        lambda facts: facts.all_of(*kinds),
        Field("日期", lambda event, _, __: wording.day(event.happened_on), Blank.DAY),
        Field("事项", lambda event, _, __: wording.EVENTS[EventKind(event.kind)]),
        Field("内容", lambda event, _, __: event.text),
        Field("经办人", lambda event, _, __: event.actor),
    )


def _files() -> RowList[KeptFile]:
    return _list(
        "卷内文件",
        "本案保存的文书和材料，按保存的先后",
        lambda facts: facts.kept,
        Field("名称", lambda file, _, __: file.name.rpartition(".")[0] or file.name),
        Field("备注", lambda file, _, __: file.note),
        blank=True,
    )


ROW_LISTS: dict[str, RowList[object]] = {
    one.name: one  # type: ignore[misc]
    for one in (
        _parties("当事人", "全部当事人", lambda facts: facts.parties),
        _parties("申请人", "申请人；没有注明时为甲方", lambda facts: facts.applicants),
        _parties("被申请人", "被申请人；没有注明时为乙方", lambda facts: facts.respondents),
        _parties("甲方", "甲方当事人", lambda facts: facts.on(Side.FIRST)),
        _parties("乙方", "乙方当事人", lambda facts: facts.on(Side.SECOND)),
        _tasks("分期", "分期履行的各期", lambda facts: facts.instalments),
        _tasks("方案", "一案一策的步骤", lambda facts: facts.all_tasks(TaskKind.PLAN_STEP)),
        _steps("经过", "办理经过", *wording.EVENTS),
        _steps("调查", "历次办理", EventKind.HANDLED),
        _steps("回访", "历次回访", EventKind.FOLLOWED_UP),
        _files(),
    )
}
"""Each list by its name."""
