"""Global search over what this laptop holds."""

from dataclasses import replace

from gridapp.domain.masking import mask_citizen_number, mask_phone, mask_text
from gridapp.store.search import search
from gridapp.store.search.search import Hit, HitField
from gridapp.usecases.desk import Desk

_MASKS = {HitField.PHONE: mask_phone, HitField.CITIZEN_NUMBER: mask_citizen_number}


def find(desk: Desk, text: str) -> list[Hit]:
    """Cases, households and units for what was typed so far, best first; numbers masked.

    Sealed cases only for their handlers.
    """
    person = f"{desk.person.name}@{desk.person.unit_id}"
    with desk.store.session() as session:
        return [_masked(hit) for hit in search.find(session, text, person)]


def _masked(hit: Hit) -> Hit:
    mask = _MASKS.get(hit.field, mask_text)
    return replace(hit, title=mask_text(hit.title), found=mask(hit.found))
