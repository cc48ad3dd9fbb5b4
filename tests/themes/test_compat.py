"""The theme's style sheets and scripts in the oldest browsers (DESIGN section 7), by MDN's data."""

import tomllib
from pathlib import Path

import pytest

from sitegen.render.html import default_theme
from tests.site.support.faults import none
from tests.themes.compat import in_script, in_style

THEME = default_theme()
STYLES = (*sorted(THEME.glob("css/*.css")), *sorted(THEME.glob("templates/components/*.css")))
SCRIPTS = tuple(sorted(THEME.rglob("*.js")))
FILE = Path(__file__).with_name("compat.toml")
EXCEPTIONS: dict[str, str] = {
    one["feature"]: one["reason"] for one in tomllib.loads(FILE.read_text("utf-8"))["exception"]
}


def excused(told: str) -> bool:
    return told.partition(": not in ")[0] in EXCEPTIONS


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_style_sheets(path: Path) -> None:
    none(one for one in in_style(path.read_text("utf-8")) if not excused(one))


def test_scripts() -> None:
    none(f"{path.name}: {one}" for path in SCRIPTS for one in in_script(path.read_text("utf-8")))


def test_exceptions_say_why_and_are_used() -> None:
    assert [feature for feature, reason in EXCEPTIONS.items() if len(reason) < 20] == []
    used = {one.partition(": not in ")[0] for path in STYLES for one in in_style(path.read_text("utf-8"))}
    assert set(EXCEPTIONS) - used == set()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("p { margin-inline: 1em }", "margin-inline: not in"),
        ("p { inset: 0 }", "inset: not in"),
        ("p:is(.a) { color: red }", ":is: not in"),
        ("p:has(a) { color: red }", ":has: not in"),
        ("p { width: clamp(1px, 2px, 3px) }", "clamp(): not in"),
        ("p { color: color-mix(in oklab, red, blue) }", "color-mix(): not in"),
        ("@layer base { p { color: red } }", "@layer: not in"),
        ("@container (width > 1px) { p { color: red } }", "@container: not in"),
        ("ul { display: flex; gap: 1em }", "gap with flex: not in"),
        ("p { color: red; & a { color: blue } }", "nesting or a fault"),
        ("p { aspect-ratio: 1 }", "aspect-ratio: not in"),
        ("p { colour: red }", "colour: no browser knows it"),
    ],
)
def test_planted_styles_are_found(style: str, expected: str) -> None:
    assert [one for one in in_style(style) if expected in one]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("const a = b?.c;", "not ES2018"),
        ("const a = b ?? 1;", "not ES2018"),
        ("[1, 2].at(-1);", ".at: not in"),
        ("document.body.replaceChildren();", ".replaceChildren: not in"),
        ("structuredClone({});", "structuredClone: not in"),
        ("'a'.replaceAll('a', 'b');", ".replaceAll: not in"),
    ],
)
def test_planted_scripts_are_found(script: str, expected: str) -> None:
    assert [one for one in in_script(script) if expected in one]


@pytest.mark.parametrize(
    "script",
    [
        "'use strict'; fetch('x').then(answer => answer.json());",
        "const q = new URLSearchParams(location.search); history.replaceState(null, '', '?' + q);",
        "document.querySelectorAll('li').forEach(({id, ...rest}) => console.log(id, rest));",
    ],
)
def test_what_the_oldest_browsers_know_passes(script: str) -> None:
    assert list(in_script(script)) == []
