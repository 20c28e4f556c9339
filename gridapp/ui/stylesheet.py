"""The one style sheet. Screens carry roles (properties), never colours or sizes."""

from collections.abc import Callable

from gridapp.host.resources import resource
from gridapp.ui.tokens import DARK, Colors, Tone

_LIGHT_PICTURES = {"combo": "combo-light.svg", "tick": "tick-light.svg"}
_DARK_PICTURES = {"combo": "combo-dark.svg", "tick": "tick-dark.svg"}


def build(colors: Colors, px: Callable[[float], int]) -> str:
    """The style sheet of a theme; ``px`` scales a length at 100 % to the text size."""
    sizes = {
        f"p{size}": f"{px(size)}px" for size in (11, 12, 13, 14, 15, 16, 18, 20, 26, 28, 32, 36, 60)
    }
    files = _DARK_PICTURES if colors is DARK else _LIGHT_PICTURES
    pictures = {
        name: f'url("{resource("icons", file).as_posix()}")' for name, file in files.items()
    }
    values = {**colors._asdict(), **sizes, **pictures}
    sheet = _SHEET
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name};", f"{values[name]};").replace(
            f"@{name} ", f"{values[name]} "
        )
    return sheet + "".join(_tone(colors, tone) for tone in Tone)


def _tone(colors: Colors, tone: Tone) -> str:
    ink, soft = colors.ink(tone), colors.soft(tone)
    return f"""
QLabel[tone="{tone}"] {{ color: {ink}; }}
QLabel[chip="{tone}"] {{ color: {ink}; background: {soft}; }}
QPushButton[status="{tone}"] {{ color: {ink}; background: {soft}; }}
QPushButton[key="{tone}"] {{ border-color: {ink}; color: {ink}; }}
QPushButton[key="{tone}"]:hover {{ background: {soft}; }}
QFrame[notice="{tone}"] {{ background: {soft}; border-left: 4px solid {ink}; }}
"""


