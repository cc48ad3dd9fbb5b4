"""A document tree as HTML for paper: the whole page that WeasyPrint lays out, and the job around it.

A brochure is: cover, its sections (each opens with its heading and one tile), the partner lists, the back
cover. Its number of pages is a multiple of four, as stapling needs: `filler` holds up to three pages of ruled
lines under a row of tiles, for notes, of which the renderer takes as many as are missing and puts them before
the back cover. They hold no words, so they are artifacts: nothing for a screen reader to stumble over.

Posters have a writer of their own (`print_poster`); `print_html` refuses every kind but the brochure.
"""

import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from sitegen.model.document import Block, Contacts, Document, Figure, Heading, List, Media, Paragraph, Section
from sitegen.render import print_art
from sitegen.render.fonts import FACES, script_of
from sitegen.render.html_inline import Writing, attributes, change, element, plain, within
from sitegen.render.pdf_job import FontFile, PdfJob, Sheet, media_url
from sitegen.render.print_art import SPARE
from sitegen.render.print_entry import lines
from sitegen.render.tree_html import picture_html, write_blocks, write_lines
from sitegen.render.tree_words import scripts_of
from sitegen.structs import Struct

SHEETS = ("brochure", "lists", "covers")
LARGE = 210 / 148.492  # an A5 page of 148.492 x 210 mm, enlarged, is A4: 12 pt becomes 17 pt
LONG_TITLE = 14  # characters of a cover's title that fit on one line in the large size
MANY_PARTNERS = 40  # from more on, entries stand closer
BACK_LINES = 22  # lines of the back cover, its box not counted, from which on everything stands closer
MOST_BACK_LINES = 31  # from which on its box no longer fits at the foot of the page
LINE = 62  # characters in a line of it


class PrintTheme(Struct, frozen=True):
    """A theme's print part, read once: CSS and tile templates by name, digests of fonts by file name."""

    css: Mapping[str, str]
    tiles: Mapping[str, str]
    fonts: Mapping[str, str]


def read_print_theme(folder: Path) -> PrintTheme:
    """The print part of the theme in a folder. Raises `OSError` where a file cannot be read."""
    return PrintTheme(
        css={file.stem: file.read_text("utf-8") for file in sorted((folder / "print").glob("*.css"))},
        tiles={file.stem: file.read_text("utf-8") for file in sorted((folder / "print/tiles").glob("*.svg"))},
        fonts={
            name: hashlib.sha256((folder / "fonts" / name).read_bytes()).hexdigest()
            for faces in FACES.values()
            for name in faces
        },
    )


def pdf_job(document: Document, theme: PrintTheme) -> PdfJob:
    """Everything the renderer gets for a document. Raises what `print_html` raises."""
    scripts = scripts_of(document)
    names = [*SHEETS, *(f"faces-{script}" for script in scripts)]
    names += ["rtl"] if document.direction == "rtl" else []
    names += ["large"] if document.large_print else []
    return PdfJob(
        html=print_html(document),
        filler=filler_html(document),
        css=tuple(Sheet(f"{name}.css", theme.css[name]) for name in names),
        fonts=tuple(FontFile(name, theme.fonts[name]) for script in scripts for name in FACES[script]),
        media=(*document.media, *art(document, theme)),
        zoom=LARGE if document.large_print else 1.0,
        multiple=4,
    )


def art(document: Document, theme: PrintTheme) -> tuple[Media, ...]:
    """The pictures that the style sheets ask for, in the region's tones."""
    tone = print_art.tones(document.accent)
    names = sorted({block.tile for block in document.children if isinstance(block, Section) and block.tile})
    return (
        print_art.cover(theme.tiles, tone),
        *(print_art.spare(number, tiles, theme.tiles, tone) for number, tiles in enumerate(SPARE, 1)),
        *(print_art.tile(name, theme.tiles, tone) for name in names),
    )


def print_html(document: Document) -> str:
    """The whole page. Raises `ValueError` for a kind without a writer and for a tone that is none."""
    if document.kind != "brochure":
        raise ValueError(f"no print writer for documents of the kind {document.kind!r}")
    urls = {media.name: media_url(media.name) for media in document.media}
    writing = Writing(document.lang, "print", urls=urls)
    return page_html(document, "\n".join(_part(block, writing) for block in document.children))


def filler_html(document: Document) -> str:
    """Three pages for notes, without a word."""
    pages = "".join(f'<div class="spare spare-{number}"></div>' for number in range(1, len(SPARE) + 1))
    return page_html(document, pages)


