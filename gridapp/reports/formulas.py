"""What a spreadsheet would take for a formula: nothing that comes out of data may be one."""

_FIRST = frozenset("=+-@\t\r＝＋－＠")
"""The full-width ones begin a formula in Chinese spreadsheets as well."""


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet could reckon with this text instead of showing it."""
    return text[:1] in _FIRST or text.lstrip()[:1] in _FIRST
