"""Tables beside the roster that add nobody: cadres and contacts, lists of heads, whole copies."""

import re
from dataclasses import dataclass

from gridapp.rosters.layout import Layout
from gridapp.rosters.people import Reader
from gridapp.rosters.proposal import ProposedHousehold
from gridapp.rosters.vocabulary import Field

_POST = re.compile("职务|职责|岗位|分工|职位")
_REGISTER = re.compile("总表|汇总|合计|总册|总名单|备份|副本")


@dataclass(frozen=True)
class Part:
    """What one table gave."""

    households: list[ProposedHousehold]
    reader: Reader
    layout: Layout
    headings: tuple[str, ...]


def without_others(parts: list[Part]) -> list[Part]:
    """The tables that are the roster itself."""
    return _without_registers(_without_staff(parts))


def _without_staff(parts: list[Part]) -> list[Part]:
    """Leave out lists of cadres and contacts beside the roster: a post, but no kin nor number."""
    if not any(_tells_kin(part) for part in parts):
        return parts
    return [part for part in parts if _tells_kin(part) or not _names_posts(part)]


def _tells_kin(part: Part) -> bool:
    return any(part.layout.has(kind) for kind in (Field.RELATION, Field.CITIZEN_NUMBER))


def _without_registers(parts: list[Part]) -> list[Part]:
    """Leave out lists of heads and whole copies whose households other sheets give in full."""
    full = [part for part in parts if not _is_register(part)]
    known = {member.name for part in full for h in part.households for member in h.members}
    return [part for part in parts if not (_is_register(part) and _is_known(part, known))]


def _is_register(part: Part) -> bool:
    sheets = {household.sheet for household in part.households}
    return part.layout.heads_only or any(_REGISTER.search(sheet) for sheet in sheets)


def _is_known(part: Part, known: set[str]) -> bool:
    names = [household.members[0].name for household in part.households]
    return sum(name in known for name in names) >= 0.8 * max(1, len(names))


def _names_posts(part: Part) -> bool:
    return any(_POST.search(heading) for heading in part.headings)
