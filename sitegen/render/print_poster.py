"""A poster as HTML for paper: tiles, the big words, the sentence, and a strip with the code at the foot.

A3 is A4 enlarged. How large the words stand is decided before the layout (`print_fit`): always one page.
"""

from typing import Literal

from sitegen.model.document import Block, Document, Figure, Heading, Media, Paragraph, Section
from sitegen.render import print_art
from sitegen.render.fonts import FACES, script_of
from sitegen.render.html_inline import Writing, element, plain
from sitegen.render.pdf_job import FontFile, PdfJob, Sheet, media_url
from sitegen.render.print_fit import Fit, fit, text_lines
from sitegen.render.print_html import PrintTheme, page_html
from sitegen.render.tree_html import picture_html, write_blocks
from sitegen.render.tree_words import scripts_of

Size = Literal["a4", "a3"]
A3 = 297 / 210
QR_BOX, STRIP_LINE, FOOT_LINE = 50.0, 7.6, 5.3  # millimetres
STRIP_WIDTH, LOGO_WIDTH = 124.0, 46.0
FOOT_WIDTH = 184.0


def poster_job(document: Document, theme: PrintTheme, size: Size = "a4") -> PdfJob:
    """Everything the renderer gets for a poster.

    Raises `ValueError` for another kind of document and for a tone that is none.
    """
    scripts = scripts_of(document)
    names = ["poster", *(f"faces-{script}" for script in scripts)]
    names += ["poster-rtl"] if document.direction == "rtl" else []
    names += ["poster-a3"] if size == "a3" else []
    fitted = _fit(document)
    return PdfJob(
        html=poster_html(document, fitted),
        css=tuple(Sheet(f"{name}.css", theme.css[name]) for name in names),
        fonts=tuple(FontFile(name, theme.fonts[name]) for script in scripts for name in FACES[script]),
        media=(*document.media, *_art(document, theme, fitted.rows)),
        zoom=A3 if size == "a3" else 1.0,
    )


def poster_html(document: Document, fitted: Fit) -> str:
    """The whole page."""
    if document.kind != "poster":
        raise ValueError(f"not a poster: {document.kind!r}")
    urls = {media.name: media_url(media.name) for media in document.media}
    writing = Writing(document.lang, "print", urls=urls)
    parts = {block.role: block for block in document.children if isinstance(block, Section)}
    words = _words(parts["cover"].children, fitted, writing)
    low = _strip(parts["ask"].children, writing)
    low += element("div", write_blocks(parts["foot"].children, writing), ("class", "foot-lines"))
    tiles = f'<div class="tiles rows-{fitted.rows}"></div>' if fitted.rows else ""
    sheet = tiles + words + element("div", low, ("class", "low"))
    return page_html(document, element("div", sheet, ("class", "sheet")))


def _words(blocks: tuple[Block, ...], fitted: Fit, writing: Writing) -> str:
    title = "".join(write_blocks((block,), writing) for block in blocks if isinstance(block, Heading))
    rest = write_blocks((block for block in blocks if not isinstance(block, Heading)), writing)
    size = f"font-size:{fitted.size}pt;line-height:{fitted.leading}"
    return element("div", title, ("class", "words"), ("style", size)) + element(
        "div", rest, ("class", "sentence"), ("style", f"font-size:{fitted.sentence}pt")
    )


def _strip(blocks: tuple[Block, ...], writing: Writing) -> str:
    """The code floats at the beginning, a logo at the end, the words between them; read in their order."""
    code = [block for block in blocks if isinstance(block, Figure) and block.role == "qr"]
    logo = [block for block in blocks if isinstance(block, Figure) and block.role == "logo"]
    words = write_blocks((block for block in blocks if not isinstance(block, Figure)), writing)
    inside = "".join(element("div", picture_html(one, writing), ("class", "qr")) for one in code)
    inside += element("div", words, ("class", "ask-words with-logo" if logo else "ask-words"))
    inside += "".join(element("div", picture_html(one, writing), ("class", "logo")) for one in logo)
    return element("div", inside, ("class", "strip"))


def _fit(document: Document) -> Fit:
    parts = {block.role: block.children for block in document.children if isinstance(block, Section)}
    script = script_of(document.lang)
    title = " ".join(plain(one.children) for one in parts["cover"] if isinstance(one, Heading))
    sentence = " ".join(plain(one.children) for one in parts["cover"] if isinstance(one, Paragraph))
    has_logo = any(isinstance(one, Figure) and one.role == "logo" for one in parts["ask"])
    width = STRIP_WIDTH - (LOGO_WIDTH if has_logo else 0.0)
    asked = [plain(one.children) for one in parts["ask"] if isinstance(one, Paragraph)]
    strip = max(QR_BOX, 10 + sum(text_lines(text, 17, width, script) for text in asked) * STRIP_LINE)
    foot = [plain(one.children) for one in parts["foot"] if isinstance(one, Paragraph)]
    lines = sum(text_lines(text, 10.5, FOOT_WIDTH, script) for text in foot)
    return fit(title, sentence, strip + 5 + lines * FOOT_LINE, script)


def _art(document: Document, theme: PrintTheme, rows: int) -> tuple[Media, ...]:
    tone = print_art.tones(document.accent)
    return (print_art.poster(rows, theme.tiles, tone),) if rows else ()
