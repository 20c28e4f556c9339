"""What is printed has the charts of the screen, and says when the county has its own template."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog

from gridapp.reports.excel_charts import COLORS
from gridapp.ui import paper
from gridapp.ui.reports.report_view import ReportView
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import templates
from gridapp.usecases.reports import template_files, weekly
from tests.ui.conftest import settle
from tests.ui.reports.conftest import Said, ShowPage


def test_charts_are_painted_where_the_document_has_them(show_page: ShowPage, desk: Desk) -> None:
    view = show_page(desk).view
    assert isinstance(view, ReportView) and view.report is not None
    laid = weekly.lay(desk, view.report, "print")
    assert laid.whole
    assert [chart.title for chart in laid.charts] == ["近期新增和办结（按发生日期，起）"]
    image = QImage(794, 1123, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paper.Pages(laid).paint(painter, 1)
    painter.end()
    bar = bytes(reversed(bytes.fromhex(COLORS[0][1:])))
    assert bytes(image.constBits()).count(bar) > 200


def test_who_saves_a_pdf_is_told_that_the_template_of_the_county_is_not_used(
    show_page: ShowPage, desk: Desk, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = show_page(desk).view
    assert isinstance(view, ReportView)
    path = tmp_path / "周报.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for sentences, folder in ((1, None), (2, tmp_path)):
        if folder is not None:
            templates.write_out(folder)
        template_files.choose_folder(desk, folder)
        view.out.save_pdf()
        settle(view.page.services.background)
        settle(view.page.services.background)
        assert path.read_bytes().startswith(b"%PDF")
        assert len(said.notices[-1].split("　")) == sentences
    template_files.choose_folder(desk, None)
