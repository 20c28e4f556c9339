"""Why an exchange stopped, by code. Nothing is lost: it goes on another time."""

from gridapp.contract.problems import Problem, ProblemReply


class LineFault(Exception):
    """The exchange stopped; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Offline(LineFault):
    """There is no line, or what answered is not a county.

    ``midway``: there was a line, and it broke.
    """

    def __init__(self, *, midway: bool = False) -> None:
        super().__init__("sync.offline")
        self.midway = midway


class InTheWay(LineFault):
    """A proxy or a sign-in page answered in the county's place."""

    def __init__(self) -> None:
        super().__init__("sync.proxy")


class Untrusted(LineFault):
    """Whoever answered could not prove to be the county.

    ``by_date``: by the clock here, its certificate is not valid yet, or no longer.
    """

    def __init__(self, *, by_date: bool = False) -> None:
        super().__init__("sync.untrusted")
        self.by_date = by_date


class BadAddress(LineFault):
    """The address is not one of a county."""

    def __init__(self) -> None:
        super().__init__("sync.address")


class Stopped(LineFault):
    """The person paused, or closes the program."""

    def __init__(self) -> None:
        super().__init__("sync.paused")


class Busy(LineFault):
    """The county asks to come again, if it says so after ``retry_after`` seconds."""

    def __init__(self, retry_after: int | None) -> None:
        super().__init__(Problem.BUSY.value)
        self.retry_after = retry_after


class Refused(LineFault):
    """The county refused the request; ``expected`` as in its problem reply."""

    def __init__(self, reply: ProblemReply) -> None:
        super().__init__(reply.code)
        self.expected = reply.expected
