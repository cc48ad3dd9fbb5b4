"""What pages tell search engines is what they show: names, addresses, numbers, the way to them."""

import json
import re
from typing import Any

import pytest
from lxml import html as parser

from sitegen.compose.pages.context import CHOICE, NOT_FOUND
from sitegen.languages.table import codes
from sitegen.model.contact import Organisation
from sitegen.model.network import Edition
from tests.builders import (
    address,
    distributor,
    edition,
    email,
    link,
    name,
    network,
    phone,
    region,
    venue,
    words,
)
from tests.compose.pages.support import BASE, html

HOSTILE = '</script><!--<script>alert("x")</script> & \'"'


def parsed(page: str) -> Any:
    """The page as a tree; its many kinds of results are of no interest to the type checker here."""
    return parser.fromstring(page)


def told(page: str) -> dict[str, Any]:
    """The nodes of a page by their type."""
    found = parsed(page).xpath("//script[@type='application/ld+json']/text()")
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return {one["@type"]: one for one in data["@graph"]}


def full(**fields: Any) -> Edition:
    partner: dict[str, Any] = {
        "address": address("Rantatie 12"),
        "phone": (phone("016 000 220"), phone("016 000 221", for_=words(fi="Kassa"))),
        "email": (email("halli@mallila.example"),),
        "website": link("https://halli.example/uinti"),
    }
    return edition(
        venues=(
            venue("halli", called="Halli", type="swimming-hall", offer=words(fi="Uinti"), **partner),
            venue("muu", called="Muu", kind="nature", offer=words(sv="Utflykter")),
        ),
        distributors=(distributor("apu", called="Apu", serves=words(fi="Nuorille"), **partner),),
        **fields,
    )


@pytest.mark.parametrize("lang", codes())
@pytest.mark.parametrize("slug", ["venues", "distributors"])
def test_a_lists_partners_are_those_of_its_cards(slug: str, lang: str) -> None:
    made = full()
    page = html(network((made,)), slug, lang, made)
    items = [one["item"] for one in told(page)["ItemList"]["itemListElement"]]
    cards = parsed(page).xpath("//li[@class='card']")
    assert len(items) == len(cards)
    for item, card in zip(items, cards, strict=True):
        text = " ".join(card.text_content().replace("\xad", "").replace("\xa0", " ").split())
        assert item["@id"].endswith("#" + card.get("id"))
        assert item["name"] in text
        place = item.get("address", {})
        assert all(str(place[key]) in text for key in place if key not in ("@type", "addressCountry"))
        links = [str(one) for one in card.xpath(".//a/@href")]
        assert [one for one in links if one.startswith("tel:")][:1] == (
            [f"tel:{item['telephone']}"] if "telephone" in item else []
        )
        assert item.get("url") in (links if "url" in item else [None])
        assert item.get("description", "") in text


def test_what_is_in_another_language_is_left_out() -> None:
    made = full()
    items = told(html(network((made,)), "venues", "fi", made))["ItemList"]["itemListElement"]
    assert [one["item"].get("description") for one in items] == ["Uinti", None]
    assert items[0]["item"]["@type"] == "PublicSwimmingPool"
    assert items[1]["item"]["@type"] == "Place"


def test_the_front_page_tells_where_the_card_is_given_and_who_answers() -> None:
    owner = Organisation(name=name("Mallilan kunta"), email="kirjaamo@mallila.example")
    made = full(of=region(owner=owner, municipalities=("X01", "X02"), kind="group"))
    service = told(html(network((made,)), "front", "sv", made))["Service"]
    assert [one["name"] for one in service["areaServed"]] == ["Modellby", "Exempelby"]
    assert service["provider"]["name"] == "Mallilan kunta"
    sample = full(of=region(owner=owner, sample=words(fi="Esimerkki.")))
    page = told(html(network((sample,)), "front", "fi", sample))
    assert "provider" not in page["Service"], "nobody answers for a sample (DOMAIN section 5)"
    assert page["WebPage"]["creativeWorkStatus"] == "Example"
    assert "dateModified" not in page["WebPage"]


def test_a_page_says_its_language_its_day_and_the_way_to_it() -> None:
    made = full()
    page = html(network((made,)), "venues", "sv", made)
    found = told(page)["WebPage"]
    root = parsed(page)
    assert found["url"] == root.xpath("//link[@rel='canonical']/@href")[0] == f"{BASE}/mallila/sv/venues/"
    assert (found["inLanguage"], found["dateModified"]) == ("sv", "2026-01-05")
    assert (
        found["name"] == root.xpath("//meta[@property='og:title']/@content")[0] == root.findtext("head/title")
    )
    steps = found["breadcrumb"]["itemListElement"]
    crumbs = [" ".join(one.text_content().split()) for one in root.xpath("//nav[@class='crumbs']//li")]
    assert [one["name"] for one in steps] == crumbs
    assert [one["item"] for one in steps] == [f"{BASE}/mallila/sv/", f"{BASE}/mallila/sv/venues/"]


@pytest.mark.parametrize("slug", ["front", "venues"])
def test_national_pages_tell_the_site(slug: str) -> None:
    found = told(html(network((full(),)), slug, "en"))
    assert found["WebSite"]["url"] == f"{BASE}/en/"
    assert found["WebPage"]["isPartOf"] == {"@id": f"{BASE}/en/#site"}


@pytest.mark.parametrize("slug", [CHOICE, NOT_FOUND])
def test_pages_of_no_language_tell_nothing(slug: str) -> None:
    assert "ld+json" not in html(network((full(),)), slug)


def test_no_words_end_the_element_they_stand_in() -> None:
    made = edition(venues=(venue(called=HOSTILE, offer=words(fi=HOSTILE)),))
    page = html(network((made,)), "venues", "fi", made)
    inside = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not re.search("[<>&]", inside)
    assert json.loads(inside)["@graph"][2]["itemListElement"][0]["item"]["name"] == HOSTILE


@pytest.mark.parametrize("lang", codes())
def test_who_shares_a_page_shows_its_title_picture_and_languages(lang: str) -> None:
    made = full()
    root = parsed(html(network((made,)), "front", lang, made))
    shared = {
        str(one.get("property")): one.get("content")
        for one in root.xpath("//meta[starts-with(@property, 'og:')]")
    }
    assert shared["og:title"] == root.findtext("head/title")
    assert shared["og:description"] == root.xpath("//meta[@name='description']/@content")[0]
    assert shared["og:image"] == f"{BASE}/share.png"
    assert shared["og:image:alt"]
    others = [one.get("content") for one in root.xpath("//meta[@property='og:locale:alternate']")]
    assert shared["og:locale"] not in others
    assert {shared["og:locale"], *others} == {"fi_FI", "sv_FI", "en_GB", "ar_AR", "ru_RU"}
