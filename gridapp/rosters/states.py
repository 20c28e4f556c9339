"""Where a member is now, as ``contract.households.Residence`` has it (a test keeps them equal).

Written here anew because that module brings the whole machinery of the database with it, which
the child process would load for each file that it reads: most of its start.
"""

from enum import StrEnum


class State(StrEnum):
    """The states a roster can tell, the gravest first: of several columns it decides."""

    DEAD = "dead"
    MOVED = "moved"
    AWAY = "away"
    PRESENT = "present"
