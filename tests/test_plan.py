"""Which documents exist and what they are called: ASCII, meaningful, one address without a year each."""

import re

import pytest

from sitegen.model.edition import BrochureSettings
from sitegen.plan import Brochure, Plan, document_name, plan_site, poster_name
from tests.builders import LANGUAGES, edition, network, region

NAME = re.compile(r"kaikukortti-[a-z0-9-]+-2026(-[a-z0-9]+)*-[a-z-]+\.(pdf|docx)")


def made(**settings: object) -> Plan:
    own = edition(
        of=region(kind="group", municipalities=("X01", "X02")),
        facts={"brochure": BrochureSettings(**settings)},  # type: ignore[arg-type]
    )
    return plan_site(network((own,)))


def test_names_of_documents() -> None:
    assert (
        document_name(Brochure("brochure"), "tornio", 2026, "fi", "pdf")
        == "kaikukortti-esite-tornio-2026-fi.pdf"
    )
    large = Brochure("brochure-large", ("pdf",), large=True)
    assert (
        document_name(large, "tornio", 2026, "sv", "pdf") == "kaikukortti-broschyr-tornio-2026-large-sv.pdf"
    )
    of_one = Brochure("brochure-esimerkkila", municipality="X02")
    assert (
        document_name(of_one, "mallila", 2026, "ru", "pdf", "print")
        == "kaikukortti-brochure-mallila-esimerkkila-2026-print-ru.pdf"
    )


def test_names_of_posters() -> None:
    assert poster_name("poster", "tornio", 2026, "fi", "docx") == "kaikukortti-juliste-tornio-2026-fi.docx"
    assert (
        poster_name("poster-a3", "tornio", 2026, "sv", "pdf") == "kaikukortti-affisch-tornio-2026-a3-sv.pdf"
    )
    assert (
        poster_name("poster-a3", "tornio", 2026, "ar", "pdf", "print")
        == "kaikukortti-poster-tornio-2026-a3-print-ar.pdf"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("slug", "type"),
    [
        ("brochure", "pdf"),
        ("brochure", "docx"),
        ("brochure-booklet", "pdf"),
        ("poster", "pdf"),
        ("poster", "docx"),
        ("poster-a3", "pdf"),
    ],
)
def test_each_document_has_its_file_and_an_address_for_ever(lang: str, slug: str, type: str) -> None:
    plan = made()
    path = plan.document("mallila", lang, slug, type)
    assert path is not None
    assert NAME.fullmatch(path.rpartition("/")[2])
    assert plan.lasting("mallila", lang, slug, type) == f"mallila/{lang}/{slug}.{type}"


def test_large_print_and_municipalities_where_asked_for() -> None:
    assert made().document("mallila", "fi", "brochure-large", "pdf") is None
    plan = made(large_print=True, lists="municipality")
    assert plan.document("mallila", "fi", "brochure-large", "pdf")
    assert plan.document("mallila", "fi", "brochure-esimerkkila", "docx")
    assert plan.document("mallila", "fi", "brochure-booklet", "docx") is None


def test_nothing_for_the_print_house_is_on_the_site() -> None:
    assert not [one.path for one in made().artefacts if "-print-" in one.path]
