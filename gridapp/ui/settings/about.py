"""About: which version this is, and whose work is in it."""

import platform
from importlib.metadata import version

from PySide6.QtCore import qVersion

from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.words import words

PARTS = (
    "Qt / PySide6 (LGPL-3.0) · SQLCipher (BSD-3-Clause) · SQLModel, SQLAlchemy, Alembic (MIT) · "
    "libsodium / PyNaCl (ISC, Apache-2.0) · httpx2 (BSD-3-Clause) · calamine (MIT) · "
    "XlsxWriter (BSD-2-Clause) · python-docx (MIT) · python-stdnum (LGPL-2.1) · "
    "msgspec, zstandard (BSD-3-Clause) · Pillow (MIT-CMU) · Lucide (ISC)"
)
"""As in ``resources/docs/dependencies.md``; the full texts lie in the folder ``licences``."""


class AboutCard(Card):
    """Nothing to set."""

    def __init__(self) -> None:
        super().__init__(self.tr("About"), version("gridapp"))
        running = f"Python {platform.python_version()} · Qt {qVersion()}"
        self.add(
            words(running, "muted", wrap=True),
            words(self.tr("With parts of others, under their licences:"), "muted", wrap=True),
            words(PARTS, "muted", wrap=True),
        )
