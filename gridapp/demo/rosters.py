"""Writes rosters of made-up households as the Excel files that villages really keep."""

from datetime import date
from pathlib import Path
from random import Random

import xlsxwriter

from gridapp.demo import people
from gridapp.domain.grids.grids import short_name

HEADINGS = (
    "村民组",
    "户号",
    "姓名",
    "与户主关系",
    "性别",
    "公民身份号码",
    "联系电话",
    "现居住地址",
    "备注",
)


def write(path: Path, village: str, area: str, groups: int, random: Random, today: date) -> int:
    """A village roster with that many 村民组 of 15 to 20 households; returns the households."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("花名册")
    title = book.add_format({"bold": True, "align": "center", "font_size": 16})
    sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, f"{village}户籍人口花名册（演示）", title)
    sheet.write_row(1, 0, HEADINGS)
    row, number = 2, 0
    for group in range(1, groups + 1):
        for _ in range(random.randint(15, 20)):
            number += 1
            for line in _lines(village, area, group, number, random, today):
                sheet.write_row(row, 0, line)
                row += 1
    book.close()
    return number


def _lines(
    village: str, area: str, group: int, number: int, random: Random, today: date
) -> list[tuple[str, ...]]:
    """One row a member; group, number and address only on the first, as most villages do it."""
    short = f"{short_name(village)}{group}组{number}号"
    return [
        (
            f"{group}组" if place == 0 else "",
            str(number) if place == 0 else "",
            who.name,
            who.relation,
            who.sex,
            who.citizen_number,
            who.phone,
            short if place == 0 else "",
            "",
        )
        for place, who in enumerate(people.household(random, area, today))
    ]
