"""Choosing the category of a dispute: ten big buttons for what villages meet, the rest below."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.contract.codes import CATEGORIES, COMMON_CATEGORIES, category_name
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import set_property, words

KEYS = "1234567890"


class CategoryChooser(QWidget):
    """``changed`` when the person chose, ``unfolded`` when all categories are shown.

    The keys 1 to 9 and 0 work inside ``scope``.
    """

    changed = Signal()
    unfolded = Signal()

    def __init__(self, scope: QWidget) -> None:
        super().__init__()
        self._code = ""
        self._buttons: dict[str, KeyButton] = {}
        self.more = KeyButton("+", self.tr("More"), self._open_tree, small=True, scope=scope)
        self.tree = UnitTree(self.tr("All categories"))
        self.tree.show_rows(_rows(), open_levels=1)
        self.tree.setMinimumHeight(180)
        self.tree.chosen.connect(self._from_tree)
        self.tree.hide()
        self._chosen = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._grid(scope), self.tree, self._chosen):
            column.addWidget(part)
        self._chosen.hide()

    def code(self) -> str:
        """The chosen category, "" when none is."""
        return self._code

    def choose(self, code: str) -> None:
        """Mark a category as chosen; "" for none."""
        self._code = code
        for known, made in self._buttons.items():
            set_property(made, "chosen", known == code)
        set_property(self.more, "chosen", bool(code) and code not in self._buttons)
        self._chosen.setText(self.tr("Chosen: {name}").format(name=category_name(code)))
        self._chosen.setVisible(bool(code) and code not in self._buttons)
        if code in self._buttons:
            self.tree.hide()

    def _grid(self, scope: QWidget) -> EvenGrid:
        grid = EvenGrid(196)
        for key, code in zip(KEYS, COMMON_CATEGORIES, strict=True):
            pressed = partial(self._pick, code)
            made = KeyButton(key, leaf_name(code), pressed, Tone.NEUTRAL, small=True, scope=scope)
            grid.add(_even(made))
            self._buttons[code] = made
        grid.add(_even(self.more))
        return grid

    def _pick(self, code: str) -> None:
        self.choose(code)
        self.changed.emit()

    def _open_tree(self) -> None:
        self.tree.setVisible(not self.tree.isVisible())
        if self.tree.isVisible():
            self.tree.setFocus()
            self.unfolded.emit()

    def _from_tree(self, code: str) -> None:
        _group, leaves = CATEGORIES.get(code[:2], ("", {}))
        if code in leaves:
            self._pick(code)


def leaf_name(code: str) -> str:
    """``用水排水通行通风采光`` for 0201; 其他 takes the name of its group."""
    group, leaves = CATEGORIES.get(code[:2], (code, {}))
    leaf = leaves.get(code, group)
    return group if leaf == "其他" else leaf


def _even(made: KeyButton) -> KeyButton:
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    made.setSizePolicy(policy)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _rows() -> list[TreeRow]:
    rows = []
    for group, (name, leaves) in CATEGORIES.items():
        alone = list(leaves) == [group]
        rows.append(TreeRow(group, None, name))
        if not alone:
            rows += [TreeRow(code, group, leaf) for code, leaf in leaves.items()]
    return rows
