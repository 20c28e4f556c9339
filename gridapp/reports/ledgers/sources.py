"""Every source of ledgers by its code."""

from gridapp.reports.ledgers.grids import GRIDS, POSTS
from gridapp.reports.ledgers.homes import MEMBERS, VISITS
from gridapp.reports.ledgers.matters import CASES, RECEPTIONS, TASKS

KINDS = {one.source: one for one in (CASES, VISITS, RECEPTIONS, MEMBERS, GRIDS, POSTS, TASKS)}
