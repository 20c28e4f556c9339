"""The texts of a person → a proposed member, and every fault that the texts show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gridapp.domain.households import citizen_number, relations
from gridapp.rosters import cells, days
from gridapp.rosters.files import Cell
from gridapp.rosters.kin import code_through
from gridapp.rosters.layout import Slot
from gridapp.rosters.listing import is_list, people_of
from gridapp.rosters.persons import PersonText, says_head
from gridapp.rosters.proposal import Fault, ProposedMember, RosterFault
from gridapp.rosters.states import State
from gridapp.rosters.vocabulary import NEVER, Field

_BRACKET = re.compile(r"[(\[【]([^)\]】]*)[)\]】]")
_LEADING = re.compile(r"^(?:\d{1,4}[.、:\s]\s*|[*★☆●#]+)")
_LISTED = re.compile(r"\s*[、,;/\n\r]+\s*")
"""What stands between the numbers or phones of several people of one cell."""

_LABELLED = re.compile(r"[^\dA-Za-z]*(\d{17}[\dXx]|\d{15})[^\dA-Za-z]*")
"""A citizen number with words around it: 身份证:4503…, 4503…(旧)."""

_NO_NUMBER = citizen_number.Reading("", (), "0", None)
_AROUND = " 、,;:()*★☆●○◆◇■□▲△※#√"
_STATED = re.compile(
    r"(?:现?已|于?\d{4}年(?:\d{1,2}月)?)?"
    r"(?:死亡|去世|病故|已故|过世|迁出|搬离|外嫁|出嫁|嫁出|已嫁|外出|外出务工|[在去到][^,，。;；]{0,6}(?:务工|打工)|外出打工)"
    r"(?:\([^)]{1,8}\))?"
)
"""A note that says nothing but where the person is."""

_AMONG_HAN = re.compile(r"\s+(?![A-Za-z])|(?<![A-Za-z])\s+")


@dataclass
class Reader:
    """Reads the persons of one sheet of these ``rows``; ``found`` gathers their faults.

    ``state`` is that of everybody of whom nothing else is said.
    """

    sheet: str
    found: list[Fault]
    rows: Sequence[list[Cell]] = ()
    state: State | None = None

    def members(self, text: PersonText, head_name: str) -> list[ProposedMember]:
        """The member of a person's texts, or several when a cell lists their names."""
        if not is_list(text.name):
            member = self._member(text, head_name)
            return [member] if member else []
        return [member for part in _apart(text) if (member := self._member(part, head_name))]

    def _member(self, text: PersonText, head_name: str) -> ProposedMember | None:
        name, bracket = _name(text.name)
        if not name:
            self._fault(text, Field.NAME, RosterFault.NAME_MISSING, "")
            return None
        told = self._number(text)
        sex = self._sex(text, told)
        relation, state = self._relation(text, name, bracket, sex, head_name)
        return ProposedMember(
            name=name,
            relation=relation,
            sex=sex,
            citizen_number=told.number,
            born_on=self._birthday(text, told.born_on),
            phone=self._phone(text),
            residence=self._residence(text, bracket, state),
            note=self._note(text),
            row=text.row,
        )

    def _fault(self, text: PersonText, kind: Field, code: RosterFault, value: str) -> None:
        self.fault(text.row, text.slot, kind, code, value)

    def fault(self, row: int, slot: Slot, kind: Field, code: RosterFault, value: str) -> None:
        """Note a fault of a row under the heading of ``kind``, with the cell to put it right in."""
        index = slot.place(kind) if kind is not Field.NOTE else -1
        cells_of_row = self.rows[row - 1] if row <= len(self.rows) else []
        cell = cells_of_row[index] if 0 <= index < len(cells_of_row) else ""
        heading = slot.heading(kind)
        self.found.append(Fault(self.sheet, row, heading, code, value, index, cells.text_of(cell)))

    def _number(self, text: PersonText) -> citizen_number.Reading:
        raw = text.texts.get(Field.CITIZEN_NUMBER, "")
        if not raw:
            if Field.CITIZEN_NUMBER in text.slot.columns:
                self._fault(text, Field.CITIZEN_NUMBER, RosterFault.NUMBER_MISSING, "")
            return _NO_NUMBER
        plain = raw.isascii() and raw.isalnum()
        if not plain and (inside := _LABELLED.fullmatch(raw)):
            raw = inside[1]
        told = citizen_number.read(raw)
        for fault in told.faults:
            self._fault(text, Field.CITIZEN_NUMBER, RosterFault(fault.value), told.number)
        return told

    def _sex(self, text: PersonText, told: citizen_number.Reading) -> str:
        """As written, else by the number; a mistyped number cannot be trusted to tell it."""
        raw = text.texts.get(Field.SEX, "")
        trusted = not told.faults or citizen_number.WARNINGS.issuperset(told.faults)
        code, of_number = cells.sex_code(raw), told.sex if trusted else "0"
        if code is None:
            self._fault(text, Field.SEX, RosterFault.SEX_UNKNOWN, raw)
        elif code in ("1", "2") and of_number in ("1", "2") and code != of_number:
            self._fault(text, Field.SEX, RosterFault.SEX_DIFFERS, raw)
        return code if code in ("1", "2") else of_number if of_number != "0" else code or "0"

    def _relation(
        self, text: PersonText, name: str, bracket: str, sex: str, head_name: str
    ) -> tuple[str, State | None]:
        """The code, and the state where a state was written instead of a relation."""
        if text.slot.is_head or (Field.IS_HEAD in text.texts and says_head(text)):
            return relations.HEAD, None
        raw = cells.filled(text.texts.get(Field.RELATION, "")) or text.slot.kin
        code = relations.code_of(raw or bracket, sex) or code_through(raw)
        if code:
            return code, None
        beside = _BRACKET.search(raw) or _STATED.search(raw)
        code = relations.code_of(raw.replace(beside[0], ""), sex) if beside else ""
        if code and beside:
            return code, cells.residence(beside[0]) if _STATED.search(beside[0]) else None
        if name == head_name:
            return relations.HEAD, None
        if raw:
            self._fault(text, Field.RELATION, RosterFault.RELATION_UNKNOWN, raw)
        return "", cells.residence(raw) if raw else None

    def _birthday(self, text: PersonText, of_number: date | None) -> date | None:
        if text.born == "":
            return of_number
        day, understood = days.birthday(text.born)
        if not understood:
            shown = cells.text_of(text.born)
            self._fault(text, Field.BORN_ON, RosterFault.BIRTHDAY_UNREADABLE, shown)
        elif day and of_number and day != of_number:
            self._fault(text, Field.BORN_ON, RosterFault.BIRTHDAY_DIFFERS, day.isoformat())
        return day or of_number

    def _phone(self, text: PersonText) -> str:
        raw = text.texts.get(Field.PHONE, "")
        if not raw:
            return ""
        phone, good = cells.phones(raw)
        if not good:
            self._fault(text, Field.PHONE, RosterFault.PHONE_DOUBTFUL, phone)
        return phone

    def _residence(self, text: PersonText, bracket: str, state: State | None) -> str:
        note = text.texts.get(Field.NOTE, "")
        if not text.states and not bracket and not note:
            return (state or self.state or State.PRESENT).value
        found = set()
        for heading, given in text.states:
            raw = cells.filled(given)
            told = cells.residence(raw, heading) if raw else None
            if raw and not told:
                self._fault(text, Field.RESIDENCE, RosterFault.STATE_UNKNOWN, raw)
            found.add(told)
        of_columns = next((known for known in State if known in found), None)
        beside = bracket or (note if _STATED.fullmatch(note) else "")
        of_name = cells.residence(beside) if beside and not of_columns else None
        return (state or of_columns or of_name or self.state or State.PRESENT).value

    def _note(self, text: PersonText) -> str:
        note = cells.filled(text.texts.get(Field.NOTE, ""))
        if note and is_label(note):
            self._fault(text, Field.NOTE, RosterFault.NOTE_LEFT_OUT, "")
            return ""
        return note


