"""Page, PDF and DOCX of the invented region say the same; what one lost is named with its line (C10, D14).

The facts come from the author's files with their places. A partner, a telephone number, a limit or the number
of a rule is taken out of one rendering: the problem says which rendering lacks it and points to the line in
`regions/` or `content/` where it is written.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from sitegen.check.docx_read import facts_of_docx, read_docx
from sitegen.check.located import Fact, fact_places, partner_facts, piece_places
from sitegen.check.page_read import facts_of_page
from sitegen.check.parity import compare, missing_facts, pieces_of_pdf
from sitegen.check.pdf_read import read_blocks
from sitegen.compose.facts import pieces
from sitegen.compose.link_targets import Links
from sitegen.compose.partners import anchor
from sitegen.compose.texts import sections
from sitegen.model.document import Document
from sitegen.problems import Place, Problem
from sitegen.render.docx import render_docx
from tests.bar.documents.documents import REGION, REGION_LANGUAGES, region, rendered
from tests.bar.documents.planted.parity import Loss, losses, rule_lost
from tests.site.support.run import REPOSITORY

pytestmark = pytest.mark.slow

LOSSES = ("partner", "phone", "limit", "rule")


def document(lang: str) -> Document:
    return region().written(lang).document


def page(site: Path, lang: str, name: str) -> bytes:
    return (site / REGION / lang / name / "index.html").read_bytes()


def places(lang: str) -> tuple[Place, ...]:
    return piece_places(document(lang), region().edition, region().network)


def against_tree(lang: str, name: str, read: Iterable[object]) -> list[Problem]:
    """The differences of a document's rendering, at the author's lines."""
    artefact = Place(f"{REGION}/{lang}/brochure.{name.lower()}")
    return compare("data", pieces(document(lang)), name, read, artefact, places(lang))  # type: ignore[arg-type]


def partners_on_pages(lang: str, venues: bytes, distributors: bytes) -> list[Problem]:
    """What the pages lack of each partner, at the author's lines."""
    found: list[Problem] = []
    edition, network = region().edition, region().network
    for role, data, partners in (
        ("distributor", distributors, edition.listed_distributors),
        ("venue", venues, edition.listed_venues),
    ):
        for one in partners:
            facts = partner_facts(one, edition, network, lang)
            on_page = facts_of_page(data, anchor(role, one.id))
            found += missing_facts("data", facts, "page", on_page, Place(f"{REGION}/{lang}/{role}s"), facts)
    return found


@cache
def text_facts(lang: str) -> dict[Fact, Place]:
    """The sentences of the answers, each with its line: those that stand on a page as they are written."""
    here = region()
    written = sections(
        here.texts, here.network, here.edition, lang, Links(lambda kind, name: f"{kind}:{name}")
    )
    blocks = tuple(block for one in written for block in one.blocks)
    tree = Document("brochure", lang, "ltr", "", "", "", blocks)
    found = zip(pieces(tree), piece_places(tree, here.edition, here.network), strict=True)
    return {("text", piece.text): place for piece, place in found if place.path}


def answers_on_page(lang: str, how: bytes) -> list[Problem]:
    """What the page of answers lacks of them."""
    facts = text_facts(lang)
    return missing_facts("data", facts, "page", facts_of_page(how), Place(f"{REGION}/{lang}/how"), facts)


# ------------------------------------------------------------------ as it is


@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_the_pages_tell_all_of_every_partner(lang: str, built_site: Path) -> None:
    given = (page(built_site, lang, name) for name in ("venues", "distributors"))
    assert partners_on_pages(lang, *given) == []


@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_the_page_of_answers_tells_all_of_them(lang: str, built_site: Path) -> None:
    assert len(text_facts(lang)) > 40
    assert answers_on_page(lang, page(built_site, lang, "how")) == []


@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_pdf_and_docx_tell_what_the_files_say_in_order(lang: str, built_site: Path) -> None:
    one = region().written(lang)
    assert one.pdf is not None
    assert one.docx is not None
    docx = (built_site / one.docx).read_bytes()
    assert against_tree(lang, "PDF", pieces_of_pdf(read_blocks((built_site / one.pdf).read_bytes()))) == []
    assert against_tree(lang, "DOCX", read_docx(docx)) == []
    facts = fact_places(one.document, region().edition, region().network)
    assert missing_facts("data", facts, "DOCX", facts_of_docx(docx), places=facts) == []


@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_every_listed_partner_is_in_the_brochure(lang: str) -> None:
    """So that what is compared is all there is: the tree itself lacks nobody."""
    edition, network = region().edition, region().network
    told = fact_places(document(lang), edition, network)
    in_tree = {("text", piece.text) for piece in pieces(document(lang))}
    for one in (*edition.listed_distributors, *edition.listed_venues):
        facts = partner_facts(one, edition, network, lang)
        assert facts.keys() <= told.keys()
        assert {fact for fact in facts if fact[0] == "text"} <= in_tree


# ------------------------------------------------------------------ what got lost


def loss(lang: str, name: str) -> Loss:
    if name == "rule":
        return rule_lost(lang)
    return next(one for one in losses(region().edition, region().network, lang) if one.name == name)


def assert_named(found: list[Problem], lost: Loss, rendering: str) -> None:
    """One of the problems says which rendering lacks it, at the author's line."""
    here = [one for one in found if (one.place if lost.place.line else Place(one.place.path)) == lost.place]
    assert here, found
    for one in here:
        line = (REPOSITORY / one.place.path).read_text("utf-8").splitlines()[one.place.line - 1]
        assert lost.line in line
        assert dict(one.values)["b"] == rendering


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_what_a_docx_lost_is_named_with_its_line(lang: str, name: str) -> None:
    lost = loss(lang, name)
    data = render_docx(lost.from_tree(document(lang)))
    assert_named(against_tree(lang, "DOCX", read_docx(data)), lost, "DOCX")


@cache
def spoilt_pdf(lang: str, name: str) -> bytes:
    return rendered(loss(lang, name).from_tree(document(lang))).data


@pytest.mark.parametrize(("lang", "name"), [*(("fi", name) for name in LOSSES), ("ar", "phone")])
def test_what_a_pdf_lost_is_named_with_its_line(lang: str, name: str) -> None:
    found = against_tree(lang, "PDF", pieces_of_pdf(read_blocks(spoilt_pdf(lang, name))))
    assert_named(found, loss(lang, name), "PDF")


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("lang", REGION_LANGUAGES)
def test_what_a_page_lost_is_named_with_its_line(lang: str, name: str, built_site: Path) -> None:
    lost = loss(lang, name)
    if name == "rule":
        found = answers_on_page(lang, lost.from_page(page(built_site, lang, "how")))
    else:
        venues, distributors = (page(built_site, lang, one) for one in ("venues", "distributors"))
        found = partners_on_pages(lang, lost.from_page(venues), distributors)
    assert_named(found, lost, "page")
