"""An input for the days of a duty roster: weekdays, or days of the month."""

import re
from typing import Any

from gridapp.ui.acts.inputs import Line

_WEEKDAYS = {name: number for number, name in enumerate("一二三四五六日", 1)} | {"天": 7}
_TOKEN = re.compile(r"\d+|(?:周|星期|礼拜)([一二三四五六日天])")


class DutyDays(Line):
    """``1、4`` or ``周一、周四``: numbers as they are written, weekdays from 1, Monday."""

    def value(self) -> tuple[int, ...]:
        """The numbers, each once."""
        found = (
            _WEEKDAYS[match[1]] if match[1] else int(match[0])
            for match in _TOKEN.finditer(self.text())
        )
        return tuple(dict.fromkeys(found))

    def fault(self) -> str:
        """Whether there is a day at all that a week or a month has."""
        days: Any = self.value()
        if days and all(1 <= day <= 31 for day in days):
            return ""
        return self.tr("Write numbers such as 1、4, or 周一、周四.")
