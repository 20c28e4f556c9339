"""The grid tree as the county keeps it beside the units' records."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from gridapp.domain.sync.chain import link
from gridapp.domain.sync.scope import Tree, UnitNode
from gridapp.server.database import driver
from gridapp.server.database.tables import feed_counter, unit_node

TREE_LOCK = UUID(int=0)
"""The counter row that whoever changes the tree holds, so that no record lands in an old feed.

Its chain names the tree as it stands.
"""


def load(connection: Connection) -> Tree:
    """The whole tree, about two thousand units: to read; a copy may be changed.

    The connection remembers it for as long as nobody has changed it.
    """
    row = driver.ask(
        connection, "SELECT seq, chain FROM feed_counter WHERE feed = ?", TREE_LOCK.bytes
    )
    known: tuple[Any, Tree] | None = connection.info.get("tree")
    if known is not None and known[0] == row:
        return known[1]
    rows = driver.ask(connection, "SELECT id, parent_id, level FROM unit_node")
    tree = Tree(
        {
            UUID(bytes=unit): UnitNode(UUID(bytes=parent) if parent else None, level)
            for unit, parent, level in rows
        }
    )
    connection.info["tree"] = (row, tree)
    return tree


def keep(connection: Connection, nodes: Mapping[UUID, UnitNode]) -> None:
    """Add units, or put them elsewhere."""
    if not nodes:
        return
    rows = [
        (unit.bytes, node.parent_id.bytes if node.parent_id else None, node.level)
        for unit, node in nodes.items()
    ]
    driver.upsert(connection, unit_node, rows)
    _rename(connection, nodes)


def _rename(connection: Connection, nodes: Mapping[UUID, UnitNode]) -> None:
    question = "SELECT seq, chain FROM feed_counter WHERE feed = ?"
    question += " FOR UPDATE" if driver.is_postgresql(connection) else ""
    [(seq, chain)] = driver.ask(connection, question, TREE_LOCK.bytes) or [(0, "")]
    changed = [[str(u), str(node.parent_id), node.level] for u, node in nodes.items()]
    driver.upsert(connection, feed_counter, [(TREE_LOCK.bytes, seq + 1, link(chain, changed))])
