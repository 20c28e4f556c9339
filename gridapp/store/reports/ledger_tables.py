"""Every source of the ledgers by its name: its rows, fields and shelves, as SQL."""

from gridapp.store.reports.ledger_grids import GRIDS, POSTS
from gridapp.store.reports.ledger_homes import MEMBERS, VISITS
from gridapp.store.reports.ledger_matters import CASES, RECEPTIONS, TASKS

TABLES = {
    "cases": CASES,
    "visits": VISITS,
    "receptions": RECEPTIONS,
    "members": MEMBERS,
    "grids": GRIDS,
    "posts": POSTS,
    "tasks": TASKS,
}
