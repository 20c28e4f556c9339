"""The national list of divisions that ships with the program: find a county, read what is in it.

The file lists provinces, cities, counties, townships and villages (codes of 2, 4, 6, 9 and 12
digits), level after level. Counties therefore stand near its start and are read in milliseconds;
a county's inside needs the whole file, about a quarter of a second. Nothing is kept in memory.
"""

import lzma
import re
from dataclasses import dataclass

from gridapp.host.resources import resource

COUNTY_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS = 6, 9, 12

_PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
"""Names of levels that exist only in the numbering."""


@dataclass(frozen=True)
class Division:
    """A place of the list. ``path_name`` names what it lies in, e.g. ``广西壮族自治区 桂林市``."""

    code: str
    name: str
    path_name: str


def counties(name_part: str) -> list[Division]:
    """Counties, districts and county-level cities whose name or path has each word of the text.

    Those whose own name begins with the text come first; an empty text finds nothing.
    """
    words = name_part.split()
    if not words:
        return []
    names = _upper_names()
    found = [
        Division(code, name, _path_name(code, names))
        for code, name in names.items()
        if len(code) == COUNTY_DIGITS
    ]
    found = [
        county
        for county in found
        if all(word in county.name or word in county.path_name for word in words)
    ]
    return sorted(found, key=lambda county: (not county.name.startswith(words[-1]), county.code))


def below(county_code: str) -> list[Division]:
    """The townships of a county and then its villages, each level in the order of the codes.

    The path of a township is the county's name, that of a village the township's too.
    """
    if not re.fullmatch(r"\d{6}", county_code):
        raise ValueError(county_code)
    with lzma.open(resource("data", _FILE)) as file:
        text = file.read()
    lines = re.findall(rb"^(%b\d*),(.+)$" % county_code.encode(), text, re.MULTILINE)
    names = {code.decode(): name.decode() for code, name in lines}
    county = names.pop(county_code, "")
    return [
        Division(code, name, " ".join(filter(None, (county, _township(code, names)))))
        for code, name in names.items()
    ]


_FILE = "divisions.csv.xz"


def _upper_names() -> dict[str, str]:
    """Names of provinces, cities and counties by code; stops where the townships begin."""
    names: dict[str, str] = {}
    with lzma.open(resource("data", _FILE), "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            code, _, name = line.rstrip("\n").partition(",")
            if len(code) > COUNTY_DIGITS:
                break
            names[code] = name
    return names


def _path_name(county: str, names: dict[str, str]) -> str:
    path = [names[county[:2]], names[county[:4]]]
    return " ".join(name for name in path if name not in _PLACEHOLDERS)


def _township(code: str, names: dict[str, str]) -> str:
    return names[code[:TOWNSHIP_DIGITS]] if len(code) == VILLAGE_DIGITS else ""
