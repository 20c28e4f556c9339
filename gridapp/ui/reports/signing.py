"""What the second person may do with a report, as acts with their forms."""

from PySide6.QtCore import QCoreApplication

from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Text
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.reports import frozen_reports
from gridapp.usecases.reports.frozen_reports import Opened

translate = QCoreApplication.translate

SIGN = "report.sign"


def acts(opened: Opened) -> list[Act]:
    """Sign it or send it back; nothing for who handed it in."""
    return [_sign(opened), _send_back(opened)] if opened.may_sign else []


def _sign(opened: Opened) -> Act:
    def do(desk: Desk, _values: Values) -> Changed:
        return frozen_reports.sign(desk, opened.line.id)

    rule = translate(
        "reports",
        "It gets its number and never changes again; what becomes known later stands in the next"
        " report.",
    )
    return Act(SIGN, translate("reports", "Sign the report"), do, (), rule)


def _send_back(opened: Opened) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return frozen_reports.send_back(desk, opened.line.id, values["text"])

    asks = (Asked("text", translate("reports", "What is to be put right"), Text),)
    rule = translate("reports", "The unit draws it up and hands it in again.")
    return Act("report.send_back", translate("reports", "Send it back"), do, asks, rule)
