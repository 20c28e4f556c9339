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


NEXT_YEAR = (
    "坪岭村住户花名册（2027年）",
    "组别,户号,姓名,关系,身份证,联系电话,状态,住址",
    "1组,1,韦大明,户主,450326197403014518,13900000009,在家,坪岭1号",
    "1组,1,刘小梅,妻,450326197712010024,,外出务工,坪岭1号",
    "1组,1,韦小宝,长子,,,在家,坪岭1号",
    "2组,1,莫文海,户主,,13800000003,在家,坪岭新村3号",
    "2组,1,黄永福,兄,45032619800101,,在家,坪岭新村3号",
    "2组,2,覃秀英,户主,450326196909110046,13800000005,在家,坪岭4号",
)
"""The next roster: one phone and state changed, a child, somebody moved in, a new household."""


def wait_for(page: RostersPage) -> None:
    """Let the child process read, or the import end."""
    page.services.background.wait_idle(20_000)
    settle(page.services.background)


def bring_in(page: RostersPage, path: Path) -> None:
    """Import a first roster as it is."""
    page.read(path)
    wait_for(page)
    page.go_on()
    page.go_on()
    wait_for(page)


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    path = tmp_path / "坪岭村2027.csv"
    path.write_text("\n".join(NEXT_YEAR), encoding="utf-8")
    return path


@pytest.fixture
def messy_file(tmp_path: Path) -> Path:
    path = tmp_path / "坪岭村.csv"
    path.write_text("\n".join(LINES), encoding="gb18030")
    return path
