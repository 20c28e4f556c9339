"""What is known of a case beside its steps, as acts: parties, sums, what it repeats."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import PartyRecord, PartyRole, Side
from gridapp.domain.disputes.dispute_faults import MOST_REPRESENTATIVES, DisputeFault
from gridapp.domain.masking import mask_phone
from gridapp.store.search.search import HitKind
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Line, Money, Number, Tick
from gridapp.ui.acts.rows import Carried, Cells, Rows
from gridapp.ui.disputes.look import Look
from gridapp.usecases import searching
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewParty

translate = QCoreApplication.translate


def parties_act(look: Look) -> Act:
    """Who the parties are."""
    standing = {str(party.id): party for party in look.case.parties}

    def do(desk: Desk, values: Values) -> Changed:
        wanted = [_party(row, standing.get(row["id"])) for row in values["parties"]]
        return disputes.set_parties(desk, look.case, wanted)

    rows = partial(
        Rows,
        partial(_cells, None),
        translate("acts", "Add a person"),
        [partial(_cells, party) for party in standing.values()],
    )
    rule = translate("acts", "At most {count} representatives speak for a group ({article}).")
    return Act(
        "facts.parties",
        translate("acts", "Change the parties"),
        do,
        (Asked("parties", translate("acts", "Parties"), rows),),
        rule.format(count=MOST_REPRESENTATIVES, article=case_words.cite("信访工作条例第二十条")),
        tuple(
            (party.id, party.name, party.phone, party.side, party.role)
            for party in look.case.parties
        ),
    )


def _cells(party: PartyRecord | None) -> Cells:
    """A phone that is kept already stays masked; only a new one is typed."""
    phone = Line()
    phone.setPlaceholderText(mask_phone(party.phone) if party else "")
    sides = [(side.value, names.side(side)) for side in Side]
    roles = [(role.value, case_words.role(role)) for role in PartyRole]
    speaks = Tick(
        translate("acts", "speaks for others"), start=bool(party and party.representative)
    )
    return {
        "id": ("", Carried(str(party.id) if party else "")),
        "name": (translate("acts", "Name"), Line(party.name if party else "")),
        "side": (translate("acts", "Side"), Pick(sides, party.side if party else "")),
        "role": (translate("acts", "Role"), Pick(roles, party.role if party else "")),
        "phone": (translate("acts", "Phone"), phone),
        "representative": (translate("acts", "Representative"), speaks),
    }


def _party(row: Mapping[str, Any], before: PartyRecord | None) -> NewParty:
    return NewParty(
        side=Side(row["side"]),
        name=row["name"],
        phone=row["phone"] or (before.phone if before else ""),
        household_id=before.household_id if before else None,
        role=PartyRole(row["role"]),
        representative=row["representative"],
        id=before.id if before else None,
    )


def amounts_act(look: Look) -> Act:
    """How many people it is about, and the sums."""
    dispute = look.case.dispute
    people = translate("acts", "People involved")
    sums = (
        ("claimed", translate("acts", "Claimed, in yuan"), dispute.amount_claimed),
        ("agreed", translate("acts", "Agreed, in yuan"), dispute.amount_agreed),
        ("paid", translate("acts", "Paid, in yuan"), dispute.amount_paid),
    )

    def do(desk: Desk, values: Values) -> Changed:
        claimed, agreed, paid = (values[name] for name, *_ in sums)
        return disputes.set_amounts(desk, dispute, claimed, agreed, paid, values["people"])

    return Act(
        "facts.amounts",
        translate("acts", "People and sums"),
        do,
        (
            Asked("people", people, partial(Number, dispute.people_involved)),
            *(Asked(name, label, partial(Money, amount)) for name, label, amount in sums),
        ),
        basis=(dispute.people_involved, *(amount for *_, amount in sums)),
    )


def relate_act(look: Look) -> Act:
    """Which earlier matter this one repeats."""
    dispute_id = look.case.dispute.id

    def do(desk: Desk, values: Values) -> Changed:
        wanted = values["number"]
        earlier = _by_number(desk, wanted) if wanted else None
        if wanted and earlier is None:
            raise RejectedError([DisputeFault.REPEATED_MISSING])
        return disputes.relate(desk, dispute_id, earlier)

    hint = translate("acts", "It joins matters, not people. Empty: it repeats none.")
    asked = Asked("number", translate("acts", "Number of the earlier matter"), Line, hint)
    return Act("facts.relate", translate("acts", "It repeats an earlier matter"), do, (asked,))


def _by_number(desk: Desk, number: str) -> UUID | None:
    """The case with this number; its last digits will do when no other ends so."""
    hits = [hit for hit in searching.find(desk, number) if hit.kind == HitKind.DISPUTE]
    found = [hit.id for hit in hits if hit.detail.endswith(number)]
    return found[0] if len(found) == 1 else None
