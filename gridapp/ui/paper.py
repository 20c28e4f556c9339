"""Puts the pages of a document on paper, into a PDF or into a preview; all three look alike."""

from collections.abc import Iterator
from functools import partial
from math import sqrt

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QKeySequence,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QShortcut,
    QTextDocument,
    QTextOption,
    QTransform,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from gridapp.reports.charts import Chart
from gridapp.reports.documents.paper import PAGE, Paper
from gridapp.ui.paper_charts import paint_chart

_DPI = 96
"""The pages are laid out once for this many dots to the inch, then scaled to the device."""
_SIDES = (210 / 25.4 * _DPI, 297 / 25.4 * _DPI)
_PX = _DPI / 72
_FOOT_LINE = 14.0
_RESOLUTION = 1200
_OBJECT = "\ufffc"
"""Stands in a text where an image is."""


class Pages:
    """A paper laid out on A4 pages."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        left, top, right, bottom = (side * _PX for side in paper.margins)
        width, height = reversed(_SIDES) if paper.sideways else _SIDES
        self._body = QRectF(left, top, width - left - right, height - top - bottom)
        self._document = QTextDocument()
        option = QTextOption()
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._document.setDocumentMargin(0)
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        for number in range(1, len(paper.charts) + 1):  # it keeps the room of the chart
            image = QTextDocument.ResourceType.ImageResource
            self._document.addResource(image, QUrl(f"chart{number}"), nothing)
        self._document.setHtml(paper.html)
        self._document.setPageSize(QSizeF(self._body.width(), self._body.height()))

    @property
    def enlarged(self) -> float:
        """How much larger than laid out it is printed: A3 is A4 times √2."""
        return sqrt(2) if self._paper.on_a3 else 1.0

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 1, with 96 dots to the inch."""
        black = QAbstractTextDocumentLayout.PaintContext()
        black.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        above = (number - 1) * self._body.height()
        painter.save()
        moved = QTransform.fromTranslate(self._body.left(), self._body.top() - above)
        painter.setTransform(moved, combine=True)
        black.clip = QRectF(0, above, self._body.width(), self._body.height())
        painter.setClipRect(black.clip)
        self._document.documentLayout().draw(painter, black)
        for place, chart in self._charts():
            if place.intersects(black.clip):
                paint_chart(painter, place, chart)
        painter.restore()
        self._paint_foot(painter, number)

    def _charts(self) -> Iterator[tuple[QRectF, Chart]]:
        """Each chart with its place; it stands alone in its paragraph, in the middle."""
        layout, found = self._document.documentLayout(), self._document.find(_OBJECT)
        while not found.isNull():
            image = found.charFormat().toImageFormat()
            if image.isValid():
                place = QRectF(0, 0, image.width(), image.height())
                place.moveCenter(layout.blockBoundingRect(found.block()).center())
                yield place, self._paper.charts[int(image.name().removeprefix("chart")) - 1]
            found = self._document.find(_OBJECT, found)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        font = QFont("SimSun")
        font.setPixelSize(11)
        painter.setFont(font)
        top = self._body.bottom() + 24
        for place, line in enumerate(self._paper.footer):
            foot = QRectF(self._body.left(), top, self._body.width(), 3 * _FOOT_LINE)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            drawn = painter.drawText(foot, flags, line.replace(PAGE, str(number)))
            top += _FOOT_LINE * (1 if place == 0 else max(1, drawn.height() / _FOOT_LINE))


def pdf(paper: Paper) -> bytes:
    """The pages as a PDF file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(_size(paper))
    writer.setPageOrientation(_orientation(paper))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _paint_all(Pages(paper), writer)
    buffer.close()
    return bytes(content.data())


def _size(paper: Paper) -> QPageSize:
    return QPageSize(QPageSize.PageSizeId.A3 if paper.on_a3 else QPageSize.PageSizeId.A4)


def _orientation(paper: Paper) -> QPageLayout.Orientation:
    turned = QPageLayout.Orientation.Landscape
    return turned if paper.sideways else QPageLayout.Orientation.Portrait


def preview(parent: QWidget, paper: Paper, note: str = "") -> QPrintPreviewDialog:
    """The pages as they will be printed, to be shown with ``exec``; the printer is chosen there.
    ``note``: a sentence to be read before one prints.

    Qt's own dialog is worked by mouse; Ctrl+P prints by keyboard.
    """
    dialog = QPrintPreviewDialog(parent)
    title = QCoreApplication.translate("paper", "{title} · Ctrl+P prints")
    told = title.format(title=paper.title)
    dialog.setWindowTitle(f"{told} · {note}" if note else told)
    printer = dialog.printer()  # its own: one of ours would be gone before the dialog is
    printer.setDocName(paper.title)
    printer.setPageSize(_size(paper))
    printer.setPageOrientation(_orientation(paper))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    pages = Pages(paper)
    dialog.paintRequested.connect(lambda chosen: _paint_all(pages, chosen))
    QShortcut(QKeySequence.StandardKey.Print, dialog).activated.connect(
        partial(_print, dialog, pages)
    )
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _print(dialog: QPrintPreviewDialog, pages: Pages) -> None:
    """Choose the printer and print; the preview closes when it was printed."""
    chooser = QPrintDialog(dialog.printer(), dialog)
    if chooser.exec() == QPrintDialog.DialogCode.Accepted:
        _paint_all(pages, dialog.printer())
        dialog.accept()


def _paint_all(pages: Pages, device: QPagedPaintDevice) -> None:
    """Nothing, when the device cannot be painted on: Qt's own dialog says so."""
    painter = QPainter()
    if not painter.begin(device):
        return
    scale = device.logicalDpiX() / _DPI * pages.enlarged
    painter.scale(scale, scale)
    for number in range(1, pages.count + 1):
        if number > 1:
            device.newPage()
        pages.paint(painter, number)
    painter.end()
