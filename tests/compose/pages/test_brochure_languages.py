"""The languages that the page of a brochure tells of."""

from sitegen.compose.pages.brochure import languages
from sitegen.model.document import Contact, Contacts, Heading, Item, Link, List, Paragraph, Section, Text

ROW = Contact("phone", Text("Puhelin"), (Link(Text("040"), "tel:040"),), (Text("vardagar", "sv"),))
ENTRIES = (
    Item((Heading(4, (Text("Kirjasto", "en", name=True),)), Paragraph((Text("Lån"),), lang="sv")), "venue-a"),
    Item((Contacts((ROW,)),), "venue-b"),
    Item((Paragraph((Text("Free", "en"),)),), "venue-c"),
)
TREE = (Section((Heading(2, (Text("Kohteet"),)), List(ENTRIES))),)


def test_every_marked_language_is_found_but_those_of_names() -> None:
    assert languages(TREE) == {"sv", "en"}
    assert languages((Section((List(ENTRIES[:2]),)),)) == {"sv"}


def test_entries_known_to_have_none_are_not_looked_through() -> None:
    assert languages(TREE, {"venue-a", "venue-c"}) == {"sv"}
    assert languages(TREE, {"venue-a", "venue-b", "venue-c"}) == frozenset()
