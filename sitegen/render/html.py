"""Pages as HTML: views through the theme's templates, and the theme's style sheets as one file.

Templates hold no words and no paths; both come in the view. Authors' text reaches a page escaped: plain
strings through autoescape, texts and trees through the tree's writer, the only maker of `Markup`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

from jinja2 import Environment
from markupsafe import Markup

from sitegen.compose.pages.context import Picture
from sitegen.compose.pages.view import Frame, PageLink
from sitegen.languages.hyphens import soften
from sitegen.model.document import Block, Contact, Text
from sitegen.project import DEFAULT_THEME, package_root
from sitegen.render.html_inline import escape, text_html
from sitegen.render.link_html import contacts_html, link_html
from sitegen.render.templates import environment, faults_told, plain_environment, read_all
from sitegen.render.tree_html import Writing, blocks_html

FIRST_SHEETS = ("fonts", "tokens", "base")
LAST_SHEETS = ("narrow", "forced", "print")
_EMPTY_LINES = re.compile("\n\n+")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_ADDRESS = re.compile(r'url\("([^"]+)"\)')
_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks what our writers have escaped; as `Markup` itself does, without asking what it is given."""
_IN_SCRIPTS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class PageView(Protocol):
    """Any page's view: frozen values, its frame among them."""

    @property
    def frame(self) -> Frame:
        """What surrounds the page."""


def default_theme() -> Path:
    """The theme that comes with the program."""
    return package_root().parent / "themes" / DEFAULT_THEME


def render_page(template: str, view: PageView, theme: Path | None = None, version: str = "") -> str:
    """The page as HTML. The same view and theme give the same characters.

    `version` is the theme's digest: a template is read once for each (the preview sees themes change).
    Raises `TemplateFaultError` where a template cannot be used or asks for what the view has not.
    """
    frame, theme = view.frame, theme or default_theme()
    with faults_told(theme):
        page = (
            _environment(theme, version)
            .get_template(template)
            .render(
                v=view,
                f=frame,
                w=dict(frame.words),
                t=_writer(frame.lang),
                h=_heading_writer(frame.lang),
                blocks=_blocks_writer(frame.lang),
                data=_data_writer,
            )
        )
    return _without_empty_lines(page)


def read_templates(theme: Path, version: str) -> None:
    """Read all templates of a theme before the first page needs them. Raises `TemplateFaultError`."""
    with faults_told(theme):
        read_all(_environment(theme, version))


def _without_empty_lines(page: str) -> str:
    """Templates leave a few where a condition stood. Looking for them is cheap, cutting out many is not."""
    return _EMPTY_LINES.sub("\n", page)


def render_plain(folder: Path, template: str, **values: object) -> str:
    """A page outside the site, from a folder of templates; plain strings are escaped."""
    return _plain_environment(folder).get_template(template).render(**values)


def theme_stylesheet(theme: Path, addresses: Mapping[str, str]) -> str:
    """All style sheets of the theme in their order, without comments.

    `addresses` gives the published address of each font by its file name. Raises `KeyError` for one it lacks.
    """
    components = sorted((theme / "templates" / "components").glob("*.css"))
    files = (*_sheets(theme, FIRST_SHEETS), *components, *_sheets(theme, LAST_SHEETS))
    text = "".join(_COMMENT.sub("", file.read_text("utf-8")) for file in files)
    return _ADDRESS.sub(lambda found: f'url("{addresses[found[1].rpartition("/")[2]]}")', text)


def theme_scripts(theme: Path) -> dict[str, str]:
    """The theme's scripts, and the style for where none runs, by file name, without their comments."""
    files = (file for kind in ("*.js", "*.css") for file in sorted((theme / "js").glob(kind)))
    return {file.name: _COMMENT.sub("", file.read_text("utf-8")) for file in files if file.name[0] != "."}


def accent_stylesheet(tones: Mapping[str, str]) -> str:
    """A region's tones (`model.colour.tones`) as a style sheet to stand after the theme's."""
    light = _declarations((name, tone) for name, tone in tones.items() if not name.startswith("dark-"))
    dark = _declarations(
        (name.removeprefix("dark-"), tone) for name, tone in tones.items() if name.startswith("dark-")
    )
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


@lru_cache(maxsize=4)
def _environment(theme: Path, _version: str) -> Environment:
    found = environment(theme)
    found.globals.update(link=_link, contacts=_contacts, joined=_joined)
    return found


@lru_cache(maxsize=4)
def _plain_environment(folder: Path) -> Environment:
    return plain_environment(folder)


def _link(link: PageLink, write: Callable[[Text], Markup], name: str = "") -> Markup:
    return _safe(link_html(link, write, name))


def _contacts(rows: Iterable[Contact], write: Callable[[Text], Markup], name: str = "contact") -> Markup:
    return _safe(contacts_html(rows, write, name))


def _joined(texts: Iterable[Text], write: Callable[[Text], Markup], between: str) -> Markup:
    return _safe(escape(between).join([write(one) for one in texts]))


def _writer(lang: str) -> Callable[[Text], Markup]:
    writing = Writing(lang)

    def write(text: Text) -> Markup:
        return _safe(text_html(text, writing))

    return write


def _heading_writer(lang: str) -> Callable[[Text], Markup]:
    """Texts of headings, with soft hyphens in long words. A name without a language is Finnish or Swedish."""
    writing = Writing(lang)

    def write(text: Text) -> Markup:
        spoken = text.lang or (lang if not text.name or lang == "sv" else "fi")
        soft = Text(soften(text.value, spoken), text.lang, text.name, text.ltr, text.whole)
        return _safe(text_html(soft, writing))

    return write


def _blocks_writer(lang: str) -> Callable[..., Markup]:
    def write(blocks: Iterable[Block], shift: int = 0, media: Iterable[Picture] = ()) -> Markup:
        shown = tuple(media)
        html = blocks_html(
            blocks,
            lang=lang,
            heading_shift=shift,
            media_urls={one.name: one.href for one in shown},
            media_sizes={one.name: (one.width, one.height) for one in shown},
        )
        return _safe(html)

    return write


def _data_writer(text: str) -> Markup:
    """JSON inside a script element, where nothing in it can end the element or begin a comment."""
    for sign, code in _IN_SCRIPTS.items():
        text = text.replace(sign, code)
    return Markup(text)  # noqa: S704 - no sign that HTML reads is left


def _sheets(theme: Path, names: Iterable[str]) -> tuple[Path, ...]:
    return tuple(theme / "css" / f"{name}.css" for name in names)


def _declarations(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"--{name}: {tone};" for name, tone in pairs)
