"""The styles and lists of the DOCX template, by the print part of the look: sizes in points."""

from collections.abc import Iterable

from sitegen.model.colour import tones
from sitegen.structs import Struct

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

FONT = "Arial"  # on every office machine, with Latin, Cyrillic and Arabic letters of one design
MONO = "Courier New"
_TONES = {token: tone.removeprefix("#").upper() for token, tone in tones("#47398b").items()}
ACCENT, STRONG, TINT = _TONES["accent"], _TONES["accent-strong"], _TONES["accent-tint"]
INK, SOFT, LINE, WHITE = "23201D", "5A544D", "DDD6CA", "FFFFFF"
NOTE_GROUND, NOTE_INK = "FFF3D4", "4A3300"


class Style(Struct, frozen=True):
    """A paragraph style: sizes in points, distances in points, `box` is the ground it stands on."""

    id: str
    name: str
    size: float = 12
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    line: float = 1.25
    based_on: str = "Normal"
    level: int = 0
    next: str = ""
    keep: bool = False
    indent: float = 0
    ground: str = ""
    pad: float = 0
    shade: str = ""


# No style is called Figure, Note, Code or Link: LibreOffice makes tags of a PDF of styles' names, and a tag
# that PDF knows must not get another meaning (ISO 14289-1, 7.1).
STYLES: tuple[Style, ...] = (
    Style("Title", "Title", 40, True, WHITE, 0, 4, 1.05, level=1, keep=True, ground=STRONG, pad=18),
    Style("Subtitle", "Subtitle", 17, False, WHITE, 0, 16, 1.2, keep=True, ground=STRONG, pad=18),
    Style("Cover", "Cover", 12, False, WHITE, 0, 0, 1.2, ground=STRONG, pad=18),
    Style("Heading1", "heading 1", 28, True, STRONG, 24, 10, 1.1, level=1, keep=True),
    Style("Heading2", "heading 2", 22, True, STRONG, 28, 8, 1.1, level=2, keep=True),
    Style("Heading3", "heading 3", 15, True, STRONG, 14, 3, 1.15, level=3, keep=True),
    Style("Heading4", "heading 4", 13.5, True, INK, 10, 1, 1.15, level=4, keep=True),
    Style("Heading5", "heading 5", 12, True, INK, 10, 2, 1.15, level=5, keep=True),
    Style("Heading6", "heading 6", 12, True, SOFT, 10, 2, 1.15, level=6, keep=True),
    Style("Lead", "Lead", 14, after=10, line=1.3),
    Style("Detail", "Detail", 11, colour=SOFT, after=2, line=1.15, keep=True),
    Style("What", "What", bold=True, after=2, line=1.2),
    Style("Limit", "Limit", colour=NOTE_INK, after=2, line=1.2, shade=NOTE_GROUND),
    Style("Address", "Address", after=2, line=1.2),
    Style("How", "How", after=2, line=1.2),
    Style("Hours", "Hours", after=2, line=1.2),
    Style("Contact", "Contact", after=8, line=1.2),
    Style("Fact", "Fact", after=4, line=1.2),
    Style("Small", "Small", 11, colour=SOFT, line=1.2),
    Style("Notice", "Notice", colour=NOTE_INK, after=2, line=1.25, ground=NOTE_GROUND, pad=9),
    Style("ListBullet", "List Bullet", after=4),
    Style("ListNumber", "List Number", after=4),
    Style("ListContinue", "List Continue", after=4),
    Style("Picture", "Picture", before=8, after=10, line=1),
    Style("Caption", "caption", 12, True, STRONG, 14, 5, 1.15, keep=True),
    Style("PictureCaption", "Picture Caption", 11, colour=SOFT, after=10, line=1.2),
    Style("TableText", "Table Text", before=3, after=3, line=1.15),
    Style("TableGap", "Table Gap", 6, after=0, line=1),
    Style("Footer", "footer", 10.5, colour=SOFT, after=0, line=1),
)

