"""The parts of screens do what they promise, by keyboard alone."""

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.background import Background, Progress
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.flow import Columns, FlowLayout
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.page_area import PageArea
from gridapp.ui.widgets.rows import as_tsv
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.strip import Strip
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import button, words
from gridapp.ui.widgets.work import WorkPanel


@dataclass(frozen=True)
class Case:
    id: int
    title: str


COLUMNS = (
    Column[Case]("编号", lambda case: str(case.id), right=True, sort="id"),
    Column[Case]("事项", lambda case: case.title, stretch=1),
)


def table(*rows: Case, multi: bool = True) -> DataTable[Case]:
    made = DataTable("台账", COLUMNS, identity=lambda case: case.id, multi=multi)
    made.show_rows(rows)
    made.show()
    return made


def test_enter_opens_the_chosen_row(qapp: QApplication) -> None:
    ledger, opened = table(Case(1, "甲"), Case(2, "乙")), []
    ledger.activated_row.connect(opened.append)
    ledger.choose(1)
    QTest.keyClick(ledger, Qt.Key.Key_Down)
    QTest.keyClick(ledger, Qt.Key.Key_Return)
    assert opened == [Case(2, "乙")]


def test_the_chosen_row_stays_chosen_when_rows_move(qapp: QApplication) -> None:
    ledger = table(Case(1, "甲"), Case(2, "乙"))
    ledger.choose(2)
    ledger.show_rows((Case(3, "丙"), Case(2, "乙二"), Case(1, "甲")))
    assert ledger.chosen() == Case(2, "乙二")


def test_who_has_scrolled_away_from_the_chosen_row_stays_there(qapp: QApplication) -> None:
    cases = [Case(number, "秦玉珍") for number in range(100)]
    made = table(*cases)
    made.resize(400, 200)
    made.show()
    made.choose(0)
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    made.show_rows(cases[:])
    bar, chosen = made.verticalScrollBar(), made.chosen()
    assert bar.value() == bar.maximum() > 0
    assert chosen is not None
    assert chosen.id == 0
    made.choose(99)
    made.show_rows([Case(-1, "黄永福"), *cases])
    assert made.viewport().rect().contains(made.visualRect(made.currentIndex()).center())


def test_a_page_does_not_jump_when_a_part_of_it_is_laid_anew(qapp: QApplication) -> None:
    page = QWidget()
    page.setFixedHeight(900)
    area = PageArea(page)
    area.resize(300, 200)
    area.show()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    lowest = bar.value()
    page.setFixedHeight(400)
    assert 0 < bar.value() < lowest
    page.setFixedHeight(900)
    assert bar.value() == lowest
    page.setFixedHeight(400)
    QApplication.processEvents()
    page.setFixedHeight(900)
    assert bar.value() < lowest, "what has become smaller for good is not waited for"


