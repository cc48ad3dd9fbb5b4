"""The tones computed here are those of the design's tokens."""

import pytest

from sitegen.model.colour import LEAST_CONTRAST, contrast, contrast_on_wash, mix, nearest_passing, tones

BILBERRY = {
    "accent": "#47398b",
    "accent-strong": "#2d245d",
    "accent-tint": "#ececf5",
    "accent-wash": "#dadaeb",
    "on-accent": "#ffffff",
    "pic-main": "#47398b",
    "pic-deep": "#2d245d",
    "pic-mid": "#a5a4cc",
    "pic-pale": "#dadaeb",
    "pic-white": "#ffffff",
    "dark-accent": "#aba9d0",
    "dark-accent-strong": "#cccbe3",
    "dark-accent-tint": "#2d2a3f",
    "dark-accent-wash": "#332e52",
    "dark-on-accent": "#191715",
    "dark-pic-main": "#635ca1",
    "dark-pic-deep": "#211946",
    "dark-pic-mid": "#8d8abd",
    "dark-pic-pale": "#c2c1de",
    "dark-pic-white": "#f4efe8",
}
CHECKED = ("#47398b", "#1f5e4b", "#96284b", "#0f5a86", "#8a4b1a")


def test_tones_of_bilberry() -> None:
    assert tones("#47398b") == BILBERRY


@pytest.mark.parametrize("accent", CHECKED)
def test_checked_accents_pass_in_both_schemes(accent: str) -> None:
    assert contrast_on_wash(accent) >= LEAST_CONTRAST
    assert nearest_passing(accent) == accent
    dark = tones(accent)
    assert contrast(dark["dark-accent"], dark["dark-accent-wash"]) >= LEAST_CONTRAST
    assert contrast(dark["dark-accent"], "#2d2926") >= LEAST_CONTRAST


@pytest.mark.parametrize("accent", ["#ffffff", "#ffcc00", "#00ff00", "#ff0000", "#7f7f7f"])
def test_the_nearest_passing_colour_passes(accent: str) -> None:
    assert contrast_on_wash(accent) < LEAST_CONTRAST
    assert contrast_on_wash(nearest_passing(accent)) >= LEAST_CONTRAST


def test_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#123456", "#123456") == 1.0


def test_mixing_keeps_the_ends() -> None:
    assert mix("#0f5a86", 100, "#ffffff") == "#0f5a86"
    assert mix("#0f5a86", 0, "#242120") == "#242120"
