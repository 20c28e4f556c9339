"""The chip, the card of Today and the sync page count alike."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync.outbox import State
from gridapp.store.tables import Member
from gridapp.ui.services import Services
from gridapp.ui.sync import line
from gridapp.ui.today.beside import SyncCard
from gridapp.usecases import today
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.conflicts import one, put_conflict
from tests.ui.sync.conftest import Show, join
from tests.ui.sync.test_page import refuse_some


def test_one_set_aside_two_refused_and_one_conflict_are_four_everywhere(
    show: Show, desk: Desk, services: Services
) -> None:
    refuse_some(desk)
    party = one(desk, ChangeRow, kind="party")
    aside = {"state": State.QUARANTINED, "problem": "422.3 quarantined"}
    with desk.store.session() as session:
        session.execute(update(ChangeRow).where(col(ChangeRow.dseq) == party.dseq).values(**aside))
    put_conflict(desk, "member", one(desk, Member), "name", "韦国萍")
    join(desk)
    page = show(desk).page
    assert (page.state.refused.text(), page.state.conflicts.text()) == ("3", "1")
    assert (len(page.refused.table.rows), len(page.conflicts.table.rows)) == (3, 1)
    assert line.shown(sync.status(desk), desk.now())[0] == page.state.chip.text() == "4 条需要处理"
    card = SyncCard(lambda: None)
    card.show_line(today.agenda(desk).totals, timedelta())
    assert card.refused.text() == "3 条县里没有收下"
    assert card.conflicts.text().startswith("1 ")
    card.deleteLater()
