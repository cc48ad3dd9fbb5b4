"""What stands in the pages and files: what must not be there, and what it weighs."""

import re
from pathlib import Path

import pytest

from tests.site.support.faults import none
from tests.site.support.html import Page, read_pages
from tests.site.support.run import REPOSITORY


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_pages(built_site)


def test_no_place_of_the_making_is_told(built_site: Path) -> None:
    """BAR S44: no folder of this machine, no user, in any byte that can be read."""
    here = {str(REPOSITORY), str(Path.home()), "/home/", "/Users/", "/tmp/", "site-packages", "127.0.0.1"}
    here |= {"localhost", ".venv"}
    needles = [needle.encode() for needle in here if len(needle) > 4]
    told = [
        f"{path.relative_to(built_site)}: {needle.decode()}"
        for path in built_site.rglob("*")
        if path.is_file()
        for needle in needles
        if needle in path.read_bytes()
    ]
    none(told)


def test_no_text_holds_what_was_to_be_filled_in(pages: dict[str, Page]) -> None:
    """No placeholder, template mark, key of a catalogue or private mark is left in words or attributes."""
    wrong = []
    odd = re.compile(
        r"\{[a-z_]+\}|\{\{|\}\}|\{%|%\([a-z]+\)s|\bNone\b|Undefined|object at 0x|[\ue000-\uf8ff]"
    )
    keys = {
        key
        for name in ("ui", "words", "problems", "cli")
        for key in re.findall(
            r'^msgid "([^"]*\.[^"]*)"',
            (REPOSITORY / f"sitegen/languages/catalogues/fi/{name}.po").read_text("utf-8"),
            flags=re.MULTILINE,
        )
    }
    assert len(keys) > 100
    for page in pages.values():
        texts = [str(text) for text in page.root.xpath("//body//text() | //head/title/text() | //@*")]
        wrong += [f"{page.path}: {text.strip()[:80]!r}" for text in texts if odd.search(text)]
        wrong += [f"{page.path}: {text.strip()!r}" for text in texts if text.strip() in keys]
    none(wrong)
