"""The texts of a person → a proposed member, and every fault that the texts show."""

import re
from dataclasses import dataclass
from datetime import date

from gridapp.contract.households import Residence
from gridapp.domain import citizen_number, relations
from gridapp.rosters import cells
from gridapp.rosters.persons import LISTED, PersonText
from gridapp.rosters.proposal import Fault, ProposedMember, RosterFault
from gridapp.rosters.vocabulary import NEVER, Field

_BRACKET = re.compile(r"[(\[【]([^)\]】]*)[)\]】]")
_LEADING = re.compile(r"^(?:\d{1,4}[.、:\s]\s*|[*★☆●#]+)")
_AMONG_HAN = re.compile(r"\s+(?![A-Za-z])|(?<![A-Za-z])\s+")


@dataclass
class Reader:
    """Reads the persons of one sheet; ``found`` gathers their faults."""

    sheet: str
    found: list[Fault]

    def members(self, text: PersonText, head_name: str) -> list[ProposedMember]:
        """The member of a person's texts, or several when a cell lists their names."""
        return [member for part in _apart(text) if (member := self._member(part, head_name))]

    def _member(self, text: PersonText, head_name: str) -> ProposedMember | None:
        name, bracket = _name(text.name)
        if not name:
            self._fault(text, Field.NAME, RosterFault.NAME_MISSING, "")
            return None
        number, is_good = self._number(text)
        sex = self._sex(text, number if is_good else "")
        relation, state = self._relation(text, name, bracket, sex, head_name)
        return ProposedMember(
            name=name,
            relation=relation,
            sex=sex,
            citizen_number=number,
            born_on=self._birthday(text, number),
            phone=self._phone(text),
            residence=self._residence(text, bracket, state),
            note=self._note(text),
            row=text.row,
        )

    def _fault(self, text: PersonText, kind: Field, code: RosterFault, value: str) -> None:
        self.found.append(Fault(self.sheet, text.row, text.slot.heading(kind), code, value))

    def _number(self, text: PersonText) -> tuple[str, bool]:
        """The number, and whether it can be trusted to tell the sex: a mistyped one cannot."""
        raw = text.texts.get(Field.CITIZEN_NUMBER, "")
        if not raw:
            if Field.CITIZEN_NUMBER in text.slot.columns:
                self._fault(text, Field.CITIZEN_NUMBER, RosterFault.NUMBER_MISSING, "")
            return "", False
        number = citizen_number.normalised(raw)
        faults = citizen_number.check(raw)
        for fault in faults:
            self._fault(text, Field.CITIZEN_NUMBER, RosterFault(fault.value), number)
        return number, citizen_number.WARNINGS.issuperset(faults)

    def _sex(self, text: PersonText, number: str) -> str:
        raw = text.texts.get(Field.SEX, "")
        code, of_number = cells.sex_code(raw), citizen_number.sex_of(number) if number else "0"
        if code is None:
            self._fault(text, Field.SEX, RosterFault.SEX_UNKNOWN, raw)
        elif code in ("1", "2") and of_number in ("1", "2") and code != of_number:
            self._fault(text, Field.SEX, RosterFault.SEX_DIFFERS, raw)
        return code if code in ("1", "2") else of_number if of_number != "0" else code or "0"

    def _relation(
        self, text: PersonText, name: str, bracket: str, sex: str, head_name: str
    ) -> tuple[str, Residence | None]:
        """The code, and the state where a state was written instead of a relation."""
        if text.slot.is_head or _says_head(text):
            return relations.HEAD, None
        raw = cells.filled(text.texts.get(Field.RELATION, "")) or text.slot.kin
        code = relations.code_of(raw or bracket, sex)
        if code:
            return code, None
        if name == head_name:
            return relations.HEAD, None
        if raw:
            self._fault(text, Field.RELATION, RosterFault.RELATION_UNKNOWN, raw)
        return "", cells.residence(raw) if raw else None

    def _birthday(self, text: PersonText, number: str) -> date | None:
        of_number = citizen_number.born_on_of(number) if number else None
        if text.born == "":
            return of_number
        day, understood = cells.birthday(text.born)
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

    def _residence(self, text: PersonText, bracket: str, state: Residence | None) -> str:
        raw = cells.filled(text.texts.get(Field.RESIDENCE, ""))
        found = cells.residence(raw, text.slot.heading(Field.RESIDENCE)) if raw else None
        if raw and not found:
            self._fault(text, Field.RESIDENCE, RosterFault.STATE_UNKNOWN, raw)
        of_name = cells.residence(bracket) if bracket and not raw else None
        return (state or found or of_name or Residence.PRESENT).value

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
    found = _BRACKET.search(text)
    bare = _LEADING.sub("", _BRACKET.sub("", text).strip())
    if not bare.isascii():
        bare = _AMONG_HAN.sub("", bare)
    return bare.strip(" 、,;:()"), found[1] if found else ""


def _says_head(text: PersonText) -> bool:
    return text.texts.get(Field.IS_HEAD, "") in ("是", "户主", "1", "√", "Y", "y")


def _apart(text: PersonText) -> list[PersonText]:
    """One person text each, where a cell lists several names (张三、李四 or one a line)."""
    names = [part.strip() for part in LISTED.split(text.name) if part.strip()]
    if len(names) < 2 or any(len(name) < 2 for name in names):
        return [text]
    listed = {kind: LISTED.split(value) for kind, value in text.texts.items()}
    return [
        PersonText(
            slot=text.slot,
            row=text.row,
            name=name,
            texts={k: v[place].strip() for k, v in listed.items() if len(v) == len(names)},
        )
        for place, name in enumerate(names)
    ]
