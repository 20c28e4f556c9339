"""What a page may use: handed to each page by the frame, so that no page finds it by itself."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gridapp.ui import messages
from gridapp.ui.background import Background, Cancelled
from gridapp.ui.changes import Changes


@dataclass(frozen=True)
class Services:
    """``desk`` is the person's ``gridapp.usecases.desk.Desk``, Any because it comes after paint.

    ``go(key, argument)`` opens another page. ``notify(sentence)`` shows a notice in the strip
    below the top bar, which never takes the focus; ``done(sentence)`` says there that something
    went well, ``recorded(sentence, undo)`` what was just saved and how to take it back.
    """

    background: Background
    changes: Changes
    desk: Any
    today: Callable[[], date]
    go: Callable[[str, object], None]
    notify: Callable[[str], None]
    done: Callable[[str], None]
    recorded: Callable[[str, Callable[[], object]], None]

    def show_failure(self, error: Exception) -> None:
        """A fault with a ``code`` becomes a sentence; anything else is our bug."""
        code = getattr(error, "code", None)
        if isinstance(code, str):
            self.notify(messages.sentence(code))
        elif not isinstance(error, Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)
