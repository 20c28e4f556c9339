"""The fonts of a document as HTML names and sizes them, whatever machine shows it."""

from html import escape

from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph
from docx.text.run import Run

PX = 96 / 72
"""Of a point. Everything is in pixels, so that a screen of another density changes nothing."""

_DEFAULT_SIZE, _DEFAULT_FONT = 10.5, "宋体"
_SUBSTITUTES = {
    "方正小标宋简体": ("宋体", "SimSun", "STSong", "Noto Serif CJK SC", "serif"),
    "仿宋": ("FangSong", "仿宋_GB2312", "STFangsong", "Noto Serif CJK SC", "serif"),
    "宋体": ("SimSun", "STSong", "Noto Serif CJK SC", "serif"),
    "黑体": ("SimHei", "STHeiti", "Noto Sans CJK SC", "sans-serif"),
    "楷体": ("KaiTi", "STKaiti", "Noto Serif CJK SC", "serif"),
}


def font(run: Run, paragraph: Paragraph) -> str:
    """The font and size of a run, from itself or else from the style of its paragraph."""
    own = run._element.rPr
    fonts = own.rFonts if own is not None else None
    name = (fonts.get(qn("w:eastAsia")) if fonts is not None else None) or _style_font(paragraph)
    size = points(run.font.size) or style_size(paragraph)
    family = ",".join(f"'{escape(one)}'" for one in (name, *_SUBSTITUTES.get(name, ("serif",))))
    return f"font-family:{family};font-size:{size * PX:.1f}px"


def _style_font(paragraph: Paragraph) -> str:
    style = paragraph.style
    while style is not None:
        found = style.element.find(f".//{qn('w:rFonts')}")
        name = found.get(qn("w:eastAsia")) if found is not None else None
        if name:
            return str(name)
        style = style.base_style
    return _DEFAULT_FONT


def style_size(paragraph: Paragraph) -> float:
    """In points, as the style of a paragraph says."""
    style = paragraph.style
    while style is not None:
        size = points(style.font.size)
        if size:
            return size
        style = style.base_style
    return _DEFAULT_SIZE


def points(length: Length | int | None) -> float:
    """A length in points; 0 for none."""
    return Length(length).pt if length else 0.0
