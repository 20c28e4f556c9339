"""Every placeholder that a template may hold: its name, what it stands for, where it comes from.

The help page lists them from here, and the checker and the filling look them up here.
"""

from gridapp.reports.documents.case_placeholders import CASE, PEOPLE, PLACES
from gridapp.reports.documents.placeholder import Placeholder
from gridapp.reports.documents.step_placeholders import AGREEMENT, LETTER, STEPS

GROUPS: dict[str, tuple[Placeholder, ...]] = {
    "案件": CASE,
    "单位和日期": PLACES,
    "当事人": PEOPLE,
    "办理": STEPS,
    "调解协议": AGREEMENT,
    "三函一约谈": LETTER,
}
"""All placeholders under the headings of the help page."""

PLACEHOLDERS = {one.name: one for group in GROUPS.values() for one in group}
