"""The pictures of print: tiles and their quilt, drawn from a theme's templates in a region's tones.

A template is an SVG of 100 by 100 whose colours are tokens such as `{main}`; nothing else in it is replaced.
"""

import re
from collections.abc import Iterable, Mapping

from sitegen.model.document import Media

HEX = re.compile(r"#[0-9a-f]{6}")
STEP = 108  # a tile and the gap to the next one
PAGE_WIDTH = 3 * STEP - 8  # three tiles in a row
FIRST_LINE, LINE_STEP, LINES = 150, 26, 12

# The tones of look/tokens.css for a document that brings none of its own.
BILBERRY: tuple[tuple[str, str], ...] = (
    ("accent", "#47398b"),
    ("accent-strong", "#2d245d"),
    ("accent-tint", "#ececf5"),
    ("accent-wash", "#dadaeb"),
    ("pic-main", "#47398b"),
    ("pic-deep", "#2d245d"),
    ("pic-mid", "#a5a4cc"),
    ("pic-pale", "#dadaeb"),
)
SUN = "#f4b942"
WHITE = "#ffffff"
COVER = (("stage", "swim", "museum"), ("music", "nature", "ball"), ("book", "card", "orbit"))
POSTER = (
    ("stage", "swim", "museum", "nature"),
    ("music", "ball", "book", "card"),
    ("gym", "film", "orbit", "dance"),
)
SPARE = (("film", "gym", "dance"), ("ball", "nature", "book"), ("music", "card", "swim"))


def tones(accent: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A region's tones by token, filled up with ours. Raises `ValueError` if one is not `#rrggbb`."""
    found = dict(BILBERRY) | {token.removeprefix("--"): tone.lower() for token, tone in accent}
    for token, tone in found.items():
        if not HEX.fullmatch(tone):
            raise ValueError(f"{token}: {tone!r} is not a tone such as #47398b")
    return found


def drawing_tones(tone: Mapping[str, str], *, on_deep: bool = False) -> dict[str, str]:
    """What the tokens of a template stand for. On deep ground a tile that is deep itself is drawn lighter."""
    return {
        "main": tone["pic-main"],
        "deep": tone["pic-deep"],
        "mid": tone["pic-mid"],
        "pale": tone["pic-pale"],
        "night": lighter(tone["pic-main"]) if on_deep else tone["pic-deep"],
        "sun": SUN,
        "white": WHITE,
    }


def lighter(tone: str, share: float = 0.12) -> str:
    """A tone with a share of white."""
    parts = (int(tone[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def paint(template: str, colours: Mapping[str, str]) -> str:
    """A template with its tokens replaced."""
    for token, tone in colours.items():
        template = template.replace("{" + token + "}", tone)
    return template


def tile(name: str, templates: Mapping[str, str], tone: Mapping[str, str]) -> Media:
    """One tile. Raises `KeyError` if the theme has none of this name."""
    return _media(f"tile-{name}", paint(templates[name], drawing_tones(tone)))


def cover(templates: Mapping[str, str], tone: Mapping[str, str]) -> Media:
    """The quilt of the cover: three rows of three tiles, on deep ground."""
    return _media("cover", _quilt(COVER, templates, drawing_tones(tone, on_deep=True)))


def poster(rows: int, templates: Mapping[str, str], tone: Mapping[str, str]) -> Media:
    """The first rows of a poster's quilt of four tiles each, on deep ground."""
    return _media("poster", _quilt(POSTER[:rows], templates, drawing_tones(tone, on_deep=True)))


def _quilt(
    quilt: tuple[tuple[str, ...], ...], templates: Mapping[str, str], colours: Mapping[str, str]
) -> str:
    rows = (
        f'<g transform="translate(0 {number * STEP})">{_row(tiles, templates, colours)}</g>'
        for number, tiles in enumerate(quilt)
    )
    return _svg(len(quilt[0]) * STEP - 8, len(quilt) * STEP - 8, "".join(rows))


def spare(
    number: int, tiles: tuple[str, ...], templates: Mapping[str, str], tone: Mapping[str, str]
) -> Media:
    """A page for notes: a row of tiles over lines to write on, in the proportions of the page's text."""
    row = _row(tiles, templates, drawing_tones(tone))
    lines = "".join(f"M0 {FIRST_LINE + place * LINE_STEP}H{PAGE_WIDTH}" for place in range(LINES))
    rule = f'<path d="{lines}" fill="none" stroke="{tone["pic-mid"]}" stroke-width=".8"/>'
    return _media(f"spare-{number}", _svg(PAGE_WIDTH, FIRST_LINE + LINES * LINE_STEP, row + rule))


def _row(tiles: tuple[str, ...], templates: Mapping[str, str], colours: Mapping[str, str]) -> str:
    return "".join(
        f'<g transform="translate({place * STEP} 0)">{_inside(paint(templates[name], colours))}</g>'
        for place, name in enumerate(tiles)
    )


def _svg(width: int, height: int, drawn: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{drawn}</svg>'


def _inside(svg: str) -> str:
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")].strip()


def _media(name: str, svg: str) -> Media:
    return Media(f"art/{name}.svg", "image/svg+xml", svg.encode())