CHARACTER_STYLES: tuple[tuple[str, str, str], ...] = (
    ("Strong", "Strong", "<w:b/><w:bCs/>"),
    # Arabic letters have no slanted form: stress is bold there.
    ("Emphasis", "Emphasis", "<w:bCs/><w:i/>"),
    ("Typed", "Typed", f'<w:rFonts w:ascii="{MONO}" w:hAnsi="{MONO}" w:cs="{MONO}"/>'),
    ("Label", "Label", f'<w:color w:val="{SOFT}"/>'),
    ("CoverLink", "Cover Link", f'<w:color w:val="{WHITE}"/><w:u w:val="single"/>'),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/>'),
)

LEVELS = 4
STEP = 20  # points of indent for a level of a list
BULLETS = ("\N{BULLET}", "\N{EN DASH}")


def styles() -> str:
    """`word/styles.xml`."""
    paragraphs = "".join(map(_paragraph_style, STYLES))
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
        for id, name, properties in CHARACTER_STYLES
    )
    return (
        f"{XML}<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{INK}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="fi-FI" w:eastAsia="fi-FI" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 6, 1.25)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{paragraphs}{characters}{_table_styles()}</w:styles>"
    )


def _paragraph_style(style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="{style.next or _next(style)}"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>{_paragraph_properties(style)}</w:pPr>'
        f"{_run_properties(style)}</w:style>"
    )


def _next(style: Style) -> str:
    return "Normal" if style.level or style.id in ("Caption", "Picture") else style.id


def _paragraph_properties(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep else ""
    keep += "<w:keepLines/>" if style.keep or style.ground else ""
    indent = f'<w:ind w:left="{_twips(style.pad)}" w:right="{_twips(style.pad)}"/>' if style.pad else ""
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return keep + _box(style) + _spacing(style.before, style.after, style.line) + indent + level


def _box(style: Style) -> str:
    """The ground of a paragraph with edges of its own colour, which give it room at the sides.

    Paragraphs with the same edges and indents that follow each other stand in one box.
    """
    if not style.ground:
        return ""
    edges = "".join(_edge(style, side) for side in ("top", "left", "bottom", "right"))
    return f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{style.ground}"/>'


def _edge(style: Style, side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="{round(style.pad)}" w:color="{style.ground}"/>'


def _spacing(before: float, after: float, line: float) -> str:
    return (
        f'<w:spacing w:before="{_twips(before)}" w:after="{_twips(after)}" w:line="{round(line * 240)}"'
        ' w:lineRule="auto"/>'
    )


def _run_properties(style: Style) -> str:
    size = round(style.size * 2)
    parts = [
        "<w:b/><w:bCs/>" if style.bold else "",
        f'<w:color w:val="{style.colour}"/>' if style.colour else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if style.size != 12 else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""


def _table_styles() -> str:
    """The plain table and ours: hairlines between rows, tinted head, bold row headings."""
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 8, STRONG), ("bottom", 8, STRONG), ("insideH", 4, LINE))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="KaikuTable"><w:name w:val="Kaiku Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{STRONG}"/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
    )


def numbering() -> str:
    """`word/numbering.xml`: definitions 0 bullets, 1 numbers, 2 steps.

    The writer adds a `w:num` for each list that counts.
    """
    bullets = [(BULLETS[min(level, 1)], "bullet") for level in range(LEVELS)]
    numbers = [(f"%{level + 1}.", "decimal") for level in range(LEVELS)]
    small = f'<w:color w:val="{ACCENT}"/>'
    large = f'<w:b/><w:bCs/><w:color w:val="{ACCENT}"/>'
    return (
        f"{XML}<w:numbering {MAIN}>{_abstract(0, bullets, small, STEP)}{_abstract(1, numbers, large, STEP)}"
        f'{_abstract(2, numbers, large, 26)}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )


def _abstract(id: int, levels: Iterable[tuple[str, str]], look: str, step: int) -> str:
    rows = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_twips(step * (level + 1))}"'
        f' w:hanging="{_twips(step)}"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
        for level, (text, kind) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'
    )


def _twips(points: float) -> int:
    return round(points * 20)
