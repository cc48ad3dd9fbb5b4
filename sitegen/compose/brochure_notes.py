"""What a reader of a brochure must know before reading on: sample, review, year, other languages."""

from collections.abc import Iterable, Iterator

from sitegen.compose.partner_words import words
from sitegen.compose.partners import PartnerView
from sitegen.compose.shown import best
from sitegen.compose.texts import ComposedSection
from sitegen.languages.formats import list_text
from sitegen.model.document import Note, Paragraph, Text
from sitegen.model.network import Edition, Network
from sitegen.structs import replace


def notes(
    network: Network,
    edition: Edition,
    lang: str,
    sections: tuple[ComposedSection, ...],
    views: tuple[PartnerView, ...],
) -> Iterator[Note]:
    """The notes that hold, each of its kind: sample, review, year, language."""
    message = words(lang)
    sample = best(edition.region.sample, lang, edition.region.languages)
    if sample is not None:
        yield Note((Paragraph((replace(sample, lang=None),), lang=sample.lang),), kind="sample")
    if edition.region.invented:
        yield _note("sample", message.get("note.invented"))
    if any(one.awaits_review for one in sections):
        yield _note("review", message.get("note.review"))
    if edition.year < network.site.edition:
        yield _note("year", message.get("note.year", year=edition.year))
    elif network.years and network.national(edition.year).year != edition.year:
        yield _note("year", message.get("note.national-year", year=network.national(edition.year).year))
    languages = other_languages(sections, views)
    if languages:
        said = list_text([message.get(f"language.in.{code}") for code in languages], lang)
        yield _note("language", message.get("note.language", languages=said))


def _note(kind: str, text: str) -> Note:
    return Note((Paragraph((Text(text),)),), kind=kind)


def other_languages(sections: Iterable[ComposedSection], views: Iterable[PartnerView]) -> tuple[str, ...]:
    """The languages other than the reader's that occur, in the order they come."""
    found = [code for one in sections for code in one.fallback_langs]
    found += [code for view in views for code in view.fallback_langs]
    return tuple(dict.fromkeys(found))
