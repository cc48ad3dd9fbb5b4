"""Facts and pieces of a document lead back to the line where the author wrote them (C10)."""

from sitegen.check.located import fact_places, partner_facts, piece_places
from sitegen.compose.facts import pieces
from sitegen.model.document import (
    Contact,
    Contacts,
    Document,
    Heading,
    Item,
    Link,
    List,
    Note,
    Paragraph,
    Section,
    Text,
)
from sitegen.model.partner_parts import How, Limit, Season
from sitegen.problems import Place
from sitegen.structs import Aside
from tests.builders import distributor, edition, email, network, number, phone, venue, words

FILE = "regions/mallila/2026/venues.yaml"


def at(**lines: int) -> dict[str, Place]:
    """Places of fields; `start` is the record's own."""
    return {("" if name == "start" else name): Place(FILE, line, 5) for name, line in lines.items()}


POOL = venue(
    "uimahalli",
    called="Uimahalli",
    offer=words(fi="Uinti"),
    limits=(
        Limit(kind="months-at-a-time", value=3, at=at(value=21)),  # type: ignore[arg-type]
        Limit(kind="other", text=words(fi="Vain arkisin"), at=at(text=23)),
    ),
    season=(Season(from_=(6, 1), to=(8, 31), at=at(start=25)),),
    how=How(channels=("desk",), note=words(fi="Näytä kortti."), at=at(channels=27, note=28)),
    phone=(phone("016 000 310", at=at(number=30)), phone("016 000 311", at=at(number=32))),
    email=(email("halli@mallila.example", at=at(address=34)),),
    at=at(start=10, name=11, offer=13, how=26, limits=20, phone=29),
)
EDITION = edition(venues=(POOL,), distributors=(distributor(called="Neuvonta", at=at(start=50, name=51)),))
NETWORK = network((EDITION,))


def entry() -> Item:
    rows = tuple(
        Contact("phone", Text("Puh."), (Link(Text(shown, ltr=True), f"tel:{number(shown).e164}"),))
        for shown in ("016 000 311", "016 000 310")
    )
    return Item(
        (
            Heading(4, (Text("Uimahalli", name=True),), detail=(Text("Liikunta"),)),
            Paragraph((Text("Uinti"),), role="what"),
            Paragraph((Text("Vain arkisin"),), role="limit"),
            Contacts(rows),
        ),
        id="venue-uimahalli",
    )


def document() -> Document:
    answer = Paragraph((Text("Kyllä."),), origin=Aside(Place("content/2026/fi/who.md", 5, 1)))
    children = (
        Section((Heading(1, (Text("Kaikukortti"),)), answer)),
        Note(
            (Paragraph((Text("Vain sinun."),), origin=Aside(Place("content/2026/fi/who.md", 9, 1))),),
            (Text("Muista"),),
        ),
        List((entry(),), role="partners"),
    )
    return Document("brochure", "fi", "ltr", "Esite", "", "", children)


def test_each_fact_of_a_partner_has_the_line_of_its_field() -> None:
    found = {value: place.line for (_, value), place in partner_facts(POOL, EDITION, NETWORK, "fi").items()}
    assert found == {
        "Uimahalli": 11,
        "Uinti": 13,
        "3 kuukautta kerrallaan": 21,
        "Vain arkisin": 23,
        "Kesäkuusta elokuuhun": 25,
        "Näytä kortti.": 28,
        "tel:+35816000310": 30,
        "tel:+35816000311": 32,
        "mailto:halli@mallila.example": 34,
    }


def test_how_to_ask_made_of_data_has_the_line_of_the_channels() -> None:
    bare = venue("halli", how=How(channels=("desk",), at=at(channels=27)))
    assert 27 in {place.line for place in partner_facts(bare, EDITION, NETWORK, "fi").values()}


def test_every_piece_has_a_place_and_what_nobody_wrote_has_none() -> None:
    made = document()
    places = piece_places(made, EDITION, NETWORK)
    told = [(piece.text, str(place)) for piece, place in zip(pieces(made), places, strict=True)]
    assert told == [
        ("Kaikukortti", ""),
        ("Kyllä.", "content/2026/fi/who.md:5:1"),
        ("Muista", "content/2026/fi/who.md:9:1"),
        ("Vain sinun.", "content/2026/fi/who.md:9:1"),
        ("Uimahalli", f"{FILE}:11:5"),
        ("Liikunta", f"{FILE}:10:5"),
        ("Uinti", f"{FILE}:13:5"),
        ("Vain arkisin", f"{FILE}:23:5"),
        ("Puh. 016 000 311", f"{FILE}:32:5"),
        ("Puh. 016 000 310", f"{FILE}:30:5"),
    ]


def test_facts_of_partners_that_are_in_a_document_have_their_lines() -> None:
    found = fact_places(document(), EDITION, NETWORK)
    assert found["text", "Neuvonta"].line == 51
    assert found["text", "Kyllä."] == Place("content/2026/fi/who.md", 5, 1)
    assert found["link", "tel:+35816000310"].line == 30
    assert ("text", "Kaikukortti") not in found


def test_a_partner_that_is_not_listed_has_none() -> None:
    gone = edition(venues=(venue("halli", called="Halli", answer="stops", at=at(start=3)),), distributors=())
    assert ("text", "Halli") not in fact_places(document(), gone, network((gone,)))
