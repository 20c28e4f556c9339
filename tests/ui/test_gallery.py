"""Every widget and the frame, drawn with sample data: nothing blank, nothing cut off."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit

from gridapp.ui.page import Page
from gridapp.ui.search_hits import Hit
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.bars import BarChart, BarRow
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import Columns, FlowLayout
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import button, link, words
from gridapp.ui.window import MainWindow, PageSpec
from tests.ui.conftest import Picture


@dataclass(frozen=True)
class Line:
    number: str
    title: str
    left: str
    tone: Tone
    households: int


LINES = tuple(
    Line(f"永坪-2026-{n:04}", title, left, tone, n * 7)
    for n, (title, left, tone) in enumerate(
        [
            ("曾村村 蒋家与唐家宅基地边界", "超期 2 天", Tone.RED),
            ("龙泉社区 物业费争议", "超期 1 天", Tone.RED),
            ("反馈二：黄永福与李春兰排水沟", "还剩 1 天", Tone.AMBER),
            ("王建军 8 月纠纷化解满 90 天", "回访", Tone.ACCENT),
            ("覃家分家：适宜先行调解", "已化解", Tone.GREEN),
            ("银洞村吹哨：县水利局未签到", "建议", Tone.NEUTRAL),
        ],
        start=1,
    )
)


class LedgerPage(Page):
    """Head, table, cards at the right: the shape of most screens."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.column.addWidget(
            PageHead(
                "永福镇矛盾纠纷排查化解工作周报",
                "2026 年第 47 期 · 11-16 至 11-22 · 草稿",
                (
                    button("预览", self.refresh),
                    button("导出 Word", self.refresh, icon="download"),
                    button("导出 Excel", self.refresh, icon="file-spreadsheet"),
                    button("送审定稿", self.refresh, primary=True),
                ),
            )
        )
        columns = Columns()
        self.table = DataTable(
            "台账",
            [
                Column("编号", lambda line: line.number, 140, sort="number"),
                Column("事项", lambda line: line.title, 150, stretch=1),
                Column("期限", lambda line: line.left, 100, tone=lambda line: line.tone),
                Column(
                    "户数",
                    lambda line: str(line.households),
                    70,
                    right=True,
                    ink=lambda _line: Tone.ACCENT,
                ),
            ],
            multi=True,
        )
        self.table.show_rows(LINES)
        self.table.choose_number(1)
        ledger = Card("要办的事", "按期限排列 · 6", flush=True)
        ledger.add(self.table)
        columns.add_left(ledger, 1)
        columns.add_right(self._round())
        columns.add_right(self._coverage())
        self.column.addWidget(columns, 1)

    def _round(self) -> Card:
        card = Card("第 4 轮集中排查", "还剩 8 天")
        line = ProgressLine("排查进度")
        line.show_count(4, 18, "已走访 4 / 18 户", "待补访 1")
        row = QHBoxLayout()
        row.addWidget(button("继续走访", self.refresh, primary=True))
        row.addWidget(link("看名单", self.refresh))
        row.addStretch(1)
        card.add(words("4 / 18 户", "figure"), line, row)
        return card

    def _coverage(self) -> Card:
        card = Card("排查覆盖")
        card.add_to_head(Chip("28 + 11 − 15 = 24 ✓", Tone.GREEN))
        chart = BarChart("排查覆盖")
        chart.show_rows(
            (
                BarRow("坪岭村", 0.96, "96%"),
                BarRow("银洞村", 1.0, "100%"),
                BarRow("曾村村", 0.71, "71%", Tone.AMBER),
            )
        )
        card.add(chart)
        return card


class FormPage(Page):
    """Fields, keys, the tree and an empty place."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.column.addWidget(PageHead("登记纠纷", "坪岭村 1-2 微网格"))
        form = Card("王建军 坪岭一屯5号")
        chips = FlowLayout()
        for tone in Tone:
            chips.addWidget(
                Chip("状态 " + {"red": "超期", "amber": "临期"}.get(tone, "正常"), tone)
            )
        phone = Field("电话", QLineEdit("138"), "11 位手机号，或带区号的固定电话")
        phone.show_error("电话号码不足 11 位，请核对后补全。")
        form.add(Field("事由", QLineEdit("排水沟争执")), phone, chips)
        keys = QHBoxLayout()
        for key, text, tone in (
            ("1", "无纠纷", Tone.GREEN),
            ("2", "有纠纷", Tone.RED),
            ("3", "不在家", Tone.AMBER),
        ):
            keys.addWidget(KeyButton(key, text, self.refresh, tone, scope=self))
        small = FlowLayout()
        small.addWidget(KeyButton("4", "不便接待", self.refresh, small=True, scope=self))
        small.addWidget(KeyButton("5", "已搬离", self.refresh, small=True, scope=self))
        form.add(keys, small)
        columns = Columns(280)
        columns.add_left(form)
        tree = UnitTree("网格树")
        tree.show_rows(
            [
                TreeRow("county", None, "永福县", "1985"),
                TreeRow("town", "county", "永福镇", "342"),
                TreeRow("village", "town", "坪岭村", "19"),
                TreeRow("cell", "village", "坪岭 1-2", "23 户", Tone.AMBER),
            ],
            open_levels=3,
        )
        tree.choose("village")
        grids = Card("网格树")
        grids.add(tree)
        columns.add_right(grids)
        empty = Card()
        empty.add(
            Empty(
                "circle-check",
                "还没有住户",
                "导入花名册，或逐户新增。",
                button("导入花名册", self.refresh),
            )
        )
        columns.add_right(empty)
        self.column.addWidget(columns, 1)


def window(services: Services) -> MainWindow:
    titles = (
        ("today", "clock", "今日", LedgerPage),
        ("screening", "house", "入户排查", FormPage),
        ("disputes", "file-text", "矛盾纠纷", LedgerPage),
        ("households", "users", "住户", LedgerPage),
        ("grids", "layout-grid", "网格", LedgerPage),
        ("receptions", "message-square", "接访", LedgerPage),
        ("reports", "chart-column", "报表", LedgerPage),
        ("sync", "refresh-cw", "同步", LedgerPage),
        ("settings", "settings", "设置", LedgerPage),
    )
    return MainWindow(
        services,
        "韦国平",
        "坪岭村 网格长",
        demo=True,
        pages=[PageSpec(*title) for title in titles],
        search=lambda _text: [
            Hit("黄永福", "坪岭一屯3号 · 138****2207", "households", 3),
            Hit("黄永福与李春兰排水沟纠纷", "永坪-2026-0117 · 办理中", "disputes", 117),
        ],
    )


def test_the_frame_with_a_ledger(qapp: QApplication, services: Services, picture: Picture) -> None:
    frame = window(services)
    frame.show_status("离线 3 天 · 12 条待上报", Tone.NEUTRAL)
    frame.go("today")
    picture(frame, "frame-ledger")


def test_the_frame_with_a_form_and_a_notice(
    qapp: QApplication, services: Services, picture: Picture
) -> None:
    frame = window(services)
    frame.show_status("2 条需要处理", Tone.RED)
    frame.go("screening")
    frame.services.recorded("04 莫文海 已记“不在家”", frame.undo_asked.emit)
    picture(frame, "frame-form")


def test_the_frame_with_its_keys(qapp: QApplication, services: Services, picture: Picture) -> None:
    frame = window(services)
    frame.go("grids")
    frame.show()
    frame._show_keys()
    picture(frame, "frame-keys")
