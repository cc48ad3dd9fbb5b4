"""No page that would be empty, none in a language in which nobody wrote it."""

from datetime import date

import pytest

from sitegen.compose.pages.existence import REGION_SLUGS, exists, exists_nationally
from sitegen.model.contact import Organisation
from sitegen.model.edition import News, Statistic
from sitegen.structs import replace
from tests.builders import LANGUAGES, edition, name, network, region, text, words


def test_pages_of_the_data_exist_in_every_language() -> None:
    made = edition()
    net = network((made,), sections=(text("what"),))
    for slug in ("front", "distributors", "venues", "how", "materials", "brochure", "contacts"):
        assert all(exists(slug, made, net, lang) for lang in LANGUAGES), slug


@pytest.mark.parametrize("slug", ["distributors", "venues", "statistics", "news", "how"])
def test_an_empty_page_is_not_made(slug: str) -> None:
    made = edition(distributors=(), venues=())
    assert not exists(slug, made, network((made,)), "fi")


def test_figures_make_the_page_of_statistics() -> None:
    made = edition(figures=(Statistic(year=2025, what="uses", value=None),))
    assert exists("statistics", made, network((made,)), "ar")


def test_news_exist_where_they_are_written() -> None:
    news = News(id="uusi", date=date(2026, 2, 1), title=words(fi="Uusi kohde", sv="Nytt objekt"))
    made = edition(facts={"news": (news,)})
    assert [lang for lang in LANGUAGES if exists("news", made, network((made,)), lang)] == ["fi", "sv"]


def test_texts_for_partners_and_of_the_site_exist_where_they_are_written() -> None:
    made = edition()
    net = network((made,), sections=(text("introduction-venues", "sv"), text("statement", "en")))
    assert [lang for lang in LANGUAGES if exists("partners", made, net, lang)] == ["sv"]
    assert [lang for lang in LANGUAGES if exists("statement", made, net, lang)] == ["en"]
    assert exists_nationally("statement", net, "en")
    assert not exists_nationally("privacy", net, "en")


def test_a_text_of_the_region_makes_the_page_too() -> None:
    made = edition(sections=(text("statement", "fi"),))
    assert exists("statement", made, network((made,)), "fi")


@pytest.mark.parametrize(
    "fields",
    [{"owner": None}, {"sample": words(fi="Esimerkki."), "owner": Organisation(name=name("Kunta"))}],
)
def test_nobody_states_anything_for_a_region_that_did_not(fields: dict[str, object]) -> None:
    made = edition(of=region(**fields))
    net = network((made,), sections=(text("statement"), text("privacy")))
    assert not exists("statement", made, net, "fi")
    assert not exists("privacy", made, net, "fi")
    assert exists_nationally("statement", net, "fi")


def test_without_a_publisher_the_nation_states_nothing() -> None:
    net = network(sections=(text("statement"),), publisher=None)
    assert not exists_nationally("statement", net, "fi")


def test_contacts_need_somebody() -> None:
    made = edition(of=region(coordinators=(), feedback=None, owner=None))
    assert not exists("contacts", made, network((made,)), "fi")
    keeper = Organisation(name=name("Kaikukeskus"))
    assert exists("contacts", made, network((made,), kaikukeskus=keeper), "fi")


def test_an_unknown_page_is_a_fault_of_the_program() -> None:
    made = edition()
    with pytest.raises(KeyError):
        exists("sivu", made, network((made,)), "fi")
    assert len(set(REGION_SLUGS)) == len(REGION_SLUGS)


def test_a_region_without_any_years_content_still_has_its_lists() -> None:
    made = edition()
    net = replace(network((made,)), years=())
    assert exists("venues", made, net, "fi")
    assert not exists("how", made, net, "fi")
