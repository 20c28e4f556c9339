"""Money: kept in fen, written in yuan."""

import re

_SUM = re.compile(r"(\d+)(?:\.(\d{1,2}))?(万)?元?")
_IDLE = str.maketrans("０１２３４５６７８９．", "0123456789.", ",， ¥￥\u3000")


def yuan(fen: int) -> str:
    """``¥1,200``, ``¥0.50``: with thousands, and decimals only where there are any."""
    whole, rest = divmod(abs(fen), 100)
    sign = "-" if fen < 0 else ""
    return f"{sign}¥{whole:,}" + (f".{rest:02d}" if rest else "")


def fen(text: str) -> int:
    """The sum that people write as ``600``, ``1,200.50``, ``¥600元``, ``1.5万``.

    Raises ValueError when it is none.
    """
    found = _SUM.fullmatch(text.translate(_IDLE))
    if found is None:
        raise ValueError(text)
    whole, rest, ten_thousands = found.groups()
    value = int(whole) * 100 + int((rest or "").ljust(2, "0") or 0)
    return value * 10_000 if ten_thousands else value
