"""The theme and the font table of the DOCX template: Word asks for both, our styles use neither."""

from collections.abc import Sequence

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# Offered in Word's colour menu: ink and grounds, then the checked accents.
_COLOURS = (
    ("dk1", "23201D"),
    ("lt1", "FFFFFF"),
    ("dk2", "5A544D"),
    ("lt2", "F2EDE4"),
    ("accent1", "47398B"),
    ("accent2", "1F5E4B"),
    ("accent3", "96284B"),
    ("accent4", "0F5A86"),
    ("accent5", "8A4B1A"),
    ("accent6", "9A6700"),
    ("hlink", "47398B"),
    ("folHlink", "5A544D"),
)
_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme(font: str) -> str:
    """A theme with one font and flat fills."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{tone}"/></a:{name}>' for name, tone in _COLOURS)
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface="{font}"/>'
    lines = "".join(f'<a:ln w="{width}">{_FLAT}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{XML}<a:theme xmlns:a="{DRAWING}" name="Kaiku"><a:themeElements>'
        f'<a:clrScheme name="Kaiku">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Kaiku"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Kaiku"><a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def font_table(fonts: Sequence[tuple[str, str, str]]) -> str:
    """The fonts by name, family and pitch, so that a machine without them finds the nearest."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, family, pitch in fonts
    )
    return f'{XML}<w:fonts xmlns:w="{MAIN}">{rows}</w:fonts>'
