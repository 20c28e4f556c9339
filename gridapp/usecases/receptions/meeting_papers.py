"""Agenda and minutes of a meeting, for paper and Word."""

from collections.abc import Callable
from pathlib import Path

from gridapp.reports import meetings as paper
from gridapp.reports import wording
from gridapp.reports.documents.paper import Paper, lay_out
from gridapp.reports.meetings import Action, Matter, Minutes
from gridapp.usecases.desk import Desk
from gridapp.usecases.exporting import permit_covered
from gridapp.usecases.receptions.meetings import MeetingView


def minutes(desk: Desk, view: MeetingView, state_name: Callable[[str], str]) -> Minutes:
    """The meeting as it is printed; one on made-up data says so in its title.

    ``state_name``: what a state is called, as on the screen.
    """
    row, mark = view.meeting, wording.DEMO if desk.person.demo else ""
    return Minutes(
        unit=f"{mark}{view.unit_name}",
        title=row.title,
        day=row.held_on or row.planned_on,
        held=row.held_on is not None,
        chair=row.chair,
        place=row.place,
        matters=tuple(
            Matter(
                item.case.number,
                item.case.title,
                state_name(item.case.state),
                item.case.due_on,
                item.notes,
            )
            for item in view.items
        ),
        minutes=row.minutes,
        actions=tuple(
            Action(
                task.title, task.owner, task.due_on, _done(task.answer, task.done_on is not None)
            )
            for task in view.actions
        ),
        made_on=desk.today(),
    )


def _done(answer: str, done: bool) -> str:
    return (answer or "已完成") if done else ""


def lay(desk: Desk, made: Minutes) -> Paper:
    """Its pages, for the preview; written down as printed."""
    permit_covered(desk, "meeting", len(made.matters), "paper", "print")
    return lay_out(paper.document(made), made.name)


def file_name(made: Minutes) -> str:
    """``永福镇周研判会纪要-2026-11-20.docx``."""
    return f"{made.name}-{made.day}.docx"


def write_word(desk: Desk, made: Minutes, path: Path) -> Path:
    """Write it as .docx; raises ``reports.files.ReportError``. The export is audited."""
    permit_covered(desk, "meeting", len(made.matters), path.suffix, "export")
    paper.write(made, path)
    return path
