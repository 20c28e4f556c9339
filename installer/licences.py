"""The licence texts of everything that the bundle carries along."""

from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

GNU_TEXTS = Path(__file__).with_name("licence_texts")
WITHOUT_TEXT = {
    "pyside6-essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
}
"""Packages that are installed without the text of their licence."""


def licence_files(root: str = "gridapp", extra: str = "server") -> list[tuple[str, str]]:
    """Pairs of a file and its folder in the bundle, ``licences/<package>``.

    Raises LookupError for a package that comes without a text and is not known to do so.
    """
    pairs = []
    for name, package in sorted(carried(root, extra).items()):
        files = texts(package) or [GNU_TEXTS / f"{text}.txt" for text in WITHOUT_TEXT[name]]
        pairs += [(str(file), f"licences/{name}") for file in files]
    return pairs


def carried(root: str, extra: str) -> dict[str, Distribution]:
    """The packages that ``root[extra]`` needs on this machine, by name, however deep."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(f"{root}[{extra}]")]
    while waiting:
        wanted = waiting.pop()
        package = distribution(wanted.name)
        found.setdefault(canonicalize_name(wanted.name), package)
        for line in package.requires or []:
            needed = Requirement(line)
            if applies(needed, wanted.extras) and canonicalize_name(needed.name) not in found:
                waiting.append(needed)
    del found[canonicalize_name(root)]
    return found


def applies(needed: Requirement, extras: set[str]) -> bool:
    """Whether a requirement holds here, for one of the extras that were asked for."""
    marker = needed.marker
    return marker is None or any(marker.evaluate({"extra": name}) for name in ("", *extras))


def texts(package: Distribution) -> list[Path]:
    """Licence and notice files that the package was installed with."""
    words = ("licen", "copying", "notice")
    return [
        Path(str(file.locate()))
        for file in package.files or []
        if ".dist-info" in file.parts[0] and any(word in file.name.lower() for word in words)
    ]
