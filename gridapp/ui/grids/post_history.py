"""Who has led a unit, as a table: holders, stand-ins, and the days on which nobody did."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from gridapp.domain.grids.posts import Vacancy, vacancies
from gridapp.store.grids.posts import PostLine
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

translate = QCoreApplication.translate
Held = PostLine | Vacancy


def history_table() -> DataTable[Held]:
    """The newest first."""
    columns = (
        Column[Held](translate("posts", "Full name"), _name, 112, stretch=1, ink=_ink),
        Column[Held](translate("posts", "Identity"), _identity, 90, stretch=1),
        Column[Held](translate("posts", "Phone"), _phone, 112),
        Column[Held](translate("posts", "Held from"), lambda held: held.since.isoformat(), 100),
        Column[Held](translate("posts", "Held until"), _until, 100),
    )
    title = translate("posts", "Who has led this grid")
    return DataTable(title, columns, identity=_identify, whole=True)


def with_vacancies(posts: Sequence[PostLine], today: date) -> list[Held]:
    """Posts and vacancies in one row, the newest first."""
    held: list[Held] = [*posts, *vacancies(posts, today)]
    return sorted(held, key=lambda one: one.since, reverse=True)


def post_text(post: PostLine) -> str:
    """``王桂英（代理） · 党员 · 13800000099``."""
    parts = (_name(post), names.identity(post.identity), post.phone)
    return " · ".join(filter(None, parts))


def _identify(held: Held) -> object:
    return held if isinstance(held, Vacancy) else held.id


def _name(held: Held) -> str:
    if isinstance(held, Vacancy):
        return translate("posts", "vacant")
    stands_in = translate("posts", "{name} (stands in)").format(name=held.holder)
    return stands_in if held.stands_in else held.holder


def _identity(held: Held) -> str:
    return "—" if isinstance(held, Vacancy) else names.identity(held.identity)


def _phone(held: Held) -> str:
    return "—" if isinstance(held, Vacancy) else held.phone or "—"


def _until(held: Held) -> str:
    if held.until is not None:
        return held.until.isoformat()
    return "—" if isinstance(held, Vacancy) else translate("posts", "in office")


def _ink(held: Held) -> Tone | None:
    return Tone.RED if isinstance(held, Vacancy) else None
