"""The words for what a column can be, in the order in which they are offered."""

from PySide6.QtCore import QCoreApplication

from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.rosters.vocabulary import Field

translate = QCoreApplication.translate
_OF_HEAD = (Field.NAME, Field.CITIZEN_NUMBER, Field.PHONE)
"""What a roster often tells of the head beside the members."""


def taken_for(field: str | None) -> str:
    """The word for what a column was taken for; ``head_`` marks one of the head only."""
    if not field:
        return translate("ColumnsStep", "not taken")
    plain = field.removeprefix("head_")
    known = _of_member() | _of_household()
    word = known.get(plain, plain)
    if plain == field:
        return word
    return translate("ColumnsStep", "Head: {field}").format(field=word)


def choices() -> dict[str, str]:
    """Everything that a person can say of a column, with its word."""
    names = ["", *_of_member(), *(f"head_{field}" for field in _OF_HEAD), *_of_household()]
    return {str(name): taken_for(name) for name in names}


def masked(field: str | None, text: str) -> str:
    """Numbers of people stay masked here as everywhere."""
    if field is not None and field.endswith(Field.CITIZEN_NUMBER):
        return mask_citizen_number(text)
    return mask_phone(text) if field is not None and field.endswith(Field.PHONE) else text


def _of_household() -> dict[str, str]:
    return {
        Field.VILLAGE: translate("ColumnsStep", "Village"),
        Field.GROUP: translate("ColumnsStep", "Villagers' group"),
        Field.HAMLET: translate("ColumnsStep", "Hamlet"),
        Field.NUMBER: translate("ColumnsStep", "Household number"),
        Field.SERIAL: translate("ColumnsStep", "Serial number"),
        Field.SIZE: translate("ColumnsStep", "Number of people"),
        Field.ADDRESS: translate("ColumnsStep", "Address"),
        Field.ROOM: translate("ColumnsStep", "Building, room"),
    }


def _of_member() -> dict[str, str]:
    return {
        Field.NAME: translate("ColumnsStep", "Full name"),
        Field.FAMILY_NAME: translate("ColumnsStep", "Family name alone"),
        Field.RELATION: translate("ColumnsStep", "Relation"),
        Field.IS_HEAD: translate("ColumnsStep", "Is the head"),
        Field.SEX: translate("ColumnsStep", "Sex"),
        Field.CITIZEN_NUMBER: translate("ColumnsStep", "Citizen number"),
        Field.BORN_ON: translate("ColumnsStep", "Born"),
        Field.PHONE: translate("ColumnsStep", "Phone"),
        Field.RESIDENCE: translate("ColumnsStep", "State"),
        Field.NOTE: translate("ColumnsStep", "Note"),
    }
