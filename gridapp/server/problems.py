"""A refusal on its way out: raised anywhere, answered as a numbered problem."""

from gridapp.contract.problems import Problem, ProblemReply


class Refusal(Exception):
    """The request is answered with this problem. ``detail`` is for logs, without personal data."""

    def __init__(
        self,
        code: Problem,
        *,
        expected: int | None = None,
        detail: str = "",
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code.value)
        self.code = code
        self.retry_after = retry_after
        self.reply = ProblemReply(code=code.value, expected=expected, detail=detail)

    @property
    def status(self) -> int:
        """The HTTP status: the first three digits of the code."""
        return int(self.code.value[:3])
