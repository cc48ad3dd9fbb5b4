"""axe-core over every page kind in every language, light and dark (BAR F1, A17, A26, A28)."""

import fnmatch
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site.support.browser import Visitor, visitor
from tests.site.support.faults import none
from tests.site.support.kinds import pages
from tests.site.support.run import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = (REPOSITORY / "node_modules/axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OUTCOMES = ("violations", "incomplete")
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations', 'incomplete']})"
ALLOWED: list[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("axe_allowed.toml").read_text("utf-8")
)["allowed"]


@pytest.fixture(scope="module")
def reader(browser: Browser, site_address: str) -> Iterator[Visitor]:
    # axe comes in from outside, which the pages' own rule for scripts forbids, as it should.
    with visitor(browser, site_address, bypass_csp=True, reduced_motion="reduce") as seen:
        yield seen


@pytest.mark.parametrize("path", pages())
def test_axe_finds_nothing_in_light_and_dark(path: str, reader: Visitor, built_site: Path) -> None:
    assert (built_site / path).is_file(), "this page is not made"
    reader.page.emulate_media(color_scheme="light")
    reader.visit(path)
    reader.page.evaluate(AXE)
    found = []
    for scheme in ("light", "dark"):
        reader.page.emulate_media(color_scheme=scheme)
        result = reader.page.evaluate(RUN, TAGS)
        found += [f"{scheme} {line}" for outcome in OUTCOMES for line in said(path, outcome, result[outcome])]
    none(found)


def said(path: str, outcome: str, rules: list[dict[str, Any]]) -> Iterator[str]:
    """One line for each element that a rule names and no allowance covers."""
    for rule in rules:
        for node in rule["nodes"]:
            target = " ".join(str(part) for part in node["target"])
            if not any(covers(allowance, path, outcome, rule["id"], target) for allowance in ALLOWED):
                why = " ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
                yield f"{outcome} {rule['id']}: {target}: {why}"


def covers(allowance: dict[str, str], path: str, outcome: str, rule: str, target: str) -> bool:
    return (
        allowance["outcome"] == outcome
        and allowance["rule"] == rule
        and fnmatch.fnmatch(path, allowance["pages"])
        and allowance["target"] in target
    )


def test_every_allowance_says_why_and_covers_one_rule() -> None:
    assert [one for one in ALLOWED if len(one.get("reason", "")) < 40 or len(one["target"]) < 2] == []
    assert [one for one in ALLOWED if one["outcome"] not in OUTCOMES or "*" in one["rule"]] == []


def test_axe_would_find_what_is_planted(reader: Visitor) -> None:
    reader.visit("index.html")
    reader.page.evaluate(AXE)
    reader.page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend', "
        '\'<img src=""><p style="color:#ccc;background:#fff">faint</p>\')'
    )
    result = reader.page.evaluate(RUN, TAGS)
    assert {"image-alt", "color-contrast"} <= {rule["id"] for rule in result["violations"]}
