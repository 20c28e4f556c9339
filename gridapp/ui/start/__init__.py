"""Makes the QApplication: input method, garbage, translations, theme."""

import os
from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from gridapp.host.resources import resource
from gridapp.ui import theme
from gridapp.ui.collector import Collector


def make_application(
    argv: Sequence[str], *, dark: bool = False, text_percent: int = 100
) -> QApplication:
    """The one application object, speaking Chinese, in the theme."""
    choose_input_method(os.environ)
    app = QApplication([*argv, *theme.STYLE])
    app.setApplicationName("gridapp")
    Collector(app).start()
    load_translations(app)
    theme.apply(app, dark, text_percent)
    return app


def choose_input_method(environ: MutableMapping[str, str]) -> None:
    """Qt's wheel has no fcitx plugin, but fcitx answers to ibus: Chinese can be typed so."""
    if environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        environ["QT_IM_MODULE"] = "ibus"


def load_translations(app: QCoreApplication) -> None:
    """Our catalogue, and Qt's own words (OK, Cancel, file dialogs)."""
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt_folder, "qtbase_zh_CN"), (str(resource("i18n")), "zh_CN")):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
