"""A case played through by keyboard alone: from a door to the strike-off and the follow-up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gridapp.contract.casework import AgreementForm
from gridapp.contract.disputes import Rating, State
from gridapp.store.disputes.disputes import Shelf
from gridapp.ui.disputes import DisputesPage
from gridapp.ui.screening import ScreeningPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import agreements, casework, disputes
from tests.desks import TODAY
from tests.ui.conftest import come_to_rest, settle
from tests.ui.keyboard import Keyboard
from tests.ui.pages import AtDesk

MOST_TABS = 150
TOLD = (
    *("registered", "accepted", "feedback", "task_given", "task_signed", "task_answered"),
    *("task_given", "task_answered", "handled", "feedback", "agreed"),
    *("task_answered", "task_answered", "concluded", "feedback", "struck_off", "followed_up"),
)
"""The timeline that the keys make."""
Snapshot = Callable[[QWidget, str], None]


class Person(Keyboard):
    """Somebody at the window, who reads what has the focus and presses keys."""

    def __init__(self, window: MainWindow) -> None:
        page = window.page()
        assert page is not None
        super().__init__(page)
        self.window = window
        self.rest()

    def go_to(self, name: str) -> None:
        """Tab until something of this name has the focus."""
        passed = []
        for _ in range(MOST_TABS):
            passed.append(self.focus().accessibleName())
            if passed[-1].startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}: {passed}")

    def open(self, name: str) -> None:
        """Tab to a button and press Enter."""
        self.go_to(name)
        self.press(Qt.Key.Key_Return)
        self.rest()

    def fill(self, **fields: str) -> None:
        """Tab from field to field and write into each."""
        for name, text in fields.items():
            self.go_to(name)
            self.type(text)

    def choose(self, name: str) -> None:
        """Tab to a choice and press the space bar."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def save(self) -> None:
        """Ctrl+Enter keeps the form."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.rest()


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """One picture of a stage, when pictures are wanted."""
    option = request.config.getoption("--pictures")

    def take(widget: QWidget, name: str) -> None:
        if option:
            come_to_rest(widget)
            widget.grab().save(str(Path(option) / f"story-{name}.png"))

    return take


@pytest.fixture
def sits_down(qtbot: QtBot, at_desk: AtDesk) -> Callable[[Desk, str], Person]:
    def make(desk: Desk, key: str) -> Person:
        pages = [
            PageSpec("screening", "house", "入户排查", ScreeningPage),
            PageSpec("disputes", "clipboard-list", "矛盾纠纷", DisputesPage),
        ]
        services = at_desk(desk)
        window = MainWindow(
            services, desk.person.name, "坪岭村", demo=False, pages=pages, search=lambda _text: ()
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.go(key)
        settle(services.background)
        return Person(window)

    return make


def test_a_case_is_lived_through_by_keyboard_alone(
    sits_down: Callable[[Desk, str], Person], desk: Desk, snapshot: Snapshot
) -> None:
    worker = sits_down(desk, "screening")
    found_at_the_door(worker)
    id_ = next(line.id for line in disputes.ledger(desk, Shelf.MINE) if line.registered_on == TODAY)
    snapshot(worker.window, "1-registered")
    accepted(worker)
    whistled_for(worker)
    snapshot(worker.window, "2-whistle")
    planned(worker)
    snapshot(worker.window, "3-plan")
    agreed(worker, snapshot)
    concluded(worker, snapshot)
    other = replace(desk, person=replace(desk.person, name="唐调解"))
    struck_off(sits_down(other, "disputes"), snapshot)
    holds_together(desk, id_)


def found_at_the_door(worker: Person) -> None:
    """Key 2 at a door, the short form, then the newest case of the ledger."""
    worker.press(Qt.Key.Key_2)
    worker.rest()
    worker.fill(乙方="李春兰")
    worker.choose("用水排水通行通风采光")
    worker.fill(简要情况="雨天积水进屋，双方争吵。")
    worker.save()
    worker.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    worker.rest()
    worker.press(Qt.Key.Key_Return)
    worker.rest()


def accepted(worker: Person) -> None:
    """The likely step has the focus; its words are there already."""
    worker.open("受理")
    worker.save()
    worker.open("受理反馈")
    worker.type("电话告知双方已受理。")
    worker.save()


def whistled_for(worker: Person) -> None:
    worker.open("更多")
    worker.open("吹哨")
    worker.type("到现场测量改道走向")
    worker.fill(部门或人员="镇水利站")
    worker.save()
    worker.open("签到")
    worker.save()
    worker.open("答复")
    worker.type("已测量，可从东侧改道。")
    worker.save()


def planned(worker: Person) -> None:
    worker.open("更多")
    worker.open("制定方案（一案一策）")
    worker.type("出资比例谈不拢。")
    worker.fill(措施="双方出资改道")
    worker.save()
    worker.open("完成")
    worker.type("已改道。")
    worker.save()
    worker.open("记一次办理")
    worker.type("召集双方到村委会调解。")
    worker.save()
    worker.open("承办反馈")
    worker.type("告知正在调解。")
    worker.save()


def agreed(worker: Person, snapshot: Snapshot) -> None:
    """A written agreement over 1200 yuan in two instalments, both paid."""
    worker.open("达成协议")
    worker.fill(协议内容="李春兰补偿 1200 元，共同改建排水沟。", 履行方式="现金")
    worker.go_to("金额")
    worker.type("1200")
    for _instalment in range(2):
        worker.open("加一期")
        worker.type("600")
        worker.fill(付款人="李春兰")
    snapshot(worker.window, "4-agreeing")
    worker.save()
    snapshot(worker.window, "5-agreed")
    for _instalment in range(2):
        worker.open("已付")
        worker.type("现金")
        worker.save()


def concluded(worker: Person, snapshot: Snapshot) -> None:
    worker.open("办结")
    worker.choose("实质性办结")
    worker.choose("案结")
    worker.fill(结果怎样="已改道，双方和好。")
    snapshot(worker.window, "6-concluding")
    worker.save()
    worker.open("办结反馈")
    worker.type("告知已办结。")
    worker.save()
    snapshot(worker.window, "7-concluded")


def struck_off(other: Person, snapshot: Snapshot) -> None:
    """Another person finds it among those to strike off, and asks the people afterwards."""
    other.go_to("台账")
    for _shelf in range(3):
        other.press(Qt.Key.Key_Right)
    other.rest()
    other.go_to("矛盾纠纷")
    other.press(Qt.Key.Key_Home)
    other.press(Qt.Key.Key_Return)
    other.rest()
    other.open("销号")
    other.type("协议书、付款收据齐全。")
    other.save()
    other.open("回访")
    other.type("电话回访双方，都说没有再争。")
    other.choose("满意")
    snapshot(other.window, "8-follow-up")
    other.save()
    snapshot(other.window, "9-struck-off")


def holds_together(desk: Desk, id_: UUID) -> None:
    """What the keys have made of the case."""
    case = disputes.case(desk, id_)
    assert case is not None
    dispute = case.dispute
    assert (dispute.state, dispute.rating) == (State.STRUCK_OFF, Rating.SATISFIED)
    assert (dispute.amount_agreed, dispute.amount_paid) == (120_000, 120_000)
    assert dispute.matter_settled
    assert all(task.done_on for task in casework.tasks(desk, id_))
    assert [one.form for one in agreements.agreements(desk, id_)] == [AgreementForm.WRITTEN]
    assert tuple(event.kind for event in case.events) == TOLD
    assert [event.actor for event in case.events[-2:]] == ["唐调解", "唐调解"]
