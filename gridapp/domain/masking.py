"""How personal data is shown to people who need not see all of it (security.md, Masking)."""

import re
from collections.abc import Iterable, Sequence

_DIGITS = re.compile(r"\d+")
_CITIZEN = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")


def mask_citizen_number(text: str) -> str:
    """``110105199003071234`` → ``110***********1234``; a short text is covered whole."""
    if len(text) < 11:
        return "*" * len(text)
    return text[:3] + "*" * (len(text) - 7) + text[-4:]


def mask_citizen_numbers(texts: Sequence[str]) -> list[str]:
    """Each as ``mask_citizen_number``; nearly all have 18 signs, which takes half the time."""
    if {0, 18}.issuperset(map(len, texts)):
        return [f"{text[:3]}***********{text[14:]}" if text else "" for text in texts]
    return [mask_citizen_number(text) for text in texts]


def mask_phone(text: str) -> str:
    """``13812345678`` → ``138****5678``, each number of a list; short ones keep two digits."""
    return mask_phones((text,))[0]


def mask_phones(texts: Sequence[str]) -> list[str]:
    """Each as ``mask_phone``; nearly all have 11 digits, which takes a tenth of the time."""
    if {0, 11}.issuperset(map(len, texts)) and "".join(texts).isdecimal():
        return [f"{text[:3]}****{text[7:]}" if text else "" for text in texts]
    return [_DIGITS.sub(lambda found: _cover(found.group()), text) for text in texts]


def mask_name(text: str) -> str:
    """``张三丰`` → ``张*``: the family name and one star, so that the length says nothing."""
    return text[:1] + "*" if text else ""


def mask_text(text: str) -> str:
    """Citizen numbers and mobile phones that somebody wrote into a text, each masked."""
    covered = _CITIZEN.sub(lambda found: mask_citizen_number(found.group()), text)
    return _MOBILE.sub(lambda found: mask_phone(found.group()), covered)


def mask_names(text: str, names: Iterable[str]) -> str:
    """These names wherever they stand in a text, each masked; the longest first."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            text = text.replace(name, mask_name(name))
    return text


def _cover(digits: str) -> str:
    if len(digits) < 7:
        return "*" * (len(digits) - 2) + digits[-2:] if len(digits) > 2 else "*" * len(digits)
    return digits[:3] + "*" * (len(digits) - 7) + digits[-4:]
