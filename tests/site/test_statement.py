"""Accessibility statement and privacy notice of all that somebody answers for (BAR L5, L7, A38-A41)."""

import re
from pathlib import Path

import pytest
import yaml

from tests.site.support.faults import none
from tests.site.support.html import Page, read_pages, words
from tests.site.support.run import REPOSITORY

pytestmark = pytest.mark.slow

FACTS = yaml.safe_load((REPOSITORY / "content/statement.yaml").read_text("utf-8"))
LANGUAGES = ("fi", "sv", "en", "fi-simple", "ar", "ru")
NO_LONGER = re.compile(r"aluehallintovirast|\bAVI\b|regionförvaltningsverk|Regional State", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_pages(built_site)


def region_facts() -> dict[str, dict[str, object]]:
    """What the regions say of themselves."""
    return {
        path.parent.name: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted(REPOSITORY.glob("regions/*/region.yaml"))
    }


def statements(pages: dict[str, Page], name: str = "statement") -> dict[str, Page]:
    return {path: page for path, page in pages.items() if path.endswith(f"/{name}/index.html")}


def test_those_who_answer_have_one_in_every_language_and_samples_have_none(pages: dict[str, Page]) -> None:
    """L6; DOMAIN section 5: none in the name of an organisation that did not give it."""
    expected = {f"{lang}/" for lang in LANGUAGES}
    owners = []
    for region, facts in region_facts().items():
        if "owner" in facts and "sample" not in facts:
            expected |= {f"{region}/{lang}/" for lang in LANGUAGES}
        elif isinstance(owner := facts.get("owner"), dict):
            owners += list(owner["name"].values())
    for name in ("statement", "privacy"):
        found = {path.removesuffix(f"{name}/index.html") for path in statements(pages, name)}
        assert found == expected
    none(
        f"{path}: in the name of {owner}"
        for path, page in statements(pages).items()
        for owner in owners
        if owner in words(page.root)
    )


def test_each_says_what_the_file_says(pages: dict[str, Page]) -> None:
    wrong = []
    for path, page in statements(pages).items():
        text = " ".join(words(page.root.xpath("//main")[0]).replace("\xad", "").split())
        lang = page.language
        name = FACTS["supervisor"]["name"]
        wanted = [gap["text"][lang] for gap in FACTS["gaps"]]
        wanted += [FACTS["standard"], FACTS["standard_version"], f"WCAG {FACTS['wcag']}"]
        wanted += [f"WCAG {FACTS['wcag_tested']}", str(FACTS["answer_days"]), name.get(lang, name["fi"])]
        wrong += [f"{path}: {one}" for one in wanted if one not in text]
        times = [str(one) for one in page.root.xpath("//main//time/@datetime")]
        if str(FACTS["assessed"]) not in times:
            wrong.append(f"{path}: the day, {times}")
        if FACTS["supervisor"]["page"] not in [str(link) for link in page.root.xpath("//main//a/@href")]:
            wrong.append(f"{path}: no link to the supervisor")
        if len(page.root.xpath("//main//li")) < len(FACTS["gaps"]):
            wrong.append(f"{path}: the gaps are no list")
    none(wrong)
    assert FACTS["answer_days"] <= 14


def test_each_names_who_answers_and_how_to_reach_them(pages: dict[str, Page]) -> None:
    wrong = []
    regions = region_facts()
    for path, page in statements(pages).items():
        region = path.split("/")[0]
        facts = regions.get(region)
        if facts is None:
            continue
        owner = facts["owner"]
        assert isinstance(owner, dict)
        section = page.root.xpath("//section[@aria-labelledby='answers']")
        told = words(section[0]) if section else ""
        if not any(name in told for name in owner["name"].values()):
            wrong.append(f"{path}: {owner['name']}")
        if f"mailto:{facts['feedback']}" not in [str(link) for link in page.root.xpath("//main//a/@href")]:
            wrong.append(f"{path}: no address for feedback")
    none(wrong)


def test_no_page_names_an_authority_that_no_longer_supervises(pages: dict[str, Page]) -> None:
    """BAR F8."""
    none(path for path, page in statements(pages).items() if NO_LONGER.search(words(page.root)))


def test_the_privacy_notice_says_what_it_must(pages: dict[str, Page]) -> None:
    """DESIGN section 4: this site keeps nothing, what the host sees, Kaikukanta's joint controllers."""
    joint = {
        "fi": "yhteisrekisterinpitäj|yhdessä",
        "sv": "tillsammans|gemensamt",
        "en": "joint controllers",
        "fi-simple": "yhdessä",
        "ar": "تتشارك",
        "ru": "совместно|вместе",
    }
    wrong = []
    for path, page in statements(pages, "privacy").items():
        text = words(page.root.xpath("//main")[0])
        wanted = ["GitHub Pages", "Kaikukanta", "IP"]
        wrong += [f"{path}: {one}" for one in wanted if one not in text]
        if not re.search(joint[page.language], text):
            wrong.append(f"{path}: the joint controllers")
    none(wrong)
