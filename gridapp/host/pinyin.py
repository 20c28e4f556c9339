"""How characters are read: the table that ships with the program (see installer/pinyin.py)."""

from functools import cache

from gridapp.host.resources import resource


@cache
def readings(character: str) -> tuple[str, ...]:
    """The readings of a Chinese character, the usual one first; none of one that is not known.

    Without tones; ü is v. Each is looked for when it is first met: names need two thousand of the
    forty thousand characters, and a table of all would take longer to make.
    """
    text, _ = _parts()
    at = text.find(character)
    if at < 0 or character.isascii():
        return ()
    line = text.rfind("\n", 0, at) + 1
    return tuple(text[line : text.index("\t", line)].split())


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Family names that are read otherwise than elsewhere, a syllable for each character."""
    lines = (line.partition("\t") for line in _parts()[1].splitlines())
    return {name: tuple(syllables.split()) for name, _, syllables in lines}


@cache
def _parts() -> tuple[str, str]:
    text = resource("data", "pinyin.txt").read_text(encoding="utf-8")
    readings, _, names = text.partition("\n\n")
    return readings, names
