"""The look: Fusion, a palette and one style sheet, made from the tokens and the text size."""

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from gridapp.ui import stylesheet
from gridapp.ui.tokens import DARK, LIGHT, Colors, Theme, current, put_in_force

__all__ = ["Theme", "apply", "current"]

STYLE = ("-style", "fusion")
"""Arguments for QApplication: ``setStyle`` would load QStyle, 5 ms before the first paint."""

BODY_PX = 14
"""Body text at 100 %; every other size is a multiple of the same scale."""

FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "PingFang SC",
)


def apply(app: QApplication, dark: bool, text_percent: int) -> None:
    """Dress the whole application, now and again whenever the person changes the settings."""
    theme = Theme(DARK if dark else LIGHT, max(100, min(200, text_percent)))
    put_in_force(theme)
    app.setFont(_font(theme))
    app.setPalette(_palette(theme.colors))
    sheet = stylesheet.build(theme.colors, theme.px)
    before = app.styleSheet()
    if before != sheet:
        app.setStyleSheet(sheet)
    if before not in ("", sheet):  # icons are shown already
        from gridapp.ui import icons

        icons.retint()


def _font(theme: Theme) -> QFont:
    font = QFont()
    font.setFamilies(list(dict.fromkeys([*FAMILIES, *QFont().families()])))
    font.setPixelSize(theme.px(BODY_PX))
    return font


def _palette(colors: Colors) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colors.background,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.Base: colors.surface,
        QPalette.ColorRole.AlternateBase: colors.background,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.Button: colors.surface,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.BrightText: colors.red,
        QPalette.ColorRole.Highlight: colors.accent_soft,
        QPalette.ColorRole.HighlightedText: colors.text,
        QPalette.ColorRole.PlaceholderText: colors.muted,
        QPalette.ColorRole.ToolTipBase: colors.surface,
        QPalette.ColorRole.ToolTipText: colors.text,
        QPalette.ColorRole.Link: colors.accent,
        QPalette.ColorRole.LinkVisited: colors.accent,
        QPalette.ColorRole.Mid: colors.line,
        QPalette.ColorRole.Dark: colors.line,
        QPalette.ColorRole.Light: colors.surface,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.muted))
    return palette
