"""Thousands of ids in one piece of memory are read as any list of ids."""

from uuid import UUID

import pytest

from gridapp.store.disputes.disputes import Shelf, SortBy
from gridapp.store.many_ids import ManyIds
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes

CROSSWISE = UUID(bytes=bytes(8) + b"\1" * 8)
"""Its bytes also stand across the two ids before it."""
IDS = [UUID(bytes=b"\2" * 8 + bytes(8)), UUID(bytes=b"\1" * 8 + bytes(8)), CROSSWISE]
MANY = ManyIds(b"".join(one.bytes for one in IDS))


def test_many_ids_are_a_sequence_of_ids() -> None:
    assert list(MANY) == IDS
    assert [MANY[-1], *MANY[:2], len(MANY)] == [IDS[2], *IDS[:2], 3]
    assert [MANY.index(one) for one in IDS] == [0, 1, 2]
    assert UUID(int=0) not in MANY
    with pytest.raises(ValueError, match="0000"):
        MANY.index(UUID(int=0))
    with pytest.raises(IndexError):
        MANY[3]


@pytest.mark.parametrize("by", SortBy)
@pytest.mark.parametrize("descending", [False, True])
def test_the_ids_of_the_ledger_stand_in_the_order_of_its_lines(
    desk: Desk, by: SortBy, descending: bool
) -> None:
    order = (by, descending)
    lines = disputes.ledger(desk, Shelf.ALL, order)
    assert lines
    assert list(disputes.ledger_ids(desk, Shelf.ALL, order)) == [line.id for line in lines]
