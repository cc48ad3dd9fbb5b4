"""What programs of others say: axe-core, IBM's Equal Access, the Nu HTML checker (A17, A26, A34, A36).

They see less than half of what matters (BAR F1); the other half is in `test_web.py`. Whatever they are
unsure of counts as a fault, unless `exceptions.toml` says why it is none.
"""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.bar.pages.collect import ADD, SCROLLED
from tests.bar.pages.exceptions import excused
from tests.site.support.browser import Visitor, visitor
from tests.site.support.engines import LOOKS, TAGS, axe, ibm
from tests.site.support.faults import none
from tests.site.support.kinds import county, pages
from tests.site.support.run import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WHOLE = "/fi/"
"""IBM's engine needs seconds for a long list. In this language it reads the county's lists whole, in the
others the first partner of each municipality; axe and the HTML checker read everything."""

SHORTEN = """() => document.querySelectorAll(
  '.cards > li:nth-child(n+2), .partners > li:nth-child(n+2), .mentions li:nth-child(n+2)'
).forEach(one => one.remove())"""
# Every kind of page in every language is read whole by axe, light and dark. The county's own pages are asked
# in the dark for colours and sizes only; what a narrow window alone shows would escape there, so nothing may.
SEEN = "[...document.body.querySelectorAll('*')].filter(one => one.checkVisibility())"
KEEP = f"() => {{ window.narrow = {SEEN}; }}"
MORE = f"""() => {{ const wide = new Set({SEEN});
  return window.narrow.filter(one => !wide.has(one)).map(one => one.outerHTML.slice(0, 80)); }}"""

VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    # The engines come in from outside, which the pages' own rule for scripts forbids, as it should.
    with visitor(browser, site_address, bypass_csp=True, reduced_motion="reduce") as seen:
        yield seen


LOOKED_AT = tuple(dict.fromkeys((*pages(), *county())))


@pytest.mark.parametrize("path", LOOKED_AT)
def test_a17_a26_axe_and_ibm_find_nothing(path: str, reader: Visitor) -> None:
    tab = reader.page
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.emulate_media(color_scheme="dark")
    reader.visit(path)
    tab.evaluate(ADD, SCROLLED)
    tab.evaluate(KEEP)
    found = list(by_axe(tab, "dark", TAGS if path in pages() else LOOKS))
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.emulate_media(color_scheme="light")
    found += [f"only in a narrow window: {one}" for one in tab.evaluate(MORE)]
    found += by_axe(tab, "light")
    if path in county() and WHOLE not in path:
        tab.evaluate(SHORTEN)
    found += by_ibm(tab)
    none(one for one in found if not excused(one.partition(" ")[0], f"{path}: {one}"))


def by_axe(tab: Tab, scheme: str, only: Sequence[str] = TAGS) -> Iterator[str]:
    """What axe says, each line with its name."""
    yield from (f"axe {scheme} {said}" for said in axe(tab, "violations", "incomplete", only=only))


def by_ibm(tab: Tab) -> Iterator[str]:
    """What IBM's engine says, each line with its name. Its rules read the markup, whatever it looks like."""
    yield from (f"ibm {said}" for said in ibm(tab))


def test_the_engines_find_what_is_planted(reader: Visitor) -> None:
    reader.visit("index.html")
    reader.page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', "
        '\'<img src=""><p style="color:#ccc;background:#fff">faint</p>'
        "<table><tr><td>a<td>b<tr><td>1<td>2</table>')"
    )
    found = "\n".join([*by_axe(reader.page, "light"), *by_axe(reader.page, "dark", LOOKS)])
    assert "axe light violations image-alt" in found
    assert "axe dark violations color-contrast" in found
    assert "axe dark violations image-alt" not in found
    found += "\n".join(by_ibm(reader.page))
    assert "axe light violations color-contrast" in found
    assert "ibm img_alt_valid" in found
    assert "ibm table_headers_exists" in found


@pytest.mark.parametrize("path", ["malliranta/sv/venues/index.html", "malliranta/sv/brochure/index.html"])
def test_a_shortened_list_has_partners_of_each_municipality(path: str, reader: Visitor) -> None:
    count = "() => document.querySelectorAll('.cards > li, .partners > li').length"
    reader.visit(path)
    before = reader.page.evaluate(count)
    reader.page.evaluate(SHORTEN)
    assert 10 < reader.page.evaluate(count) < before / 2
    empty = (
        "() => [...document.querySelectorAll('main :is(ul, ol)')].filter(one => !one.children.length).length"
    )
    assert reader.page.evaluate(empty) == 0


def test_what_only_a_narrow_window_shows_is_found(reader: Visitor) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 640})
    reader.visit("index.html")
    reader.page.evaluate(KEEP)
    assert reader.page.evaluate(MORE) == []
    reader.page.evaluate("() => { document.querySelector('main a').hidden = true; }")
    assert reader.page.evaluate(MORE) != []


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
