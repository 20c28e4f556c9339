"""Pages on a real desk, and rosters as files."""

from pathlib import Path

import pytest

from gridapp.ui.rosters import RostersPage
from tests.ui.conftest import settle
from tests.ui.pages import at_desk, said

__all__ = ["at_desk", "said"]

LINES = (
    "坪岭村住户花名册",
    "村民组,户号,姓名,与户主关系,性别,身份证号码,联系电话,民族,宗教信仰,住址",
    "1组,1,韦大明,户主,男,450326197403014518,13800000001,壮,无,坪岭1号",
    "1组,1,刘小梅,妻,女,450326197712010024,,汉,无,坪岭1号",
    "1组,2,黄永福,户主,男,45032619800101,138000000,汉,佛教,坪岭2号",
    "2组,1,莫文海,户主,男,,13800000003,汉,无,坪岭3号",
)
"""Three households, four people; a number of 14 digits, a phone of 9, a number missing."""


def wait_for(page: RostersPage) -> None:
    """Let the child process read, or the import end."""
    page.services.background.wait_idle(20_000)
    settle(page.services.background)


@pytest.fixture
def messy_file(tmp_path: Path) -> Path:
    path = tmp_path / "坪岭村.csv"
    path.write_text("\n".join(LINES), encoding="gb18030")
    return path
