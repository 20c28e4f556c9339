"""What a source of ledgers is, as SQL, and where its rows belong in the grid tree."""

from dataclasses import dataclass, field

PLACES = """
WITH RECURSIVE place (id, name, level, parent, village, village_id, township, inside) AS (
    SELECT id, name, level, '', iif(level = 'village', name, ''),
           iif(level = 'village', id, NULL), iif(level = 'township', name, ''), id = :unit
    FROM unit WHERE parent_id IS NULL OR parent_id NOT IN (SELECT id FROM unit)
    UNION
    SELECT u.id, u.name, u.level, p.name, iif(u.level = 'village', u.name, p.village),
           iif(u.level = 'village', u.id, p.village_id),
           iif(u.level = 'township', u.name, p.township), p.inside OR u.id = :unit
    FROM unit u JOIN place p ON u.parent_id = p.id
)
"""
"""Every unit with its village and township, and whether it is the chosen one or below it."""

UNIT = "coalesce(nullif(p.village, ''), p.name)"
"""The village, or the unit itself where it is above one."""


@dataclass(frozen=True)
class LedgerTable:
    """A source. ``origin``: its FROM; ``always``: what holds for every row; ``day``: the day that a
    period is about, "" where things are listed as they are today; ``category``: what is compared
    with a category; ``order``: the usual order.
    """

    origin: str
    fields: dict[str, str]
    order: str
    day: str = ""
    category: str = "''"
    shelves: dict[str, str] = field(default_factory=dict)
    always: tuple[str, ...] = ("p.inside",)
