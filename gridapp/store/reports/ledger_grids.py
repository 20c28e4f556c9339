"""The grid tree as a source of ledgers: micro-grids, and who holds a post."""

from gridapp.store.reports.ledger_table import LedgerTable

_PEOPLE = "FROM member WHERE unit_id = u.id AND residence NOT IN ('moved', 'dead')"
_NOW = "o.since <= :today AND (o.until IS NULL OR o.until >= :today)"


def _held(what: str, unit: str) -> str:
    """What the leaders of a unit have today, several joined."""
    return f"""(SELECT group_concat({what}, '、' ORDER BY o.since, o.id) FROM post o
        WHERE o.unit_id = {unit} AND o.kind IN ('micro_leader', 'grid_leader')
        AND NOT o.stands_in AND {_NOW})"""  # noqa: S608 - nothing of a person is in it


GRIDS = LedgerTable(
    origin="FROM unit u JOIN place p ON p.id = u.id",
    always=("p.inside", "u.level IN ('micro', 'dedicated')", "coalesce(u.until, :today) >= :today"),
    order="p.township, p.village, u.level = 'dedicated', u.place, u.code, u.name, u.id",
    category="u.level",
    shelves={
        "led": f"{_held('o.holder', 'u.id')} IS NOT NULL",
        "vacant": f"{_held('o.holder', 'u.id')} IS NULL",
    },
    fields={
        "unit": "p.village",
        "township": "p.township",
        "above": "p.parent",
        "code": "u.code",
        "name": "u.name",
        "range": "u.group_name",
        "households": "(SELECT count(*) FROM household WHERE unit_id = u.id AND until IS NULL)",
        "members": f"(SELECT count(*) {_PEOPLE})",
        "leader": _held("o.holder", "u.id"),
        "identity": _held("o.identity", "u.id"),
        "phone": _held("nullif(o.phone, '')", "u.id"),
        "since": _held("o.since", "u.id"),
        "grid_leader": _held("o.holder", "p.village_id"),
        "contact": "u.contact",
        "kind": "u.level",
    },
)

POSTS = LedgerTable(
    origin="FROM post o JOIN place p ON p.id = o.unit_id",
    order="p.township, p.village, p.name, o.kind, o.since, o.id",
    category="o.kind",
    shelves={"now": _NOW, "ended": "o.until < :today"},
    fields={
        "unit": "p.name",
        "township": "p.township",
        "village": "p.village",
        "kind": "o.kind",
        "holder": "o.holder",
        "identity": "o.identity",
        "phone": "o.phone",
        "since": "o.since",
        "until": "o.until",
        "skills": "o.skills",
    },
)
