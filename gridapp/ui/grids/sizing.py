"""How a micro-grid stands to the band of households, as a word and a quiet colour."""

from PySide6.QtCore import QCoreApplication

from gridapp.domain.grids import Size, size_of
from gridapp.ui.tokens import Tone

translate = QCoreApplication.translate


def size_text(households: int) -> str:
    """``18 households``, with a word when it is outside the band."""
    text = translate("sizing", "{count} households").format(count=households)
    words = {
        Size.SMALL: translate("sizing", "small"),
        Size.LARGE: translate("sizing", "large"),
        Size.FITTING: "",
    }
    word = words[size_of(households)]
    return f"{text} · {word}" if word else text


def size_tone(households: int) -> Tone:
    """Green in the band, amber above it, blue below it."""
    tones = {Size.SMALL: Tone.ACCENT, Size.LARGE: Tone.AMBER, Size.FITTING: Tone.GREEN}
    return tones[size_of(households)]
