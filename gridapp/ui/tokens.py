"""Design tokens: colours of the light and the dark theme, tones, and the theme in force."""

from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """What a colour says. Never shown without a word or a shape beside it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class Colors(NamedTuple):  # made before the first paint, faster than a dataclass
    """One theme. Every ink reads at 4.5:1 or better on surface, background and its own soft."""

    dark: bool
    background: str
    surface: str
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str

    def ink(self, tone: Tone) -> str:
        """The colour of words and lines of a tone."""
        return {
            Tone.NEUTRAL: self.muted,
            Tone.ACCENT: self.accent,
            Tone.RED: self.red,
            Tone.AMBER: self.amber,
            Tone.GREEN: self.green,
        }[tone]

    def soft(self, tone: Tone) -> str:
        """The quiet fill behind words of a tone."""
        return {
            Tone.NEUTRAL: self.background,
            Tone.ACCENT: self.accent_soft,
            Tone.RED: self.red_soft,
            Tone.AMBER: self.amber_soft,
            Tone.GREEN: self.green_soft,
        }[tone]


LIGHT = Colors(
    dark=False,
    background="#F4F6F8",
    surface="#FFFFFF",
    line="#DFE4EA",
    strong_line="#7A8796",
    text="#1B2430",
    muted="#5A6675",
    accent="#1D5FA8",
    accent_hover="#174F8D",
    accent_soft="#E8F0F9",
    on_accent="#FFFFFF",
    red="#B3261E",
    red_soft="#FCEDEB",
    amber="#8A5A00",
    amber_soft="#FFF4DC",
    green="#1A7344",
    green_soft="#E6F4EC",
)

DARK = Colors(
    dark=True,
    background="#171B21",
    surface="#20262E",
    line="#343C47",
    strong_line="#76828F",
    text="#E6EAF0",
    muted="#9AA6B5",
    accent="#6FA8E8",
    accent_hover="#8ABAF0",
    accent_soft="#22344A",
    on_accent="#10161D",
    red="#F2938C",
    red_soft="#3D2423",
    amber="#E8BC6A",
    amber_soft="#3A301C",
    green="#7CCB9C",
    green_soft="#1E3428",
)


class Theme(NamedTuple):
    """What is in force: the colours and the text size in per cent (100 to 200)."""

    colors: Colors
    text_percent: int

    def px(self, design: float) -> int:
        """Logical pixels of a length that grows with the text, from its size at 100 %."""
        return round(design * self.text_percent / 100)


_in_force = [Theme(LIGHT, 100)]


def current() -> Theme:
    """The theme in force; widgets that paint ask at every paint."""
    return _in_force[0]


def put_in_force(theme: Theme) -> None:
    """Only for ``theme.apply``, which dresses the application to match."""
    _in_force[0] = theme
