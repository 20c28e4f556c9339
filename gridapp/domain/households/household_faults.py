"""What is doubtful about a household or its members: shown where it stands, never in the way."""

from collections.abc import Sequence
from enum import StrEnum

from gridapp.contract.households import MemberRecord
from gridapp.domain.households import citizen_number
from gridapp.domain.households.citizen_number import NumberFault
from gridapp.domain.households.life_events import is_here
from gridapp.domain.households.relations import is_head


class EditFault(StrEnum):
    """Why an edit is not kept."""

    NAME_MISSING = "member.name_missing"
    HEAD_ELSEWHERE = "member.head_elsewhere"
    LEAVES_BY_ACT = "member.leaves_by_act"


class Finding(StrEnum):
    """What a person should look at."""

    NO_HEAD = "household.no_head"
    TWO_HEADS = "household.two_heads"
    NOBODY = "household.nobody"
    RELATION_MISSING = "member.relation_missing"
    SEX_DIFFERS = "member.sex_differs"
    BORN_DIFFERS = "member.born_differs"


AnyFinding = Finding | NumberFault


def household_findings(members: Sequence[MemberRecord]) -> tuple[Finding, ...]:
    """What there is to say of the household as a whole."""
    here = [one for one in members if is_here(one)]
    heads = sum(is_head(one.relation) for one in here)
    if not here:
        return (Finding.NOBODY,)
    if heads == 0:
        return (Finding.NO_HEAD,)
    return (Finding.TWO_HEADS,) if heads > 1 else ()


def member_findings(member: MemberRecord) -> tuple[AnyFinding, ...]:
    """What there is to say of one member; of who is gone, only what the number says."""
    found: list[AnyFinding] = []
    if not member.relation and is_here(member):
        found.append(Finding.RELATION_MISSING)
    number = member.citizen_number
    if not number:
        return tuple(found)
    wrong = citizen_number.check(number)
    found += wrong
    if set(wrong) - citizen_number.WARNINGS:
        return tuple(found)
    if member.sex not in ("0", "9", citizen_number.sex_of(number)):
        found.append(Finding.SEX_DIFFERS)
    if member.born_on not in (None, citizen_number.born_on_of(number)):
        found.append(Finding.BORN_DIFFERS)
    return tuple(found)
