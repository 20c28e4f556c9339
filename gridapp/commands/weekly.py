"""``gridapp report weekly``: the report of a week, or any other period, without a window."""

from pathlib import Path

from gridapp.commands.signing_in import RefusedError, at_desk
from gridapp.domain.reports.periods import Period, PeriodError
from gridapp.domain.reports.weeks import WeekError
from gridapp.reports.files import ReportError
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import frozen_reports, weekly


def weekly_files(data: Path, name: str, unit_code: str, period: str, out: Path) -> int:
    """Write the report as .xlsx and .docx; returns the exit status (2: a sentence)."""
    return at_desk(data, name, lambda desk: _write(desk, unit_code, _period(desk, period), out))


def _period(desk: Desk, text: str) -> Period:
    try:
        return Period.parse(text, weekly.first_weekday(desk))
    except (PeriodError, WeekError) as error:
        raise RefusedError(
            f"“{text}”不是一周、一月、一季或一年，请写成 2026-W47、2026-11、2026-Q4 或 2026 这样。"
        ) from error


def _write(desk: Desk, unit_code: str, period: Period, out: Path) -> None:
    unit = next((unit for unit in weekly.units(desk) if unit.code == unit_code), None)
    if unit is None:
        raise RefusedError(f"本机没有代码为 {unit_code} 的县、乡镇或村，请核对区划代码。")
    report = frozen_reports.draw_up(desk, unit.id, period)
    out.mkdir(parents=True, exist_ok=True)
    try:
        print(weekly.write_excel(desk, report, out / weekly.file_name(report, ".xlsx")))
        print(weekly.write_word(desk, report, out / weekly.file_name(report, ".docx")))
    except ReportError as error:
        raise RefusedError(
            f"报告写不进 {out}：{error.code}。请检查文件夹，关闭已打开的报告。"
        ) from error
