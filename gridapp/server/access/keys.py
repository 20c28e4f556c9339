"""The county's own keys: one signs what goes by stick, the other opens what comes."""

import secrets
from dataclasses import dataclass

from nacl.public import PrivateKey
from nacl.signing import SigningKey
from sqlalchemy import Connection

from gridapp.server.database import settings

NAME = "county_keys"
BYTES = 32


@dataclass(frozen=True)
class CountyKeys:
    """The seed of the signing key and the private box key."""

    sign_key: bytes
    box_key: bytes

    def public(self) -> dict[str, str]:
        """The public halves in hex, under the names by which laptops are told them."""
        return {
            "county_sign_key": SigningKey(self.sign_key).verify_key.encode().hex(),
            "county_box_key": PrivateKey(self.box_key).public_key.encode().hex(),
        }


def own(connection: Connection) -> CountyKeys:
    """The keys, made at the first opening; they go into backups with everything else."""
    kept = bytes.fromhex(settings.locked(connection, NAME, secrets.token_hex(2 * BYTES)))
    return CountyKeys(kept[:BYTES], kept[BYTES:])
