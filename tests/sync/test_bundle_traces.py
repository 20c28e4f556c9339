"""What goes by stick leaves no more behind on a laptop, nor at a county, than by network."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest
import zstandard
from sqlmodel import select

from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.store import forgetting
from gridapp.store.bookkeeping import BatchRow
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2
from tests.sync.laptops import Laptop, breaking, household
from tests.sync.sticks import Stick
from tests.sync.test_files import PHOTO, ask_for, attach, content_of, row_of, sealed
from tests.sync.test_forgetting import CANARY, erase, traces


def test_bytes_of_a_case_that_left_by_stick_leave_too(
    village: Laptop, leader: Laptop, stick: Stick
) -> None:
    seen = attach(village, PHOTO)
    village.sync()
    leader.sync()
    ask_for(leader, seen)
    leader.sync()
    mine = attach(leader, PHOTO[::-1])
    assert stick.exchange(leader).problem is None
    village.sync()
    for record in (seen, mine):
        village.change("attachment", record.id, unit_id=MICRO_2)
    village.sync()
    assert stick.exchange(leader).problem is None
    assert (content_of(leader, seen), content_of(leader, mine)) == (None, PHOTO[::-1])
    assert len(sealed(leader)) == 1, "nobody else has those that wait for a line"


def test_bytes_of_what_was_erased_by_law_go_with_the_stick_that_says_so(
    leader: Laptop, stick: Stick, county: County
) -> None:
    """The county has no use for them, and no line will come to say so."""
    mine, same = attach(leader, PHOTO), attach(leader, PHOTO)
    other = attach(leader, PHOTO[::-1])
    assert stick.exchange(leader).pushed == 6
    erase(county, ("attachment", mine.id), ("attachment", other.id))
    assert stick.exchange(leader).problem is None
    assert content_of(leader, same) == PHOTO
    assert len(sealed(leader)) == 1
    erase(county, ("attachment", same.id))
    assert stick.exchange(leader).problem is None
    assert (sealed(leader), traces(leader)) == ([], 0)


def begun(laptop: Laptop) -> bytes:
    """What is in the batch that was on the line when it broke, unpacked."""
    with laptop.store.session() as session:
        bodies = session.exec(select(BatchRow.body)).all()
    return b"".join(zstandard.decompress(body) for body in bodies)


@pytest.fixture
def cut_off(leader: Laptop) -> UUID:
    """A household of the leader's that was on the line when it broke for good."""
    home = leader.create("household", household(MICRO_1, note=CANARY))
    leader.line.broken = breaking("before", "/push")
    assert leader.sync().problem == "sync.offline"
    assert CANARY.encode() in begun(leader)
    return home


@pytest.mark.parametrize("by_law", [False, True], ids=["moved", "erased"])
def test_a_batch_on_the_line_that_a_stick_settled_keeps_nothing_of_what_goes(
    by_law: bool,
    village: Laptop,
    leader: Laptop,
    cut_off: UUID,
    stick: Stick,
    county: County,
) -> None:
    assert stick.exchange(leader).pushed == 1
    if by_law:
        erase(county, ("household", cut_off))
    else:
        village.sync()
        village.change("household", cut_off, unit_id=MICRO_2)
        village.sync()
    assert stick.exchange(leader).problem is None
    assert (leader.ids("household"), leader.states()) == (set(), ["forgotten"])
    assert (begun(leader), traces(leader)) == (b"", 0)


def test_a_line_that_comes_back_after_months_of_sticks_is_not_held_up(
    leader: Laptop, cut_off: UUID, stick: Stick, clock: Clock
) -> None:
    assert stick.exchange(leader).pushed == 1
    leader.create("household", household(MICRO_1))
    assert stick.exchange(leader).pushed == 1
    clock.move(days=forgetting.KEPT.days + 1)
    with leader.store.session() as session:
        forgetting.purge(session, leader.now(), backed_up=2)
    leader.create("household", household(MICRO_1))
    result = leader.sync()
    assert (result.problem, result.pushed) == (None, 1)
    assert "waiting" not in leader.states()


def test_a_county_that_a_stick_found_restored_is_offered_all_files_again(
    village: Laptop, stick: Stick, tmp_path: Path, clock: Clock
) -> None:
    shutil.copytree(tmp_path / "county", tmp_path / "backup")
    photo = attach(village, PHOTO)
    village.sync()
    assert row_of(village, photo).settled  # type: ignore[union-attr]
    stick.county = restored = open_county(clock, tmp_path / "backup")
    assert stick.exchange(village).problem == "409.1 dseq_gap"
    assert not row_of(village, photo).settled  # type: ignore[union-attr]
    restored.close()
