"""What a laptop does by itself about a county that refuses an exchange, so that it can go on."""

from dataclasses import dataclass

from gridapp.contract.problems import Problem
from gridapp.store.files import blobs
from gridapp.sync import enrol, outgoing, pace, push
from gridapp.sync.county import Device
from gridapp.sync.cycle import Cycle
from gridapp.sync.faults import LineFault, Offline, Refused

MOST_REWINDS = 3
"""In one cycle; a county that goes back more often is not to be helped by us."""

UNREADABLE = ("400.", "413.", "422.")
"""What codes begin with that say of a batch that the county cannot read it, or not as it is."""


@dataclass
class Mended:
    """What has been tried in this cycle."""

    rewinds: int = 0
    renewed: bool = False


def mend(cycle: Cycle, fault: LineFault, mended: Mended) -> bool:
    """Whether the exchange can be tried again at once. Raises the LineFault of a new request."""
    if isinstance(fault, Offline):
        if fault.midway:
            with cycle.store.session() as session:
                pace.broke(session, reading=False)
        return False
    if not isinstance(fault, Refused):
        return False
    if fault.code == Problem.DEVICE_FORKED:
        return _renew(cycle, mended)
    if fault.code == Problem.DSEQ_GAP and fault.expected:
        return _rewind(cycle, fault.expected, mended)
    if fault.code.startswith(UNREADABLE):
        with cycle.store.session() as session:
            return push.cut(session, fault.code)
    return False


def _rewind(cycle: Cycle, expected: int, mended: Mended) -> bool:
    """The county was restored from a backup: what it lost is sent again.

    What this laptop does not hold either cannot be sent; then it begins anew with what it holds.
    """
    mended.rewinds += 1
    if mended.rewinds > MOST_REWINDS:
        return False
    with cycle.store.session() as session:
        held = outgoing.rewind(session, expected)
        blobs.offer_again(session)
    return held or _renew(cycle, mended)


def _renew(cycle: Cycle, mended: Mended) -> bool:
    """Two laptops speak as one device, or this is an old image: go on as a device of its own.

    Its id and keys are kept before asking: if the answer is lost, the same is asked again.
    """
    if mended.renewed:
        return False
    mended.renewed = True
    with cycle.store.session() as session:
        new = enrol.next_device(session, cycle.random_bytes)
    reply = cycle.county.renew(enrol.renewal(cycle.device, new))
    with cycle.store.session() as session:
        token = enrol.renewed(session, new, reply)
        blobs.offer_again(session)
    cycle.device = new.id
    cycle.county.become(Device(new.id, new.sign_key), token)
    return True