def is_label(note: str) -> bool:
    """Whether a note says what no column may say of a person (domain.md §8)."""
    return any(words.search(note) for _reason, words in NEVER)


def _name(text: str) -> tuple[str, str]:
    """The name without numbering and blanks, and what stood in brackets after it."""
    if text.isalpha():  # nearly all of them, and nothing to take away
        return text, ""
    found = _BRACKET.search(text)
    bare = _LEADING.sub("", _BRACKET.sub("", text).strip())
    if not bare.isascii():
        bare = _AMONG_HAN.sub("", bare)
    return bare.strip(_AROUND), found[1] if found else ""


def _apart(text: PersonText) -> list[PersonText]:
    """One person text each, where a cell lists several people (张三、李四 or one a line)."""
    listed = people_of(text.name)
    alone = (
        len(listed) == 1
        and _BRACKET.search(text.name)
        and Field.CITIZEN_NUMBER not in listed[0].texts
    )
    if not listed or alone:
        return [text]
    beside = {kind: _LISTED.split(value) for kind, value in text.texts.items()}
    return [
        PersonText(
            slot=text.slot,
            row=text.row,
            name=one.name,
            texts={k: v[place].strip() for k, v in beside.items() if len(v) == len(listed)}
            | one.texts,
            states=(("", one.texts[Field.RESIDENCE]),) if Field.RESIDENCE in one.texts else (),
        )
        for place, one in enumerate(listed)
    ]
