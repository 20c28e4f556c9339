"""What persons saw as saved. The checker believes this and the county, never a laptop's word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from gridapp.contract.sync import ChangeResult, Verdict


@dataclass(frozen=True)
class Saved:
    """A change whose saving a person saw end well. ``fields`` are JSON values."""

    change_id: UUID
    kind: str
    record_id: UUID
    op: str
    fields: dict[str, Any]
    by: str
    seen: dict[str, Any] = field(default_factory=dict)
    """What stood in sight in the guarded fields that it replaces."""


@dataclass
class Ledger:
    """All that was saved, but for what no disc holds any more.

    ``lonely``: changes that only the county holds, because the laptop was put back to an image.
    ``answers``: the first answer to each change, as it left the county.
    """

    saved: dict[UUID, Saved] = field(default_factory=dict)
    lonely: set[UUID] = field(default_factory=set)
    answers: dict[UUID, ChangeResult] = field(default_factory=dict)
    went_back: bool = False
    """Whether the county was ever put back to a backup: then it may judge in another order."""
    judged_unheard: bool = False
    """Whether a county that went back judged an old message anew: its laptop heard otherwise."""
    on_its_word: set[UUID] = field(default_factory=set)
    """What waited while the county went back: a laptop may still hear from before that it has them,
    and forget what they said with the records that leave it.
    """
    broken: list[str] = field(default_factory=list)
    """Promises seen broken while the run went on."""

    def keep(self, changes: Iterable[Saved]) -> list[UUID]:
        """A person saw these saved."""
        changes = list(changes)
        self.saved |= {change.change_id: change for change in changes}
        return [change.change_id for change in changes]

    def disc_lost(self, gone: set[UUID], elsewhere: set[UUID], at_county: set[UUID]) -> None:
        """A laptop was put back to an image that has never heard of these changes."""
        for change_id in gone - elsewhere:
            if change_id in at_county:
                self.lonely.add(change_id)
            else:
                self.saved.pop(change_id, None)

    def forgotten(self, changes: Iterable[UUID]) -> None:
        """A laptop has forgotten what these said, as they were about records that left it (I4).

        The county has them; a county that comes back from an older backup has lost them.
        """
        self.lonely.update(changes)

    def county_lost(self, kept: Mapping[UUID, dict[str, Any]]) -> None:
        """The county was put back to an image; it holds these answers only, and may judge anew.

        An image from before it was put back the last time may hold other answers than came after,
        and values that were erased since then.
        """
        self.went_back = True
        for change_id in self.lonely - kept.keys():
            self.saved.pop(change_id, None)
        self.lonely &= kept.keys()
        self.answers = {
            change_id: answer
            for change_id, answer in self.answers.items()
            if change_id in kept and is_kept(answer, kept[change_id]) and not _is_conflict(answer)
        }

    def erased(self, record_id: UUID) -> None:
        """A record was erased by law: no answer tells its values again."""
        for change_id, answer in self.answers.items():
            saved = self.saved.get(change_id)
            if saved is not None and saved.record_id == record_id:
                self.answers[change_id] = replace(answer, conflicts=[])

    def answered(self, result: ChangeResult, *, is_kept: bool = True) -> None:
        """An answer has left the county; every later one to the same change must be the same."""
        if not is_kept:
            self.broken.append(f"I1 {result.change_id} was answered before it was kept")
        first = self.answers.setdefault(result.change_id, result)
        if _gist(first) != _gist(result):
            self.broken.append(
                f"I2 {result.change_id} was answered {first.outcome} {first.code or ''} and then "
                f"{result.outcome} {result.code or ''}"
            )


def is_kept(answer: ChangeResult, kept: dict[str, Any]) -> bool:
    """Whether what the county keeps is what it answered."""
    return (answer.revision, answer.code) == (kept.get("revision", 0), kept.get("code"))


def _is_conflict(answer: ChangeResult) -> bool:
    return answer.outcome == Verdict.CONFLICT


def _gist(result: ChangeResult) -> tuple[Any, ...]:
    """What must not change. ``applied`` and ``merged`` may come back as ``duplicate``."""
    taken = result.outcome in {"applied", "merged", "duplicate"}
    outcome = "taken" if taken else result.outcome
    return (outcome, result.code, result.revision, result.position, str(result.conflicts))
