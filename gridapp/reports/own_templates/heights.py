"""Makes a row of a spreadsheet high enough for what is filled in; no program does so by itself."""

import re

from gridapp.reports.documents.scanning import Element
from gridapp.reports.own_templates.book import MAIN, Sheet
from gridapp.reports.own_templates.references import number_of

_USUAL_WIDTH, _USUAL_HEIGHT = 8.43, 15.0
_LINE, _EDGES = 15.0, 3.0
"""Points."""
_HIGHEST = 409.0
"""Excel takes no more."""
_LETTERS = re.compile(r"[A-Z]+")


class Heights:
    """How wide the cells of a sheet are: merged ones as wide as all together."""

    def __init__(self, sheet: Sheet) -> None:
        root = sheet.root
        usual = root.find(f"{MAIN}sheetFormatPr")
        read = {} if usual is None else usual.attrib
        self._width = float(read.get("defaultColWidth", _USUAL_WIDTH))
        self._height = float(read.get("defaultRowHeight", _USUAL_HEIGHT))
        self._columns = [
            (int(one.get("min")), int(one.get("max")), float(one.get("width", self._width)))
            for one in root.iterfind(f"{MAIN}cols/{MAIN}col")
        ]
        self._merged: dict[str, tuple[int, int]] = {}
        for one in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
            first, _, last = one.get("ref").partition(":")
            ends = [number_of(_LETTERS.match(end)[0]) for end in (first, last)]  # type: ignore[index]
            self._merged[first] = (ends[0], ends[1])

    def fit(self, row: Element, texts: dict[str, str]) -> None:
        """Let a row grow to what its cells, by their places in the template, say now."""
        lines = max((self._lines(place, text) for place, text in texts.items()), default=1)
        height = float(row.get("ht", self._height))
        needed = min(_HIGHEST, lines * _LINE + _EDGES)
        if lines > 1 and needed > height:
            row.set("ht", f"{needed:g}")
            row.set("customHeight", "1")

    def _lines(self, place: str, text: str) -> int:
        letters = _LETTERS.match(place)
        column = number_of(letters[0]) if letters else 1
        first, last = self._merged.get(place, (column, column))
        room = max(2, int(sum(map(self._width_of, range(first, last + 1)))) - 1)
        return sum(max(1, -(-wide(line) // room)) for line in text.split("\n"))

    def _width_of(self, column: int) -> float:
        found = (width for low, high, width in self._columns if low <= column <= high)
        return next(found, self._width)


def wide(text: str) -> int:
    """How many narrow signs a text takes; a Chinese one is as wide as two."""
    return len(text.encode("gbk", "replace"))
