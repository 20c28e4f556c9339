"""The walking list on paper: numbered rows in walking order with boxes to tick."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from gridapp.contract.screening import Outcome
from gridapp.store.screening import WalkLine
from gridapp.ui import words

translate = QCoreApplication.translate
BOX = "□"


def walking_list(title: str, sub: str, lines: Sequence[WalkLine]) -> str:
    """The list as HTML. A household that has its mark in this round has that box ticked."""
    heads = [
        translate("printing", "No."),
        translate("printing", "Head of household"),
        translate("printing", "Address"),
        *(words.outcome(outcome) for outcome in Outcome),
        translate("printing", "Date"),
        translate("printing", "Remark"),
    ]
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    rows = "".join(_row(line) for line in lines)
    return (
        "<style>th, td { padding: 4px; } h2 { margin-bottom: 2px; }</style>"
        f"<h2>{escape(title)}</h2><p>{escape(sub)}</p>"
        '<table width="100%" border="1" cellspacing="0" style="border-collapse: collapse">'
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )


def _row(line: WalkLine) -> str:
    boxes = "".join(
        f'<td align="center">{"☑" if line.outcome == outcome else BOX}</td>' for outcome in Outcome
    )
    return (
        f'<tr><td align="right">{line.place}</td><td>{escape(line.head)}</td>'
        f"<td>{escape(line.address)}</td>{boxes}<td width='9%'></td><td width='20%'></td></tr>"
    )


def preview(parent: QWidget, html: str) -> None:
    """Show the list as it will be printed, A4 upright."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout.Unit.Millimeter)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(translate("printing", "Walking list"))

    def paint(chosen: QPrinter) -> None:
        document = QTextDocument()
        document.setHtml(html)
        document.print_(chosen)

    dialog.paintRequested.connect(paint)
    dialog.finished.connect(dialog.deleteLater)
    dialog.exec()
