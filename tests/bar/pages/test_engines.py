"""What programs of others say: axe-core, IBM's Equal Access, the Nu HTML checker (A17, A26, A34, A36).

They see less than half of what matters (BAR F1); the other half is in `test_web.py`. Whatever they are
unsure of counts as a fault, unless `exceptions.toml` says why it is none.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.bar.pages.collect import ADD, SCROLLED
from tests.bar.pages.exceptions import excused
from tests.site.support.browser import Visitor, visitor
from tests.site.support.engines import axe, ibm
from tests.site.support.faults import none
from tests.site.support.kinds import pages
from tests.site.support.run import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONGEST = "malliranta/fi/venues/index.html"
"""Of the long lists one: the engines look at each entry as at those of the short ones, for many seconds."""

VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    # The engines come in from outside, which the pages' own rule for scripts forbids, as it should.
    with visitor(browser, site_address, bypass_csp=True, reduced_motion="reduce") as seen:
        yield seen


LOOKED_AT = [path for path in pages() if not path.startswith("malliranta/") or path == LONGEST]


@pytest.mark.parametrize("path", LOOKED_AT)
def test_a17_a26_axe_and_ibm_find_nothing(path: str, reader: Visitor) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    reader.page.emulate_media(color_scheme="light")
    reader.visit(path)
    reader.page.evaluate(ADD, SCROLLED)
    found = list(asked(reader.page, "light"))
    reader.page.emulate_media(color_scheme="dark")
    reader.page.set_viewport_size({"width": 320, "height": 640})
    found += asked(reader.page, "dark", with_ibm=False)  # whose rules look at the markup
    none(one for one in found if not excused(one.partition(" ")[0], f"{path}: {one}"))


def asked(tab: Tab, scheme: str, *, with_ibm: bool = True) -> Iterator[str]:
    """What the engines say, each line with its engine."""
    yield from (f"axe {scheme} {said}" for said in axe(tab, "violations", "incomplete"))
    if with_ibm:
        yield from (f"ibm {said}" for said in ibm(tab))


def test_the_engines_find_what_is_planted(reader: Visitor) -> None:
    reader.visit("index.html")
    reader.page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', "
        '\'<img src=""><p style="color:#ccc;background:#fff">faint</p>'
        "<table><tr><td>a<td>b<tr><td>1<td>2</table>')"
    )
    found = "\n".join(asked(reader.page, "light"))
    assert "axe light violations image-alt" in found
    assert "axe light violations color-contrast" in found
    assert "ibm img_alt_valid" in found
    assert "ibm table_headers_exists" in found


def checked(folder: Path) -> list[str]:
    """What the Nu HTML checker says of all pages below a folder, in one run."""
    done = subprocess.run(
        [
            *("java", "-Xss4m", "-jar", str(VNU), "--stdout", "--exit-zero-always"),
            *("--format", "json", "--skip-non-html", str(folder)),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    return [
        f"{one.get('url', '').rpartition(f'/{folder.name}/')[2]}: {one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stdout)["messages"]
    ]


@pytest.mark.java
def test_a36_the_html_is_valid(built_site: Path) -> None:
    none(one for one in checked(built_site) if not excused("vnu", one))


@pytest.mark.java
@pytest.mark.planted("A36")
def test_a36_the_checker_finds_what_is_planted(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="fi"><title>x</title><p id="a"><p id="a"><ul><p>y</p></ul></html>', "utf-8"
    )
    found = "\n".join(checked(tmp_path))
    assert "Duplicate ID" in found
    assert "not allowed as child" in found
