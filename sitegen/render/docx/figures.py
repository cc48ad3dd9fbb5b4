"""Pictures: each in a paragraph of its own, never floating (BAR D09), with its words (BAR D05)."""

from lxml import etree

from sitegen.model.document import Figure
from sitegen.render.docx.inlines import runs
from sitegen.render.docx.paragraphs import paragraph
from sitegen.render.docx.parts import EMU, Picture
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.xml import Element, R, clean, put, spaced, w

MILLIMETRE = 72 / 25.4  # points
SCREEN = 72 / 96  # points in a pixel as browsers count
WIDEST, HIGHEST = 150 * MILLIMETRE, 110 * MILLIMETRE
# Widest and highest by role, in points. A QR code is read by a telephone from 34 mm.
BOUNDS = {
    "qr": (34 * MILLIMETRE, 34 * MILLIMETRE),
    "logo": (60 * MILLIMETRE, 22 * MILLIMETRE),
}
FILLED = ("qr", "logo")  # drawn as large as the bounds allow, however few pixels they have

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def figure_paragraphs(figure: Figure, setting: Setting) -> list[Element]:
    """The picture and its caption.

    Decoration without a picture that Word can show is left out; raises `KeyError` for any other.
    """
    if not figure.alt and not setting.parts.has_picture(figure.media):
        return []
    picture = setting.parts.picture(figure.media)
    drawing = w("drawing", _inline(figure, picture, setting.parts.next_id()))
    found = [paragraph("Picture", [w("r", drawing)], setting)]
    if setting.section == "cover":
        spaced(found[0], before=16)
    if figure.caption:
        put(found[0], w("keepNext"))
        found.append(paragraph("PictureCaption", runs(figure.caption, setting), setting))
    return found


def size(figure: Figure, picture: Picture) -> tuple[int, int]:
    """Width and height in EMU: as large as it is on a screen, within the bounds of its role."""
    widest, highest = BOUNDS.get(figure.role, (WIDEST, HIGHEST))
    wide, high = picture.width * SCREEN, picture.height * SCREEN
    share = min(widest / wide, highest / high)
    if figure.role not in FILLED:
        share = min(share, 1.0)
    return round(wide * share * EMU), round(high * share * EMU)


def _inline(figure: Figure, picture: Picture, number: int) -> Element:
    width, height = size(figure, picture)
    made = _element(PLACED, "inline", distT="0", distB="0", distL="0", distR="0")
    _child(made, PLACED, "extent", cx=width, cy=height)
    properties = _child(made, PLACED, "docPr", id=number, name=f"picture{number}", descr=clean(figure.alt))
    if not figure.alt:
        extension = _child(_child(properties, DRAWING, "extLst"), DRAWING, "ext", uri=DECORATIVE_ID)
        _child(extension, DECORATIVE, "decorative", val=1)
    locks = _child(_child(made, PLACED, "cNvGraphicFramePr"), DRAWING, "graphicFrameLocks")
    locks.set("noChangeAspect", "1")
    data = _child(_child(made, DRAWING, "graphic"), DRAWING, "graphicData", uri=PICTURE)
    _picture(data, picture, number, width, height)
    return made


def _picture(parent: Element, picture: Picture, number: int, width: int, height: int) -> None:
    made = _child(parent, PICTURE, "pic")
    about = _child(made, PICTURE, "nvPicPr")
    _child(about, PICTURE, "cNvPr", id=number, name=f"picture{number}")
    _child(about, PICTURE, "cNvPicPr")
    fill = _child(made, PICTURE, "blipFill")
    _child(fill, DRAWING, "blip").set(R + "embed", picture.relation)
    _child(_child(fill, DRAWING, "stretch"), DRAWING, "fillRect")
    shape = _child(made, PICTURE, "spPr")
    place = _child(shape, DRAWING, "xfrm")
    _child(place, DRAWING, "off", x=0, y=0)
    _child(place, DRAWING, "ext", cx=width, cy=height)
    _child(_child(shape, DRAWING, "prstGeom", prst="rect"), DRAWING, "avLst")


def _element(space: str, tag: str, **attributes: str | int) -> Element:
    made = etree.Element(
        f"{{{space}}}{tag}", nsmap={"wp": PLACED, "a": DRAWING, "pic": PICTURE, "adec": DECORATIVE}
    )
    for name, value in attributes.items():
        made.set(name, str(value))
    return made


def _child(parent: Element, space: str, tag: str, **attributes: str | int) -> Element:
    made = etree.SubElement(parent, f"{{{space}}}{tag}")
    for name, value in attributes.items():
        made.set(name, str(value))
    return made
