"""The files for machines tell what the pages tell: the same partners with the same facts."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from tests.site.support.faults import none
from tests.site.support.html import Page, read_pages, words

pytestmark = pytest.mark.slow

LISTS = {"venue": "venues", "distributor": "distributors"}


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_pages(built_site)


@pytest.fixture(scope="module")
def regions(built_site: Path) -> dict[str, Any]:
    """Every region's file by its id."""
    found = {path.parent.name: read(path) for path in sorted(built_site.glob("*/partners.json"))}
    assert len(found) > 5
    return found


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_every_file_is_as_the_published_schema_says(built_site: Path, regions: dict[str, Any]) -> None:
    fits = fastjsonschema.compile(read(built_site / "partners.schema.json"))
    for whole in (*regions.values(), read(built_site / "partners.json")):
        fits(whole)


def texts(value: Any) -> set[str]:
    """A name or text in all its languages."""
    return {value} if isinstance(value, str) else set(value.values()) if value else set()


def facts(one: dict[str, Any]) -> dict[str, set[str]]:
    """What a partner's card must show as links: numbers, addresses, pages."""
    return {
        "tel:": {"tel:" + phone["number"] for phone in one.get("phone", ())},
        "mailto:": {"mailto:" + email["address"] for email in one.get("email", ())},
        "http": texts(one.get("website")) | texts(one.get("hours_url")) | texts(one.get("events_url")),
    }


def test_cards_and_files_hold_the_same(pages: dict[str, Page], regions: dict[str, Any]) -> None:
    wrong, count = [], 0
    for page in pages.values():
        region, slug = page.path.split("/")[0], page.path.split("/")[-2:][0]
        if region not in regions or slug not in LISTS.values():
            continue
        cards = {str(card.get("id")): card for card in page.root.xpath("//li[@class='card']")}
        role = next(role for role, name in LISTS.items() if name == slug)
        listed = {f"{role}-{one['id']}": one for one in regions[region][slug]}
        if set(cards) != set(listed):
            wrong.append(f"{page.path}: {set(cards) ^ set(listed)}")
            continue
        count += len(cards)
        wrong += [
            f"{page.path}#{id}: {fault}" for id, card in cards.items() for fault in faults(card, listed[id])
        ]
    assert count > 500
    none(wrong)


def faults(card: Any, one: dict[str, Any]) -> list[str]:
    """Where a card and a partner of the file differ."""
    shown = words(card).replace("\xad", "")
    plain = re.sub(r"\s+", " ", shown)
    links = {str(link) for link in card.xpath(".//a/@href")}
    found = []
    if not any(re.sub(r"\s+", " ", name) in plain for name in texts(one["name"])):
        found.append(f"the name {one['name']}")
    found += [
        f"{field} {one[field]}"
        for field in ("offer", "serves", "how_to_ask", "note", "hours")
        if one.get(field) and not any(re.sub(r"\s+", " ", text) in plain for text in texts(one[field]))
    ]
    code = one.get("address", {}).get("postal_code")
    if code and code not in plain:
        found.append(f"postal code {code}")
    for scheme, told in facts(one).items():
        given = {link for link in links if link.startswith(scheme)}
        if not given <= told or (told and not given):
            found.append(f"{given} and {told}")
    return found


def test_the_networks_file_holds_every_venue(built_site: Path, regions: dict[str, Any]) -> None:
    whole = read(built_site / "partners.json")
    found = {(one["region"], one["id"]): one for one in whole["venues"]}
    assert set(found) == {(region, one["id"]) for region, data in regions.items() for one in data["venues"]}
    for region, data in regions.items():
        assert {**data["region"], "id": region} == {**whole["regions"][region], "id": region}
        for one in data["venues"]:
            short = found[region, one["id"]]
            same = {key: one.get(key) for key in short if key not in ("region", "address", "accessibility")}
            assert same == {key: short[key] for key in same}
            step_free = one.get("accessibility", {}).get("step_free") is True
            assert step_free == ("accessibility" in short)


def test_the_tables_hold_the_same_partners(built_site: Path, regions: dict[str, Any]) -> None:
    for region, data in regions.items():
        path = built_site / region / "partners.csv"
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
        known = [(role, one) for role in ("distributor", "venue") for one in data[LISTS[role]]]
        assert [(row["role"], row["id"]) for row in rows] == [(role, one["id"]) for role, one in known]
        for row, (_, one) in zip(rows, known, strict=True):
            assert row["name"] in texts(one["name"])
            numbers = [re.sub(r"[^+\d]", "", number) for number in row["phone"].lstrip("'").split(",")]
            assert [number for number in numbers if number] == [p["number"] for p in one.get("phone", ())]
            assert row["municipality"] == one.get("municipality", "")


def test_what_pages_tell_search_engines_stands_in_the_files(
    pages: dict[str, Page], regions: dict[str, Any]
) -> None:
    count = 0
    for page in pages.values():
        if page.path.split("/")[0] not in regions:
            continue
        data = regions[page.path.split("/")[0]]
        known = {f"{role}-{one['id']}": one for role, name in LISTS.items() for one in data[name]}
        for text in page.root.xpath("//script[@type='application/ld+json']/text()"):
            for node in json.loads(str(text))["@graph"]:
                for entry in node.get("itemListElement", ()):
                    count += 1
                    item = entry["item"]
                    one = known[item["@id"].partition("#")[2]]
                    assert item["name"] in texts(one["name"])
                    assert item.get("telephone") in [None, *(p["number"] for p in one.get("phone", ()))]
                    assert item.get("description") in [
                        None,
                        *texts(one.get("offer")),
                        *texts(one.get("serves")),
                    ]
                    assert item.get("address", {}).get("postalCode") == one.get("address", {}).get(
                        "postal_code"
                    )
    assert count > 500
