"""A screen reader finds a name at everything that takes the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gridapp.store.tables import Member
from gridapp.ui.services import Services
from gridapp.usecases.desk import Desk
from tests.conflicts import one, put_conflict
from tests.ui.sync.conftest import Show, join
from tests.ui.sync.test_page import refuse_some


def test_everything_that_takes_the_focus_has_a_name(
    show: Show, desk: Desk, services: Services
) -> None:
    refuse_some(desk)
    put_conflict(desk, "member", one(desk, Member), "phone", "13900000002")
    join(desk, error="401.3 unknown_device")
    page = show(desk).page
    page.conflicts.other.click()
    page.refused.open_correction()
    nameless = [
        type(part).__name__
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not part.accessibleName()
    ]
    assert nameless == []
