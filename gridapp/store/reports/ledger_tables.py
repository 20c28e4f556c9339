"""What the sources of the ledgers are made of, as SQL: their rows, fields and shelves."""

from gridapp.store.reports.ledger_table import UNIT, LedgerTable
from gridapp.store.reports.report_cases import PROMINENT

_OPEN = "d.state NOT IN ('not_accepted', 'diverted', 'concluded', 'struck_off')"
_LETTERS = "('reminder_letter', 'supervision_letter', 'accountability_letter', 'talk')"
_PRESSING = f"('instruction', 'whistle', {_LETTERS[1:]}"
_OF_CASE = "FROM party y WHERE y.dispute_id = d.id"

_CASES = LedgerTable(
    origin="""FROM dispute d JOIN place p ON p.id = d.unit_id
        LEFT JOIN place h ON h.id = d.handling_unit_id""",
    always=("p.inside", "d.sealed = 0"),
    day="d.registered_on",
    order="d.registered_on, d.number, d.id",
    category="substr(d.category, 1, 2)",
    shelves={
        "open": _OPEN,
        "overdue": f"{_OPEN} AND d.due_on < :today",
        "concluded": "d.state IN ('concluded', 'struck_off')",
        "to_strike_off": "d.state = 'concluded'",
        "prominent": PROMINENT,
        "with_agent": "d.agent <> ''",
        "with_leader": "d.leader <> ''",
        "group": "d.scale IN ('02', '03')",
    },
    fields={
        "unit": UNIT,
        "township": "p.township",
        "number": "d.number",
        "title": "d.title",
        "summary": "d.summary",
        "brief": "d.title || iif(d.summary = '', '', '。') || d.summary",
        "category": "d.category",
        "scale": "d.scale",
        "source": "d.source",
        "field": "d.policy_field",
        "state": "d.state",
        "conclusion": "d.conclusion",
        "level": "d.level",
        "people": "nullif(d.people_involved, 0)",
        "claimed": "d.amount_claimed",
        "agreed": "d.amount_agreed",
        "parties": f"(SELECT group_concat(y.name, '、' ORDER BY y.side, y.place) {_OF_CASE})",
        "handling_unit": f"coalesce(h.name, {UNIT})",
        "answerable": f"""coalesce(h.name, {UNIT}) || ' '
            || iif(d.leader = '', d.handler, d.leader)""",
        "handler": "d.handler",
        "first_receiver": "d.first_receiver",
        "registered_by": "d.registered_by",
        "agent": "d.agent",
        "leader": "d.leader",
        "leader_due_on": "d.leader_due_on",
        "occurred_on": "d.occurred_on",
        "registered_on": "d.registered_on",
        "accepted_on": "d.accepted_on",
        "due_on": "d.due_on",
        "answered_on": "d.answered_on",
        "concluded_on": "d.concluded_on",
        "struck_off_on": "d.struck_off_on",
        "rating": "d.rating",
        "progress": """coalesce((
            SELECT e.happened_on || ' ' || e.text FROM case_event e WHERE e.dispute_id = d.id
            AND e.kind IN ('handled', 'agreed', 'answered', 'concluded') AND e.text <> ''
            ORDER BY e.happened_on DESC, e.recorded_at DESC LIMIT 1), d.state)""",
        "pressed": f"""(
            SELECT group_concat(t.kind || '|' || t.number || '|' || t.asked_on || '|'
                || coalesce(t.done_on, ''), char(10) ORDER BY t.asked_on, t.id)
            FROM task t WHERE t.dispute_id = d.id AND NOT t.withdrawn
            AND t.kind IN {_PRESSING})""",  # noqa: S608 - nothing of a person is in it
        "struck_off": "coalesce(d.struck_off_on, d.state)",
    },
)

_HEAD = """(SELECT m.name FROM member m WHERE m.household_id = h.id
    ORDER BY m.place, m.id LIMIT 1)"""
_PEOPLE = "(SELECT group_concat(q.name, '、') FROM member q WHERE q.household_id = h.id)"

_VISITS = LedgerTable(
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

_RECEPTIONS = LedgerTable(
    origin="FROM reception c JOIN place p ON p.id = c.unit_id",
    day="coalesce(c.held_on, c.planned_on)",
    order="coalesce(c.held_on, c.planned_on), c.hours, c.id",
    category="c.field",
    shelves={"held": "c.held_on IS NOT NULL", "to_come": "c.held_on IS NULL"},
    fields={
        "unit": "p.name",
        "township": "p.township",
        "day": "coalesce(c.held_on, c.planned_on)",
        "leader": "c.leader",
        "post": "c.post",
        "place": "c.place",
        "hours": "c.hours",
        "groups": "iif(c.held_on IS NULL, NULL, c.groups)",
        "people": "iif(c.held_on IS NULL, NULL, c.people)",
        "field": "c.field",
        "result": "c.result",
        "cases": """(SELECT count(*) FROM dispute d WHERE d.reception_id = c.id
            AND d.sealed = 0)""",
    },
)

_MEMBERS = LedgerTable(
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

_PEOPLE = "FROM member WHERE unit_id = u.id AND residence NOT IN ('moved', 'dead')"
_NOW = "o.since <= :today AND (o.until IS NULL OR o.until >= :today)"


def _held(what: str, unit: str) -> str:
    """What the leaders of a unit have today, several joined."""
    return f"""(SELECT group_concat({what}, '、' ORDER BY o.since, o.id) FROM post o
        WHERE o.unit_id = {unit} AND o.kind IN ('micro_leader', 'grid_leader')
        AND NOT o.stands_in AND {_NOW})"""  # noqa: S608 - nothing of a person is in it


_GRIDS = LedgerTable(
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

_POSTS = LedgerTable(
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

_TASKS = LedgerTable(
    origin="""FROM task t JOIN place p ON p.id = t.unit_id
        LEFT JOIN dispute d ON d.id = t.dispute_id""",
    always=("p.inside", "NOT t.withdrawn", "coalesce(d.sealed, 0) = 0"),
    day="t.asked_on",
    order="t.asked_on, t.place, t.id",
    category="t.kind",
    shelves={
        "open": "t.done_on IS NULL",
        "overdue": "t.done_on IS NULL AND t.due_on < :today",
        "done": "t.done_on IS NOT NULL",
        "letters": f"t.kind IN {_LETTERS}",
    },
    fields={
        "unit": UNIT,
        "township": "p.township",
        "case_number": "d.number",
        "case_title": "d.title",
        "parties": f"(SELECT group_concat(y.name, '、' ORDER BY y.side, y.place) {_OF_CASE})",
        "kind": "t.kind",
        "number": "t.number",
        "title": "t.title",
        "text": "t.text",
        "owner": "t.owner",
        "asked_by": "t.asked_by",
        "asked_on": "t.asked_on",
        "due_on": "t.due_on",
        "signed_on": "t.signed_on",
        "done_on": "t.done_on",
        "answer": "t.answer",
        "amount": "t.amount",
    },
)

TABLES = {
    "cases": _CASES,
    "visits": _VISITS,
    "receptions": _RECEPTIONS,
    "members": _MEMBERS,
    "grids": _GRIDS,
    "posts": _POSTS,
    "tasks": _TASKS,
}
"""Each source by its name."""
