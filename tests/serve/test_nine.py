"""The nine things a preview must do, each where livereload as documented fails, in a real browser."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serve.support import BASE, Served, serving
from tests.site.support.browser import Visitor, visitor
from tests.site.support.projects import change, copy_project
from tests.site.support.server import served as static

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VENUES = "regions/mallila/2026/venues.yaml"
NAME = "Esimerkkilän kansalaisopisto"
PAGE = f"{BASE}mallila/fi/venues/"
LOADS = "performance.getEntriesByType('navigation').length && performance.timeOrigin"


def rename(project: Path, old: str, new: str) -> None:
    """Give a venue another Finnish name."""
    change(
        project / VENUES,
        f"fi: {old}\n      sv: Exempelby medborgarinstitut",
        f"fi: {new}\n      sv: Exempelby medborgarinstitut",
    )


def test_a_two_saves_in_a_row_are_both_shown(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    first = screen.page.evaluate(LOADS)
    rename(restored, NAME, "Ensimmäinen talletus")
    saved = time.monotonic()
    expect(screen.page.get_by_text("Ensimmäinen talletus").first).to_be_visible()
    second = screen.page.evaluate(LOADS)
    time.sleep(max(0.0, 1.5 - (time.monotonic() - saved)))
    rename(restored, "Ensimmäinen talletus", "Toinen talletus")
    expect(screen.page.get_by_text("Toinen talletus").first).to_be_visible()
    assert len({first, second, screen.page.evaluate(LOADS)}) == 3


def test_b_two_files_saved_together_are_one_build(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    before = served.builds
    rename(restored, NAME, "Yhdessä talletettu")
    change(restored / "regions/mallila/region.yaml", "fi: Mallila\n", "fi: Toinenla\n")
    expect(screen.page.get_by_text("Yhdessä talletettu").first).to_be_visible()
    expect(screen.page.get_by_text("Toinenla").first).to_be_visible()
    time.sleep(1)
    assert served.builds == before + 1, served.said


def test_c_a_mistake_stands_over_the_last_good_page(served: Served, restored: Path, screen: Visitor) -> None:
    screen.visit(PAGE)
    rename(restored, NAME, "*rikki")
    report = screen.page.get_by_role("alert")
    expect(report).to_be_visible()
    line = (restored / VENUES).read_text("utf-8").partition("*rikki")[0].count("\n") + 1
    expect(report).to_contain_text(f"{VENUES}:{line}:")
    assert screen.page.locator("#main").get_by_text(NAME).count() > 0
    assert served.ask(PAGE)[0] == 200
    rename(restored, "*rikki", "Taas ehjä")
    expect(screen.page.get_by_text("Taas ehjä").first).to_be_visible()
    expect(report).to_have_count(0)


def test_d_nobody_waits_for_a_build(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("mallila",))
    with serving(project, module="tests.serve.slow") as served, visitor(browser, served.address) as seen:
        seen.visit("/mallila/fi/venues/")
        (project / "slow").touch()
        rename(project, NAME, "Hidas talletus")
        time.sleep(1)
        before = served.builds
        seen.visit("/mallila/fi/venues/")
        seen.visit("/mallila/sv/")
        seen.visit("/mallila/fi/venues/")
        assert seen.page.get_by_text("Hidas talletus").count() == 0
        assert served.builds == before, "the build is still under way"
        (project / "slow").unlink()
        expect(seen.page.get_by_text("Hidas talletus").first).to_be_visible()


def test_e_a_long_head_is_followed_too(served: Served, restored: Path, screen: Visitor) -> None:
    layout = restored / "themes/kaiku/templates/layout.html"
    filler = '<meta name="filler" content="' + "x" * 70_000 + '">'
    served.wait_for_build(lambda: change(layout, '<meta charset="utf-8">', f'<meta charset="utf-8">{filler}'))
    page = served.text(PAGE)
    assert page.index("</head>") > 70_000
    screen.visit(PAGE)
    rename(restored, NAME, "Pitkän pään jälkeen")
    expect(screen.page.get_by_text("Pitkän pään jälkeen").first).to_be_visible()


def test_f_another_name_for_this_machine_gets_nothing(served: Served) -> None:
    for host in (
        f"attacker.example:{served.port}",
        "attacker.example",
        "localhost",
        f"localhost:{served.port}1",
    ):
        status, _, data = served.ask(PAGE, Host=host)
        assert status == 403, host
        assert b"mallila" not in data.lower(), host
    for host in (f"localhost:{served.port}", f"127.0.0.1:{served.port}", f"[::1]:{served.port}"):
        assert served.ask(PAGE, Host=host)[0] == 200, host


def test_g_the_site_stands_at_its_path_and_at_the_root(served: Served, screen: Visitor) -> None:
    for path in (BASE, "/"):
        screen.visit(path + "mallila/sv/")
        assert screen.page.title()
        screen.page.get_by_role("link", name="Svenska").first.wait_for()
        screen.page.locator("nav.nav a").first.click()
        assert screen.page.url.startswith(f"{served.address}{path}mallila/sv/")
    assert served.ask(BASE.rstrip("/"))[0] == 302
    assert screen.complaints == []


def test_h_a_missing_page_is_ours_and_comes_by_itself(
    served: Served, restored: Path, screen: Visitor
) -> None:
    target = f"{BASE}mallila/fi/statistics/"
    figures = restored / "regions/mallila/2026/statistics.yaml"
    kept = figures.read_bytes()
    served.wait_for_build(figures.unlink)
    assert served.ask(target)[0] == 404
    screen.page.goto(screen.base + target)
    assert screen.page.locator("#sg-preview").count() == 1
    listed = (restored / VENUES).read_bytes()
    (restored / VENUES).write_bytes(listed + b"rikki\n")
    expect(screen.page.get_by_role("alert")).to_be_visible()
    (restored / VENUES).write_bytes(listed)
    expect(screen.page.get_by_role("alert")).to_have_count(0)
    figures.write_bytes(kept)
    expect(screen.page.locator("table.figures").first).to_be_visible()


def test_i_other_sites_can_neither_listen_nor_reload(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    assert served.ask("/forcereload")[0] == 404
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    with static(tmp_path) as other:
        context = browser.new_context()
        page = context.new_page()
        page.goto(other)
        outcome = page.evaluate(
            """address => new Promise(done => {
                const line = new WebSocket(address);
                line.onopen = () => done('open');
                line.onerror = () => done('refused');
            })""",
            f"ws://localhost:{served.port}/livereload",
        )
        read = page.evaluate(
            "address => fetch(address).then(answer => answer.text(), () => 'refused')", served.address + PAGE
        )
        context.close()
    assert outcome == "refused"
    assert read == "refused"
