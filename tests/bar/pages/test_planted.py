"""Every judge speaks on the page that was planted for it, and is silent on the sound site.

`planted/sound/` is a small site without a fault. Each other file is put into it: a fragment into the main
part of its front page, a whole page in that page's place (or `at` another), a style after its own. The first
line tells what the judge must say: no other fault may pass for it.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.render.html import default_theme
from tests.bar.pages.collect import EVERYTHING, Asked
from tests.bar.pages.judges.seen import SEEN
from tests.bar.pages.judges.table import PAGES, SITES, faults
from tests.bar.pages.site import World, read_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOLDER = Path(__file__).with_name("planted")
FRONT = "fi/index.html"
TOLD = re.compile(r"(?:<!--|/\*) says: (?P<says>.+?)(?:; at: (?P<at>\S+))? (?:-->|\*/)\n")
IDS = sorted({*PAGES, *SITES, *SEEN})


@dataclass(frozen=True)
class Planted:
    """A file of `planted/`: its id, what is put where, and what must be said of it."""

    name: str
    at: str
    says: str
    text: str

    @property
    def id(self) -> str:
        """The id of the bar that it breaks."""
        return self.name.partition("-")[0]


def read(path: Path) -> Planted:
    text = path.read_text("utf-8")
    told = TOLD.match(text)
    assert told, f"{path.name} does not say what must be said of it"
    return Planted(path.name, told["at"] or FRONT, told["says"], text[told.end() :])


PLANTED = [read(path) for path in sorted(FOLDER.iterdir()) if path.is_file()]


def plant(planted: Planted, site: Path) -> None:
    """Put a fault into a copy of the sound site."""
    if planted.name.endswith(".css"):
        style = site / "page.css"
        style.write_text(style.read_text("utf-8") + planted.text, "utf-8")
        return
    page = site / planted.at
    page.parent.mkdir(parents=True, exist_ok=True)
    whole = planted.text.startswith("<!doctype")
    text = planted.text if whole else page.read_text("utf-8").replace("</main>", planted.text + "</main>")
    page.write_text(text, "utf-8")


def sound_site(target: Path) -> Path:
    """A copy of the sound site, with a font of the theme."""
    shutil.copytree(FOLDER / "sound", target)
    shutil.copy(default_theme() / "fonts/ahn-latin.woff2", target)
    return target


def world(site: Path, looked_at: tuple[str, ...], browser: Browser, asked: Asked = EVERYTHING) -> World:
    return World(read_site(site), looked_at, lambda: browser, asked)


@pytest.fixture(scope="module")
def sound(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> World:
    site = sound_site(tmp_path_factory.mktemp("sound") / "site")
    return world(site, tuple(read_site(site).pages), browser)


@pytest.mark.parametrize("id", IDS)
def test_the_sound_site_is_sound(id: str, sound: World) -> None:
    assert faults(id, sound) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.name)
def test_what_is_planted_is_found(planted: Planted, tmp_path: Path, browser: Browser) -> None:
    site = sound_site(tmp_path / "site")
    plant(planted, site)
    found = faults(planted.id, world(site, (planted.at,), browser, SEEN.get(planted.id, ())))
    assert [one for one in found if planted.says in one], found


BAR = {
    *(f"A{number:02}" for number in range(1, 47)),
    *(f"PL{number}" for number in range(1, 6)),
    *(f"G{number}" for number in range(1, 13)),
    *(f"N{number}" for number in range(1, 8)),
}
OF_LOOK = "LOOK"
TEST = re.compile(r"^def test_((?:a|pl|g|n)\d+)_", re.MULTILINE)
MARKED = re.compile(r'^@pytest\.mark\.planted\("(\w+)"\)$', re.MULTILINE)


def without(tests: str, planted: set[str]) -> list[str]:
    """Ids of the bar that these tests do not name, and ids that have no planted fault."""
    tested = {name.upper() for name in TEST.findall(tests)}
    return [
        *(f"{id} has no test" for id in sorted(BAR - tested)),
        *(f"{id} has no planted fault" for id in sorted(BAR - planted - {*MARKED.findall(tests)})),
    ]


def written_tests() -> str:
    """The text of all tests here."""
    return "".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py")))


def test_every_id_of_the_bar_has_a_test_and_a_planted_fault() -> None:
    """A fault is a file of `planted/`, or is planted by a test that is marked so (`planted`)."""
    tests, planted = written_tests(), {one.id for one in PLANTED}
    assert without(tests, planted) == []
    assert planted == {*IDS}
    assert planted - BAR == {OF_LOOK}
    assert {*MARKED.findall(tests)} <= BAR - planted


@pytest.mark.parametrize("id", sorted(BAR))
def test_an_id_without_its_test_or_fault_would_be_found(id: str) -> None:
    tests, planted = written_tests(), {one.id for one in PLANTED}
    unnamed = re.sub(rf"def test_{id.lower()}_", "def test_", tests)
    assert f"{id} has no test" in without(unnamed, planted)
    unmarked = tests.replace(f'planted("{id}")', 'planted("")')
    assert without(unmarked, planted - {id}) == [f"{id} has no planted fault"]
