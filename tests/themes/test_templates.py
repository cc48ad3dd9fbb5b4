"""The theme's templates: authors' text is escaped, nothing in a page acts or dresses by itself (S05)."""

import re
from pathlib import Path

import pytest

from sitegen.render.html import default_theme

TEMPLATES = sorted((default_theme() / "templates").rglob("*.html"))
FORBIDDEN = {
    "a filter that lets HTML through": re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape\s+false"),
    "attributes made from data (GHSA-h75v-3vvj-5mfj)": re.compile(r"xmlattr"),
    "a style in a page": re.compile(r"<style\b|\sstyle="),
    "a script in a page": re.compile(r"<script(?![^>]*(?:\ssrc=|application/ld\+json))"),
    "an attribute that acts": re.compile(r"\son[a-z]+="),
    "a path written by a template": re.compile(r"""(?:href|src|action)=["'](?!\{\{|#)"""),
}


def found(text: str) -> list[str]:
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_escapes_and_only_marks_up(path: Path) -> None:
    assert found(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("planted", "says"),
    [
        ("{{ name|safe }}", "a filter that lets HTML through"),
        ("<p {{ data|xmlattr }}>", "attributes made from data (GHSA-h75v-3vvj-5mfj)"),
        ('<p style="color: red">', "a style in a page"),
        ("<script>go()</script>", "a script in a page"),
        ('<p onclick="go()">', "an attribute that acts"),
        ('<a href="/fi/">', "a path written by a template"),
    ],
)
def test_what_is_planted_is_found(planted: str, says: str) -> None:
    assert found(planted) == [says]


@pytest.mark.parametrize("plain", ['<a href="#main">', '<script src="{{ f.script }}" defer></script>'])
def test_what_is_meant_passes(plain: str) -> None:
    assert found(plain) == []
