"""What a page may use: handed to each page by the frame, so that no page finds it by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gridapp.ui.background import Background
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
