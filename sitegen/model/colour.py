"""Colour arithmetic: the tones of a region's accent and their contrast (look: "Tokens").

Mixing is done in oklab, as CSS `color-mix(in oklab, …)` does, so that the hex values written for old browsers
and for print agree with what modern browsers compute themselves. Contrast is WCAG 2's.
"""

from collections.abc import Mapping
from functools import lru_cache

Triple = tuple[float, float, float]

WHITE = "#ffffff"
BLACK = "#000000"
DARK_SURFACE = "#242120"
DARK_PAPER = "#191715"
DARK_SAND = "#2d2926"
DARK_INK = "#f4efe8"

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""

WASH = 18
"""Per cent of the accent in the palest ground that accent-coloured text stands on."""

_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def mix(colour: str, percent: float, ground: str) -> str:
    """`percent` of a colour in another, both `#rrggbb`: CSS `color-mix(in oklab, colour percent%, ground)`."""
    one, other = _oklab(colour), _oklab(ground)
    share = percent / 100
    a, b, c = (share * x + (1 - share) * y for x, y in zip(one, other, strict=True))
    return _hex((a, b, c))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_on_wash(accent: str) -> float:
    """The contrast of an accent on its own palest ground, where it is lowest."""
    return contrast(accent, mix(accent, WASH, WHITE))


def nearest_passing(accent: str) -> str:
    """The nearest darker colour of the same hue with enough contrast on its own wash; itself if it passes."""
    return next(
        (
            darker
            for darker in (accent, *(mix(accent, share, BLACK) for share in range(99, 0, -1)))
            if contrast_on_wash(darker) >= LEAST_CONTRAST
        ),
        BLACK,
    )


@lru_cache(maxsize=512)
def _tones(accent: str) -> tuple[tuple[str, str], ...]:
    return (
        ("accent", accent),
        ("accent-strong", mix(accent, 75, BLACK)),
        ("accent-tint", mix(accent, 9, WHITE)),
        ("accent-wash", mix(accent, WASH, WHITE)),
        ("on-accent", WHITE),
        ("pic-main", accent),
        ("pic-deep", mix(accent, 75, BLACK)),
        ("pic-mid", mix(accent, 45, WHITE)),
        ("pic-pale", mix(accent, WASH, WHITE)),
        ("pic-white", WHITE),
        ("dark-accent", _on_dark(accent)),
        ("dark-accent-strong", mix(accent, 25, WHITE)),
        ("dark-accent-tint", mix(accent, 30, DARK_SURFACE)),
        ("dark-accent-wash", mix(accent, 48, DARK_SURFACE)),
        ("dark-on-accent", DARK_PAPER),
        ("dark-pic-main", mix(accent, 82, WHITE)),
        ("dark-pic-deep", mix(accent, 62, BLACK)),
        ("dark-pic-mid", mix(accent, 58, WHITE)),
        ("dark-pic-pale", mix(accent, 30, WHITE)),
        ("dark-pic-white", DARK_INK),
    )


def _on_dark(accent: str) -> str:
    """The accent mixed into white, 42 % of it; of a very dark accent less, until it stands out everywhere."""
    grounds = (DARK_SAND, mix(accent, 30, DARK_SURFACE), mix(accent, 48, DARK_SURFACE))
    mixed = (mix(accent, share, WHITE) for share in range(42, 0, -1))
    return next(
        (one for one in mixed if all(contrast(one, ground) >= LEAST_CONTRAST for ground in grounds)), WHITE
    )


def tones(accent: str) -> Mapping[str, str]:
    """All tones of an accent (`#rrggbb`) by the names of their tokens; those of the dark scheme begin `dark-`."""
    return dict(_tones(accent))


def _channels(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (sum(cell * part for cell, part in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _oklab(colour: str) -> Triple:
    red, green, blue = _times(_TO_LMS, _channels(colour))
    return _times(_TO_LAB, (_root(red), _root(green), _root(blue)))


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0 else 0.0


def _hex(lab: Triple) -> str:
    long, middle, short = _times(_FROM_LAB, lab)
    channels = _times(_FROM_LMS, (long**3, middle**3, short**3))
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, one)))):02x}" for one in channels)