def page_html(document: Document, body: str) -> str:
    """A whole page around its parts: what it is, in which language, in which tones."""
    tags = attributes((("lang", document.lang), ("dir", document.direction), ("class", _classes(document))))
    facts = "".join(
        f"<meta{attributes((('name', name), ('content', content)))}>\n"
        for name, content in (
            ("author", document.author),
            ("description", document.subject),
            ("keywords", document.keywords),
        )
        if content
    )
    return (
        f'<!doctype html>\n<html{tags}>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(document.title)}</title>\n{facts}<style>{_tone_css(document)}</style>\n</head>\n"
        f"<body{attributes((('data-running', document.running),))}>\n{body}\n</body>\n</html>\n"
    )


def _classes(document: Document) -> str:
    name = f"{document.kind} script-{script_of(document.lang)}"
    return f"{name} long-lists" if _partners(document.children) > MANY_PARTNERS else name


def _partners(blocks: Iterable[Block]) -> int:
    """How many partners the lists of sections hold."""
    count = 0
    for block in blocks:
        if isinstance(block, Section):
            count += _partners(block.children)
        elif isinstance(block, List) and block.role == "partners":
            count += len(block.items)
    return count


def _tone_css(document: Document) -> str:
    """The region's tones, and where CSS knows no variables (the ground of a page) the tones themselves."""
    tone = print_art.tones(document.accent)
    names = "".join(f"--{token}:{value};" for token, value in tone.items())
    return (
        f":root{{{names}}}"
        f"@page cover{{background-color:{tone['pic-deep']}}}"
        f"@page back{{background-color:{tone['accent-tint']}}}"
    )


def _part(block: Block, writing: Writing) -> str:
    match block:
        case Section(role="cover"):
            return _cover(block, writing)
        case Section(role="back"):
            return _back(block, writing)
        case Section():
            name = f"part {block.role}" + (f" t-{block.tile}" if block.tile else "")
            return _section(block, name, write_blocks(block.children, within(block.lang, writing)), writing)
        case _:
            return write_blocks((block,), writing)


def _section(section: Section, name: str, content: str, writing: Writing) -> str:
    pairs = (("class", name), ("id", section.id), *change(section.lang, writing))
    return element("section", content, *pairs)


def _cover(section: Section, writing: Writing) -> str:
    """The quilt, the name, for whom and when; a logo of the region's in its slot."""
    inner = within(section.lang, writing)
    title = next((plain(block.children) for block in section.children if isinstance(block, Heading)), "")
    name = "cover long" if len(title) > LONG_TITLE else "cover"
    quilt = '<div class="quilt"></div>'
    return _section(section, name, quilt + write_blocks(section.children, inner), writing)


def _back(section: Section, writing: Writing) -> str:
    """Whom to ask, then the address with its code, then the foot."""
    inner = within(section.lang, writing)
    text, web, foot = _split_back(section.children)
    count = _lines(text) + _lines(foot)
    name = "back crowded" if count > BACK_LINES else "back"
    name += " flowing" if count > MOST_BACK_LINES else ""
    content = element("div", write_lines(text, inner), ("class", "back-text"))
    low = ""
    if web:
        pictures = "".join(_picture(block, inner) for block in web)
        words = write_blocks((block for block in web if not isinstance(block, Figure)), inner)
        low = element("div", pictures + element("div", words, ("class", "back-words")), ("class", "back-web"))
    if foot:
        foot.sort(key=lambda block: not isinstance(block, Figure))  # a logo floats beside what follows it
        low += element("div", write_blocks(foot, inner), ("class", "back-foot"))
    content += element("div", low, ("class", "back-low"))
    return _section(section, name, content, writing)


def _picture(block: Block, writing: Writing) -> str:
    return picture_html(block, writing) if isinstance(block, Figure) else ""


def _split_back(blocks: Iterable[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """The blocks before the code, those from it on, and those of the foot with everything after."""
    text: list[Block] = []
    web: list[Block] = []
    foot: list[Block] = []
    for block in blocks:
        if foot or (isinstance(block, Paragraph) and block.role == "foot"):
            foot.append(block)
        elif web or (isinstance(block, Figure) and block.role == "qr"):
            web.append(block)
        else:
            text.append(block)
    return text, web, foot


def _lines(blocks: Iterable[Block]) -> int:
    """About how many lines blocks fill; a heading counts with its space."""
    return sum(map(_lines_of, lines(blocks)))


def _lines_of(line: tuple[Block, ...]) -> int:
    if any(isinstance(block, Heading | Figure) for block in line):
        return 2
    return _rows(sum(map(_characters, line)))


def _characters(block: Block) -> int:
    match block:
        case Paragraph():
            return len(plain(block.children)) + 2
        case Contacts():
            return sum(len(row.label.value) + len(plain(row.value)) + 4 for row in block.rows)
        case _:
            return LINE


def _rows(characters: int) -> int:
    return max(1, -(-characters // LINE))
