"""The grid tree as the county keeps it beside the units' records."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from gridapp.domain.scope import Tree, UnitNode
from gridapp.server.tables import unit_node

TREE_LOCK = UUID(int=0)
"""The counter row that whoever changes the tree holds, so that no record lands in an old feed."""


def load(connection: Connection) -> Tree:
    """The whole tree: about two thousand units."""
    rows = connection.execute(select(unit_node.c.id, unit_node.c.parent_id, unit_node.c.level))
    return Tree({unit: UnitNode(parent, level) for unit, parent, level in rows})


def keep(connection: Connection, nodes: Mapping[UUID, UnitNode]) -> None:
    """Add units, or put them elsewhere."""
    if not nodes:
        return
    connection.execute(delete(unit_node).where(unit_node.c.id.in_(list(nodes))))
    connection.execute(
        insert(unit_node),
        [{"id": u, "parent_id": node.parent_id, "level": node.level} for u, node in nodes.items()],
    )
