"""A brochure's entries and the ways to its lists: addresses, how to ask, links that stay inside."""

from typing import Any

import pytest

from sitegen.compose.tree import document_links
from sitegen.model.contact import Address
from sitegen.model.document import List, Paragraph, Section, Text
from sitegen.model.edition import BrochureSettings
from sitegen.model.network import Edition
from sitegen.model.partner_parts import How
from sitegen.structs import replace
from tests.builders import edition, name, text, venue, words
from tests.compose.test_brochure import HOME, full, made, national_texts, part, said


def address_of(lang: str, id: str) -> Paragraph:
    own = edition(
        venues=(
            venue(
                id,
                address=Address(
                    place=name(fi="Liikuntatalo"), street=name(fi="Torikatu 2"), postal_code="98760"
                ),
            ),
        )
    )
    (group,) = (
        block for block in part(made(lang, own), "list", "venues").children if isinstance(block, List)
    )
    (found,) = (
        block for block in group.items[0].children if isinstance(block, Paragraph) and block.role == "address"
    )
    return found


def test_an_arabic_address_is_one_left_to_right_piece() -> None:
    (whole,) = address_of("ar", "halli").children
    assert isinstance(whole, Text)
    assert (whole.name, whole.ltr) == (True, True)
    assert whole.value.startswith("Liikuntatalo, Torikatu 2, 98760")
    assert len(address_of("fi", "halli").children) > 1


@pytest.mark.parametrize(
    ("note", "lang", "expected"),
    [
        (words(fi="Soita ensin."), "fi", ["Soita ensin."]),
        (words(fi="Soita ensin."), "en", ["Ask for a ticket at the ticket desk.", "Soita ensin."]),
        (None, "fi", ["Pyydä lippu lipunmyynnistä."]),
    ],
)
def test_how_to_ask_is_said_once(note: Any, lang: str, expected: list[str]) -> None:
    own = edition(venues=(venue("halli", how=How(channels=("desk",), note=note)),))
    found = said(replace(made(lang, own), children=(part(made(lang, own), "list", "venues"),)))
    assert [line for line in found if line in expected] == expected
    assert ("Pyydä lippu lipunmyynnistä." in found) == (note is None)


def test_links_to_lists_lead_to_them_where_the_brochure_has_them() -> None:
    linked = text(
        "along", "fi", "[Kohteet](page:venues), [jakajat](page:distributors), [uutiset](page:news)."
    )
    sections = (*(one for one in national_texts("fi") if one.name != "along"), linked)

    def leads(own: Edition) -> list[str]:
        found = {one.text.value: one.href for one in document_links(made(own=own, sections=sections))}
        return [found[text] for text in ("Kohteet", "jakajat", "uutiset")]

    web = f"{HOME}fi/"
    assert leads(full()) == ["#venues", "#distributors", f"{web}news/"]
    without = replace(full(), facts=replace(full().facts, brochure=BrochureSettings(lists="none")))
    assert leads(without) == [f"{web}venues/", f"{web}distributors/", f"{web}news/"]
    assert leads(edition(venues=(venue("halli"),), distributors=()))[:2] == ["#venues", f"{web}distributors/"]


def test_the_answer_ends_with_the_place_of_its_list() -> None:
    (get,) = (
        block
        for block in part(made(), "questions").children
        if isinstance(block, Section) and block.id == "get"
    )
    assert said(replace(made(), children=(get,))) == [
        "get fi",
        "Lyhyt vastaus. Katso luettelo: Mistä kortin saa",
    ]
    arabic = said(replace(made("ar"), children=(part(made("ar"), "questions"),)))
    assert "Lyhyt vastaus." in arabic, "an answer in another language stays apart from words of ours"