def test_several_rows_are_copied_as_a_table(qapp: QApplication) -> None:
    ledger = table(Case(1, "甲"), Case(2, "乙"))
    ledger.selectAll()
    QTest.keyClick(ledger, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "编号\t事项\n1\t甲\n2\t乙\n"


@pytest.mark.parametrize(
    ("typed", "copied"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+8613", "'+8613"),
        ("-x", "'-x"),
        ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
        ("＝1+1", "'＝1+1"),
        ("-3.5", "-3.5"),
        ("-", "-"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_a_copied_cell_is_never_a_formula(typed: str, copied: str) -> None:
    assert as_tsv(COLUMNS, (Case(1, typed),)) == f"编号\t事项\n1\t{copied}\n"


def test_a_heading_asks_the_query_to_sort(qapp: QApplication) -> None:
    ledger, asked = table(Case(1, "甲")), []
    ledger.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    header = ledger.horizontalHeader()
    for column in (0, 0, 1):
        at = header.sectionViewportPosition(column) + 5
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))
    assert [key for key, _ in asked] == ["id", "id"]
    assert asked[0][1] != asked[1][1]


def test_100_000_rows_scroll_without_a_stutter(qapp: QApplication) -> None:
    ledger = table(*(Case(number, f"第 {number} 件") for number in range(100_000)))
    ledger.resize(900, 600)
    bar = ledger.verticalScrollBar()
    slowest = 0.0
    for place in range(0, bar.maximum(), bar.maximum() // 20):
        began = time.perf_counter()
        bar.setValue(place)
        ledger.viewport().repaint()
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 0.1


def test_a_whole_table_is_as_tall_as_its_rows(qapp: QApplication) -> None:
    short = DataTable("表", COLUMNS, whole=True)
    short.show_rows([Case(1, "甲")])
    low = short.sizeHint().height()
    short.show_rows([Case(1, "甲"), Case(2, "乙"), Case(3, "丙")])
    assert short.sizeHint().height() == low + 2 * 32


def test_the_tree_keeps_what_was_chosen_and_open(qapp: QApplication) -> None:
    tree, chosen = UnitTree("网格树"), []
    rows = [TreeRow(1, None, "永福县", "3"), TreeRow(2, 1, "永福镇", "2"), TreeRow(3, 2, "坪岭村")]
    tree.show_rows(rows, open_levels=3)
    tree.chosen.connect(chosen.append)
    assert tree.choose(3)
    tree.show_rows([*rows, TreeRow(4, 2, "银洞村")])
    assert (tree.chosen_id(), chosen) == (3, [3])
    assert not tree.choose(99)
    county = tree.model().index(0, 0)
    township = tree.model().index(0, 0, county)
    tree.choose(1)
    tree.collapse(township)
    tree.show_rows(rows, open_levels=3)
    county = tree.model().index(0, 0)
    assert tree.isExpanded(county)
    assert not tree.isExpanded(tree.model().index(0, 0, county))


def test_a_key_presses_its_button_once(qapp: QApplication) -> None:
    page, pressed = QWidget(), []
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    row = QVBoxLayout(page)
    row.addWidget(KeyButton("1", "无纠纷", lambda: pressed.append(1), Tone.GREEN, scope=page))
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_1)
    assert pressed == [1]


def test_escape_leaves_the_innermost_part_once(qapp: QApplication) -> None:
    left: list[str] = []
    page, form, line = QWidget(), QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(form)
    QVBoxLayout(form).addWidget(line)
    bind_escape(page, lambda: left.append("page"))
    bind_escape(form, lambda: left.append("form"))
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == ["form"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert left == ["form", "page"]


def test_all_faults_of_a_form_are_shown_at_once(qapp: QApplication) -> None:
    form = QWidget()
    column = QVBoxLayout(form)
    fields = {name: Field(name, QLineEdit()) for name in ("name", "phone", "note")}
    for field in fields.values():
        column.addWidget(field)
    form.show()
    form.activateWindow()
    assert not show_errors(fields, {"phone": "请填 11 位。", "note": "请写明。"})
    assert [field.error.text() for field in fields.values()] == ["", "请填 11 位。", "请写明。"]
    assert form.focusWidget() is fields["phone"].control
    assert show_errors(fields, {})
    assert all(field.error.isHidden() for field in fields.values())


def test_a_notice_takes_no_focus_and_can_undo(qapp: QApplication) -> None:
    page, undone = QWidget(), []
    field = QLineEdit(page)
    page.resize(800, 400)
    page.show()
    page.activateWindow()
    field.setFocus()
    strip = Strip(page)
    strip.say("已记", action="撤销", act=lambda: undone.append(1))
    assert page.focusWidget() is field
    QTest.mouseClick(strip._link, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert strip.isHidden()


def test_the_right_column_goes_below_when_it_is_narrow(qapp: QApplication) -> None:
    columns = Columns()
    left, right = words("左"), words("右")
    columns.add_left(left)
    columns.add_right(right)
    columns.resize(1100, 400)
    columns.show()
    beside = right.mapTo(columns, right.rect().topLeft())
    columns.resize(600, 400)
    QTest.qWait(1)
    below = right.mapTo(columns, right.rect().topLeft())
    assert beside.x() > 700
    assert (below.x(), below.y() > left.geometry().bottom()) == (0, True)


def test_a_row_wraps_and_says_how_tall_it_gets(qapp: QApplication) -> None:
    row = QWidget()
    flow = FlowLayout(row, gap=10)
    for _number in range(4):
        part = QWidget()
        part.setFixedSize(100, 30)
        flow.addWidget(part)
    assert [flow.heightForWidth(width) for width in (430, 429, 210, 100)] == [30, 70, 70, 150]


def test_the_buttons_of_a_narrow_head_go_below_its_title(qapp: QApplication) -> None:
    head = PageHead("永福镇矛盾纠纷排查化解工作周报", "", (button("预览", QWidget().close),))
    assert head.heightForWidth(900) < head.heightForWidth(330)


class Requests(QObject):
    """Counts how often a widget is asked to be laid anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_head_with_buttons_comes_to_rest(qapp: QApplication) -> None:
    page, requests = QWidget(), Requests()
    head = PageHead("网格", "", (button("预览", page.close),))
    QVBoxLayout(page).addWidget(head)
    page.resize(900, 300)
    page.show()
    QTest.qWait(30)
    for part in (page, head):
        part.installEventFilter(requests)
    QTest.qWait(30)
    assert requests.count == 0


def test_long_work_shows_its_panel_until_it_is_over(background: Background) -> None:
    page, results = QWidget(), []
    panel = WorkPanel(background, "导入")
    QVBoxLayout(page).addWidget(panel)
    page.show()

    def work(progress: Progress) -> str:
        progress.report(3, 3)
        return "done"

    panel.start(work, results.append)
    assert panel.isVisible()
    assert background.wait_idle()
    assert (results, panel.isVisible()) == (["done"], False)


def test_a_code_without_a_sentence_is_shown_itself() -> None:
    assert "999.9 unheard" in messages.sentence("999.9 unheard")
