"""How a micro-grid stands to the band of households, as a word and a quiet colour."""

from PySide6.QtCore import QCoreApplication

from gridapp.domain.grids.grids import Size, size_of
from gridapp.ui.tokens import Tone

translate = QCoreApplication.translate

TONES = {Size.SMALL: Tone.ACCENT, Size.LARGE: Tone.AMBER, Size.FITTING: Tone.GREEN}
"""Green in the band, amber above it, blue below it."""


def size_text(households: int) -> str:
    """``18 households``, with a word when it is outside the band."""
    text = translate("sizing", "{count} households").format(count=households)
    size = size_of(households)
    return text if size == Size.FITTING else f"{text} · {band_word(size)}"


def band_word(size: Size) -> str:
    """Where it stands to the band."""
    known = {
        Size.SMALL: translate("sizing", "small"),
        Size.LARGE: translate("sizing", "large"),
        Size.FITTING: translate("sizing", "fitting"),
    }
    return known[size]


def size_tone(households: int) -> Tone:
    """The quiet colour of a size."""
    return TONES[size_of(households)]
