"""Whether the county kept its promises, by what it acknowledged and what it shows, nothing else."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain

from tests.bench.storm_laptop import Key, Laptop, Seen

View = dict[Key, Seen]


class Fault(StrEnum):
    """A broken promise."""

    LOST = "acknowledged, and not there"
    EDIT_LOST = "an acknowledged edit is not there"
    TWICE = "taken in twice"
    STRANGE = "there, and made by nobody"
    DIFFERING = "replicas differ"
    STALE = "a laptop holds something else than the county shows it"


def faults_of(laptops: Sequence[Laptop], views: Sequence[View]) -> Counter[str]:
    """What is wrong with the laptops of one micro-grid and what each is shown when all is quiet."""
    found: Counter[str] = Counter()
    for laptop, view in zip(laptops, views, strict=True):
        for key, made in laptop.made.items():
            found.update(_record(made, view.get(key)))
        held = dict(chain.from_iterable(feed.items() for feed in laptop.held.values()))
        found[Fault.STALE] += held != {key: revision for key, (revision, _) in view.items()}
        found[Fault.DIFFERING] += view != views[0]
    made_by_somebody = set().union(*(laptop.made for laptop in laptops))
    people = {("member", laptop.shared) for laptop in laptops}
    strange = [
        (kind, record_id)
        for kind, record_id in views[0]
        if kind in {"member", "visit"} and (kind, record_id) not in made_by_somebody | people
    ]
    found[Fault.STRANGE] += len(strange)
    return +found


def _record(made: Seen, shown: Seen | None) -> list[Fault]:
    """What is wrong with a record that only one laptop has written."""
    if shown is None:
        return [Fault.LOST]
    if shown[0] > made[0]:
        return [Fault.TWICE]
    same = all(shown[1].get(name) == value for name, value in made[1].items())
    return [] if same and shown[0] == made[0] else [Fault.EDIT_LOST]
