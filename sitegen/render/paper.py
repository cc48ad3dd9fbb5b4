"""Plain sheets for the office: lists, labels and proofs, laid out by a style sheet of their own.

Brochures and posters have `print_html`. Here the caller brings the body; its style sheet tells page and type.
"""

from collections.abc import Iterable
from html import escape

from sitegen.model.document import Media
from sitegen.render.fonts import FACES, script_of, script_within
from sitegen.render.html_inline import attributes, direction
from sitegen.render.pdf_job import FontFile, PdfJob, Sheet
from sitegen.render.print_html import PrintTheme


def paper_job(
    body: str,
    lang: str,
    title: str,
    sheet: Sheet,
    theme: PrintTheme,
    *,
    quoted: Iterable[str] = (),
    media: tuple[Media, ...] = (),
) -> PdfJob:
    """The job of a sheet in `lang`. `quoted` are the other languages that stand in its body."""
    own = script_of(lang)
    scripts = (own, *sorted({script_within(other, own) for other in quoted} - {own}))
    tags = attributes((("lang", lang), ("dir", direction(lang)), ("class", f"script-{own}")))
    html = (
        f'<!doctype html>\n<html{tags}>\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    faces = tuple(Sheet(f"faces-{script}.css", theme.css[f"faces-{script}"]) for script in scripts)
    fonts = tuple(FontFile(name, theme.fonts[name]) for script in scripts for name in FACES[script])
    return PdfJob(html=html, css=(sheet, *faces), fonts=fonts, media=media)
