"""What the templates of a case's documents are filled with."""

from gridapp.domain.masking import mask_text
from gridapp.reports.documents.facts import CaseFacts
from gridapp.reports.documents.placeholders import PLACEHOLDERS
from gridapp.reports.documents.rows import ROW_LISTS
from gridapp.reports.documents.vocabulary import Filled, Vocabulary

CASE = Vocabulary(PLACEHOLDERS, {one.name: one.fields for one in ROW_LISTS.values()})
"""What a document of a case may name."""


class CaseValues:
    """Looked up in the facts; numbers of people in a text are masked unless they are whole."""

    vocabulary = CASE

    def __init__(self, facts: CaseFacts) -> None:
        self._facts = facts
        self._rows: dict[str, list[object]] = {}

    def copies(self, name: str) -> int:
        """An empty list leaves one row to write on where there is something to write."""
        return len(self._of(name)) or int(ROW_LISTS[name].blank)

    def value(self, name: str, within: str, row: int) -> Filled:
        """A name that nobody knows, or of another list, becomes a line to write on."""
        found = self._find(name, within, row)
        return found if self._facts.whole else Filled(mask_text(found.text), found.blank)

    def _find(self, name: str, within: str, row: int) -> Filled:
        known = PLACEHOLDERS.get(name)
        if known is not None:
            return Filled(known.value(self._facts), known.blank)
        head, _, field_name = name.partition(".")
        field = ROW_LISTS[within].fields.get(field_name) if within and head == within else None
        if field is None:
            return Filled("")
        rows = self._of(within)
        if row >= len(rows):
            return Filled("", field.blank)
        return Filled(field.value(rows[row], row + 1, self._facts.today), field.blank)

    def _of(self, name: str) -> list[object]:
        if name not in self._rows:
            self._rows[name] = list(ROW_LISTS[name].rows(self._facts))
        return self._rows[name]
