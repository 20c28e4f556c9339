"""A roster as JSON and back, to carry it from the reading process to the app."""

import msgspec

from gridapp.rosters.proposal import Roster

_decoder = msgspec.json.Decoder(Roster)


def to_json(roster: Roster) -> bytes:
    """The roster in one line."""
    return msgspec.json.encode(roster)


def from_json(line: bytes) -> Roster:
    """The roster that ``to_json`` wrote."""
    return _decoder.decode(line)
