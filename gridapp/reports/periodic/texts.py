"""What a person has written under the parts of a report, as it may be printed and kept."""

from collections.abc import Mapping

from gridapp.domain.masking import mask_text
from gridapp.reports.periodic.model import Part
from gridapp.reports.wording import printable


def clean(texts: Mapping[Part, str]) -> dict[Part, str]:
    """Citizen numbers and phones masked, without what no office file can hold; an empty one left
    out.
    """
    found = {part: _clean(text) for part, text in texts.items()}
    return {part: text for part, text in found.items() if text}


def _clean(text: str) -> str:
    return "\n".join(mask_text(printable(line)) for line in text.strip().splitlines())
