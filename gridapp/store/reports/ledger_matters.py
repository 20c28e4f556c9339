"""Matters as sources of ledgers: cases, what is owed in them, receptions by leaders."""

from gridapp.store.reports.ledger_table import UNIT, LedgerTable
from gridapp.store.reports.report_cases import PROMINENT

_OPEN = "d.state NOT IN ('not_accepted', 'diverted', 'concluded', 'struck_off')"
_LETTERS = "('reminder_letter', 'supervision_letter', 'accountability_letter', 'talk')"
_PRESSING = f"('instruction', 'whistle', {_LETTERS[1:]}"
_OF_CASE = "FROM party y WHERE y.dispute_id = d.id"

CASES = LedgerTable(
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

TASKS = LedgerTable(
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

RECEPTIONS = LedgerTable(
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
