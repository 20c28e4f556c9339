"""The tokens keep their promises: contrast, icons, text sizes, no colours in screens."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gridapp.host.resources import resource
from gridapp.ui import icons, theme
from gridapp.ui.start import choose_input_method
from gridapp.ui.tokens import DARK, LIGHT, Colors, Tone, current

UI = Path(theme.__file__).parent


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_every_word_can_be_read(colors: Colors) -> None:
    pairs = [(colors.text, colors.accent_soft), (colors.on_accent, colors.accent)]
    pairs += [(colors.muted, colors.accent_soft), (colors.on_accent, colors.accent_hover)]
    for ink in (colors.text, *(colors.ink(tone) for tone in Tone)):
        pairs += [(ink, colors.surface), (ink, colors.background)]
    pairs += [(colors.ink(tone), colors.soft(tone)) for tone in Tone]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_the_edges_of_inputs_and_the_focus_ring_can_be_seen(colors: Colors) -> None:
    edges = [(colors.strong_line, colors.surface), (colors.accent, colors.background)]
    assert [pair for pair in edges if contrast(*pair) < 3] == []


def test_text_grows_to_twice_its_size(qapp: QApplication) -> None:
    theme.apply(qapp, False, 200)
    assert (qapp.font().pixelSize(), current().px(32)) == (28, 64)
    theme.apply(qapp, False, 300)
    assert current().text_percent == 200


def test_a_look_put_on_again_asks_for_each_font_once(qapp: QApplication) -> None:
    for _twice in range(2):
        theme.apply(qapp, False, 100)
    assert len(qapp.font().families()) == len(set(qapp.font().families()))


def test_the_style_sheet_leaves_no_token_open(qapp: QApplication) -> None:
    assert re.findall(r"@\w+", qapp.styleSheet()) == []


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    label = QLabel()
    icons.put(label, "house")
    before = label.pixmap().toImage()
    theme.apply(qapp, True, 100)
    assert label.pixmap().toImage() != before


def test_the_icon_of_a_button_leaves_room_before_the_word(qapp: QApplication) -> None:
    button = QPushButton("导出")
    icons.put(button, "download", side=20)
    assert button.iconSize().width() > button.iconSize().height() == 20


def test_every_icon_that_is_named_is_shipped() -> None:
    shipped = {path.stem for path in icons.resource("icons").glob("*.svg")}
    named = set()
    for path in UI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:icon=|icons\.put\(\w+, |Empty\(\s*)"([a-z0-9-]+)"', text))
    assert named - shipped == set()


def test_screens_hold_no_colours() -> None:
    own = {"tokens.py", "stylesheet.py"}
    strays = [
        f"{path.name}: {stray}"
        for path in UI.rglob("*.py")
        if path.name not in own
        for stray in re.findall(r'"#[0-9A-Fa-f]{6}"|setStyleSheet\(".*', path.read_text("utf-8"))
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("said", "meant"), [("fcitx5", "ibus"), ("fcitx", "ibus"), ("ibus", "ibus")]
)
def test_fcitx_is_reached_through_ibus(said: str, meant: str) -> None:
    environ = {"QT_IM_MODULE": said}
    choose_input_method(environ)
    assert environ == {"QT_IM_MODULE": meant}


def test_every_icon_that_is_shipped_is_shown_somewhere() -> None:
    shown = "\n".join(file.read_text("utf-8") for file in UI.rglob("*.py"))
    shipped = {file.stem for file in resource("icons").glob("*.svg")}
    asked_for = set(re.findall(r"[\"'/]([a-z0-9-]+)(?:[\"']|\.svg)", shown))
    assert shipped - asked_for == set()