_SHEET = """
* { outline: none; }
QWidget { color: @text; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px; }
QMainWindow, QDialog, QWidget[role="page"] { background: @background; }
QFrame[role="rail"] QScrollArea, QFrame[role="rail"] QScrollArea > QWidget > QWidget {
  background: @surface; }
QScrollArea { border: none; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @p20; font-weight: 700; }
QLabel[role="figure"] { font-size: @p26; font-weight: 700; }
QLabel[role="heading"] { font-weight: 700; }
QLabel[role="muted"] { color: @muted; font-size: @p13; }
QLabel[role="error"] { color: @red; font-size: @p13; }
QLabel[chip] { font-size: @p13; border-radius: 5px; padding: 1px 8px; }
QLabel[role="initial"] { font-size: @p16; font-weight: 700; color: @on_accent;
  background: @accent; border-radius: @p18; min-width: @p36; max-width: @p36;
  min-height: @p36; max-height: @p36; qproperty-alignment: AlignCenter; }
QLabel[role="keycap"] { font-size: @p12; color: @muted; background: @background;
  border: 1px solid @line; border-radius: 4px; padding: 1px 6px; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
QFrame[role="rule"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="rail"] { background: @surface; border: none; border-right: 1px solid @line; }
QFrame[role="bar"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[role="panel"] { background: @surface; border: 1px solid @strong_line; border-radius: 10px; }
QWidget[role="sheet"] { background: @surface; }
QTextBrowser[role="help"] { border: 2px solid transparent; padding: 0; }
QTextBrowser[role="help"]:focus { border-color: @accent; }
QFrame[role="side"] { background: @surface; border: none; border-left: 1px solid @line; }
QFrame[notice] { border: none; border-bottom: 1px solid @line; }
QLabel[role="demo"] { background: @amber_soft; color: @amber; font-weight: 700;
  border: 1px solid @amber; border-radius: 6px; padding: 2px 10px; }

QPushButton { background: @surface; border: 1px solid @line; border-radius: 8px;
  padding: 7px 15px; min-height: @p20; }
QPushButton:hover { border-color: @strong_line; }
QPushButton:pressed { background: @accent_soft; }
QPushButton:focus { border: 2px solid @accent; padding: 6px 14px; }
QPushButton:disabled { color: @muted; background: @background; border-style: dashed; }
QPushButton[primary="true"] { background: @accent; color: @on_accent; border-color: @accent;
  font-weight: 700; }
QPushButton[primary="true"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid @text; }
QPushButton[primary="true"]:disabled { background: @background; color: @muted;
  border: 1px dashed @strong_line; }
QPushButton[flat_link="true"] { background: transparent; border: 1px solid transparent;
  color: @accent; padding: 3px 5px; font-weight: 700; }
QPushButton[flat_link="true"]:hover { background: @accent_soft; }
QPushButton[flat_link="true"]:focus { border: 2px solid @accent; padding: 2px 4px; }
QPushButton[status] { border-radius: 13px; padding: 3px 12px; font-size: @p13; }
QPushButton[status]:focus { padding: 2px 11px; }
QPushButton[key] { font-size: @p16; font-weight: 700; min-height: @p60; border-radius: 10px;
  padding: 4px 14px; }
QPushButton[key]:focus { border-width: 3px; padding: 2px 12px; }
QPushButton[small="true"] { font-size: @p14; font-weight: 400; min-height: @p36; }
QPushButton[tight="true"] { min-height: @p28; padding: 1px 8px; }
QPushButton[chosen="true"], QPushButton[choice="true"]:checked { background: @accent_soft;
  border-color: @accent; color: @accent; font-weight: 700; }

QToolButton[rail="true"] { background: transparent; border: 2px solid transparent;
  border-radius: 8px; color: @muted; font-size: @p12; padding: 4px 2px; }
QToolButton[rail="true"]:hover { background: @background; }
QToolButton[rail="true"]:checked { background: @accent_soft; color: @accent; font-weight: 700; }
QToolButton[rail="true"]:focus { border-color: @accent; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 3px; }
QToolButton:hover { background: @accent_soft; }
QToolButton:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: @surface; border: 1px solid @strong_line; border-radius: 8px; padding: 6px 10px;
  min-height: @p20; selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus { border: 2px solid @accent; padding: 5px 9px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
QDateEdit[wrong="true"] { border: 2px solid @red; padding: 5px 9px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: @muted;
  background: @background; border-color: @line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 8px; min-height: 0;
  background: transparent; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: @combo ; width: @p16; height: @p16; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @strong_line;
  selection-background-color: @accent_soft; selection-color: @text; }
QLineEdit[role="cell"], QLineEdit[role="cell"]:focus { border: 2px solid @accent;
  border-radius: 0; padding: 0 8px; min-height: 0; }
QLineEdit[role="search"] { border: 1px solid @line; }
QLineEdit[role="search"]:focus { border: 2px solid @accent; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent;
  border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: @accent; }
QCheckBox::indicator, QListView::indicator { width: @p16; height: @p16; border-radius: 4px;
  background: @surface; border: 1px solid @strong_line; }
QCheckBox::indicator:checked, QListView::indicator:checked { image: @tick ; background: @accent;
  border-color: @accent; }
QCheckBox::indicator:disabled { background: @background; border-style: dashed; }

QTableView, QTreeView, QListView { background: @surface; border: 2px solid transparent;
  border-radius: 8px; gridline-color: @line; selection-background-color: @accent_soft;
  selection-color: @text; alternate-background-color: @surface; }
QTableView:focus, QTreeView:focus, QListView:focus { border-color: @accent; }
QListView[role="board"] { background: transparent; }
QTreeView::item, QListView::item { min-height: @p28; padding: 1px 6px; border: none; }
QTreeView::item:selected, QListView::item:selected { background: @accent_soft; color: @accent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; font-size: @p13; border: none;
  border-bottom: 1px solid @line; padding: 4px 10px; min-height: @p26; }
QTableCornerButton::section { background: @surface; border: none; }

QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 14px;
  border: 2px solid transparent; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; font-weight: 700; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { border: 2px solid @accent; border-radius: 6px; }
QTabWidget::pane { border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @strong_line; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMenu { background: @surface; border: 1px solid @strong_line; padding: 4px; }
QMenu::item { padding: 6px 20px; border-radius: 4px; }
QMenu::item:selected { background: @accent_soft; color: @accent; }
"""
