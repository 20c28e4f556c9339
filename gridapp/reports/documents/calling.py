"""Which documents a case calls for now, and what is each one's own: its number, its letter."""

from dataclasses import replace
from datetime import date

from gridapp.reports.documents.catalogue import DOCUMENTS, Document
from gridapp.reports.documents.facts import CaseFacts

MOST_DUE = 6
"""So many documents are offered first."""


def due(facts: CaseFacts) -> tuple[Document, ...]:
    """What the case calls for and has not been drawn up since, the latest step first; the older
    ones that would hide these are left out.
    """
    called = [(one, _called_on(one, facts)) for one in DOCUMENTS.values()]
    found = [(one, day) for one, day in called if day and not _drawn_since(one, facts, day)]
    latest = sorted(found, key=lambda pair: pair[1], reverse=True)
    return tuple(one for one, _ in latest[:MOST_DUE])


def _called_on(document: Document, facts: CaseFacts) -> date | None:
    """The day on which the case last called for it; None when it never did."""
    if document.letter is not None:
        task = facts.task(document.letter)
        return task.asked_on if task else None
    if document.form is not None and (
        facts.agreement is None or facts.agreement.form != document.form
    ):
        return None
    event = facts.last(*document.due_after)
    return event.happened_on if event else None


def _drawn_since(document: Document, facts: CaseFacts, day: date) -> bool:
    """Whether one is kept with the case from that day or later."""
    return any(file.template == document.code and file.kept_on >= day for file in facts.kept)


def prepared(document: Document, facts: CaseFacts) -> CaseFacts:
    """The facts with what is this document's own: its number and its letter."""
    letter = facts.task(document.letter) if document.letter else None
    return replace(facts, number=_number(document, facts), letter=letter)


def _number(document: Document, facts: CaseFacts) -> str:
    """``受〔2026〕017-0003号``: the mark of the document and the number of the case.

    It needs no register and no agreement between laptops. The second notice of its kind in one
    case ends in ``-2号``.
    """
    if not document.mark:
        return ""
    year, _, rest = facts.dispute.number.partition("-")
    times = len(facts.all_of(*document.due_after))
    return f"{document.mark}〔{year}〕{rest}{f'-{times}' if times > 1 else ''}号"
