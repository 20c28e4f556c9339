"""Homes as sources of ledgers: their members, and the visits to them."""

from gridapp.store.reports.ledger_table import UNIT, LedgerTable

_HEAD = """(SELECT m.name FROM member m WHERE m.household_id = h.id
    ORDER BY m.place, m.id LIMIT 1)"""
_PEOPLE = "(SELECT group_concat(q.name, '、') FROM member q WHERE q.household_id = h.id)"

MEMBERS = LedgerTable(
    origin="""FROM household h JOIN place p ON p.id = h.unit_id
        JOIN member m ON m.household_id = h.id""",
    always=("p.inside", "(h.until IS NULL OR h.until >= :today)"),
    order="p.township, p.village, p.name, h.walk_order, h.id, m.place, m.id",
    category="m.residence",
    shelves={
        "living": "m.residence <> 'dead'",
        "here": "m.residence = 'present'",
        "heads": "m.relation = '02'",
    },
    fields={
        "unit": UNIT,
        "township": "p.township",
        "grid": "p.name",
        "group": "h.group_name",
        "number": "h.number",
        "size": "(SELECT count(*) FROM member n WHERE n.household_id = h.id)",
        "head": _HEAD,
        "people": _PEOPLE,
        "name": "m.name",
        "relation": "m.relation",
        "sex": "m.sex",
        "citizen_number": "m.citizen_number",
        "age": """iif(m.born_on IS NULL, NULL, substr(:today, 1, 4) - substr(m.born_on, 1, 4)
            - (substr(:today, 6) < substr(m.born_on, 6)))""",
        "born_on": "m.born_on",
        "phone": "m.phone",
        "address": "h.address",
        "residence": "m.residence",
        "note": "m.note",
    },
)

VISITS = LedgerTable(
    origin="""FROM visit v JOIN household h ON h.id = v.household_id
        JOIN place p ON p.id = v.unit_id LEFT JOIN round r ON r.id = v.round_id""",
    day="v.visited_on",
    order="v.visited_on, v.recorded_at, v.id",
    category="r.kind",
    shelves={
        "quiet": "v.outcome = 'quiet'",
        "dispute": "v.outcome = 'dispute'",
        "absent": "v.outcome = 'absent'",
        "other": "v.outcome IN ('unreceptive', 'moved')",
    },
    fields={
        "unit": UNIT,
        "township": "p.township",
        "grid": "p.name",
        "visited_on": "v.visited_on",
        "round": "r.name",
        "kind": "r.kind",
        "number": "h.number",
        "group": "h.group_name",
        "head": _HEAD,
        "people": _PEOPLE,
        "address": "h.address",
        "outcome": "v.outcome",
        "visitor": "v.visitor",
        "note": "v.note",
    },
)
