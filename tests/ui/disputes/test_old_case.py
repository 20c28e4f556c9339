"""An old case is entered from paper with its whole history; a step at fault is named."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.contract.disputes import Conclusion, EventKind, State
from gridapp.store.disputes.disputes import Shelf
from gridapp.ui.acts.rows import Rows
from gridapp.ui.disputes import DisputesPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from tests.desks import TODAY
from tests.ui.conftest import Picture
from tests.ui.keyboard import open_page
from tests.ui.pages import AtDesk

STORY = (
    (EventKind.ACCEPTED, "2026-03-04", "何支书", "受理", ""),
    (EventKind.HANDLED, "2026-03-20", "何支书", "现场调解", ""),
    (EventKind.CONCLUDED, "2026-03-28", "何支书", "达成和解", Conclusion.SUBSTANTIVE),
    (EventKind.STRUCK_OFF, "2026-04-02", "何支书", "材料齐全", ""),
)


def test_a_case_on_paper_comes_in_with_every_step(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    page = DisputesPage(at_desk(desk))
    qtbot.addWidget(page)
    keyboard = open_page(page)
    page.start_new()
    keyboard.rest()
    page.new_case.old.click()
    keyboard.rest()
    form = page.old_case.form
    for name, value in {
        "category": "0902",
        "first": "蒋志强",
        "second": "欧阳明",
        "title": "蒋志强与欧阳明宅基地旧案",
        "happened": "2026-02-20",
        "registered": "2026-03-01",
        "receiver": "覃老支书",
        "summary": "界石被移。",
    }.items():
        form.inputs[name].put_back(value)
    steps = form.inputs["steps"]
    assert isinstance(steps, Rows)
    names = ("kind", "date", "actor", "text", "conclusion")
    steps.put_back([dict(zip(names, map(str, row), strict=True)) for row in STORY])
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert form.fault.text().startswith("第 4 行："), "the handler strikes nothing off"
    assert len(disputes.ledger(desk, Shelf.ALL)) == 5
    picture(page, "old-case")
    steps.rows[3][1]["actor"][1].put_back("莫所长")
    form.submit()
    keyboard.rest()
    (found,) = (one for one in disputes.ledger(desk, Shelf.ALL) if "旧案" in one.title)
    case = disputes.case(desk, found.id)
    assert case is not None
    assert case.dispute.state == State.STRUCK_OFF
    assert (case.dispute.occurred_on, case.dispute.registered_on) == (
        date(2026, 2, 20),
        date(2026, 3, 1),
    )
    assert [(event.actor, event.kind) for event in case.events][1:] == [
        *(("何支书", kind) for kind, *_ in STORY[:3]),
        ("莫所长", EventKind.STRUCK_OFF),
    ]
    assert {event.recorded_at.date() for event in case.events} == {TODAY}, "both days are kept"
    assert page.case.title.text() == found.title
