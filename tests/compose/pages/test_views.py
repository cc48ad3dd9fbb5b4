"""What the pages show: front, how, materials, news, contacts, partners, figures, texts, the national ones."""

from datetime import date, time

from sitegen.compose.pages.context import CHOICE, NOT_FOUND
from sitegen.compose.pages.municipalities import first_letter
from sitegen.model.contact import Organisation
from sitegen.model.document import Text
from sitegen.model.edition import BrochureSettings, Event, News, Statistic
from sitegen.model.national import OtherMunicipality, SiteLink
from sitegen.model.network import SectionText
from sitegen.model.sections import CARDHOLDER_SECTIONS
from sitegen.structs import replace
from tests.builders import (
    LANGUAGES,
    coordinator,
    distributor,
    edition,
    link,
    name,
    network,
    number,
    region,
    text,
    venue,
    words,
)
from tests.compose.pages.support import FakeLinks, view

BODY = "Lyhyt vastaus.\n\n## Lisää\n\nPitkä vastaus.\n"


def national_texts(*langs: str) -> tuple[SectionText, ...]:
    return tuple(text(one, lang, BODY, title=f"{one}?") for lang in langs for one in CARDHOLDER_SECTIONS)


def test_the_front_page_gives_the_short_answers_in_their_order() -> None:
    made = edition()
    front = view(network((made,), sections=national_texts("fi")), "front", "fi", made)
    assert [one.name for one in front.questions] == ["what", "who", "get", "use", "ticket"]
    assert all(len(one.lead) == 1 for one in front.questions)
    links = {one.name: one.link.href if one.link else None for one in front.questions}
    assert links == {
        "what": None,
        "who": None,
        "get": "/mallila/fi/distributors/",
        "use": "/mallila/fi/venues/",
        "ticket": "/mallila/fi/how/",
    }
    assert [one.name for one in front.along] == ["along", "children", "community", "assistant"]


def test_the_doors_count_and_lead_to_the_lists_that_exist() -> None:
    made = edition(distributors=(), venues=(venue("a"), venue("b")))
    doors = view(network((made,)), "front", "fi", made).doors
    assert [(one.href, one.number, one.unit) for one in doors] == [("/mallila/fi/venues/", "2", "kohdetta")]
    arabic = view(network((made,)), "front", "ar", made).doors
    assert (arabic[0].number, arabic[0].unit) == ("2", "مكانان")


def test_a_local_pilot_does_not_promise_the_whole_country() -> None:
    made = edition(of=region(valid_elsewhere=False))
    assert not view(network((made,)), "front", "fi", made).everywhere
    assert view(network((made,)), "venues", "fi", made).elsewhere is None


def test_a_sample_names_no_year_as_valid() -> None:
    made = edition(of=region(sample=words(fi="Esimerkki.")))
    assert view(network((made,)), "front", "fi", made).year == ""


def test_only_news_in_the_readers_language_stand_on_the_front_page() -> None:
    news = tuple(
        News(id=f"n{day}", date=date(2026, 2, day), title=words(fi=f"Uutinen {day}")) for day in range(1, 6)
    )
    made = edition(facts={"news": news})
    shown = view(network((made,)), "front", "fi", made).news
    assert [one.href for one in shown] == [f"/mallila/fi/news/#n{day}" for day in (5, 4, 3)]
    assert view(network((made,)), "front", "sv", made).news == ()


def test_how_shows_whole_sections_and_the_regions_own() -> None:
    own = replace(text("own-bussi", "fi", "Bussilla.", title="Bussi"), add="")
    made = edition(sections=(own,))
    shown = view(network((made,), sections=national_texts("fi")), "how", "fi", made)
    names = [one.name for one in shown.chapters]
    assert names.index("own-bussi") == names.index("elsewhere") + 1
    assert [one.href for one in shown.contents] == [f"#{name}" for name in names]
    assert all(len(one.blocks) == 3 for one in shown.chapters if one.name != "own-bussi")


def test_documents_say_their_language_form_and_size_in_their_own_words() -> None:
    made = edition()
    net = network((made,))
    sizes = {("brochure", "pdf"): 212_000, ("brochure", "docx"): 38_000, ("brochure-booklet", "pdf"): 230_000}
    links = FakeLinks(net, sizes)
    rows = view(net, "materials", "sv", made, links=links).documents
    assert [one.lang for one in rows] == ["sv", "fi", "en", "fi-simple", "ar", "ru"]
    finnish = rows[1]
    assert (finnish.label, finnish.called, finnish.own) == ("Suomi", "på finska", False)
    assert [
        (way.label, [(one.text.value, one.remark and one.remark.value) for one in way.files])
        for way in finnish.ways
    ] == [
        ("Lue", [("Lue esite verkkosivuna", None), ("Esite 2026 suomeksi", "PDF, 212\xa0kt")]),
        ("Tulosta toimistossa", [("Tulostusvihko A4 2026 suomeksi", "PDF, 230\xa0kt")]),
        ("Avaa Wordissa", [("Esite 2026 suomeksi", "DOCX, 38\xa0kt")]),
    ]
    assert finnish.ways[1].files[0].type == "application/pdf"
    assert {one.hreflang for way in finnish.ways for one in way.files} == {"fi"}
    assert rows[0].ways[0].files[1].remark == Text("PDF, 212\xa0kB")
    texts = [one.ways[0].files[1].text.value for one in rows]
    assert len(set(texts)) == len(LANGUAGES)


def test_the_front_page_offers_the_brochure_alone() -> None:
    made = edition()
    net = network((made,))
    links = FakeLinks(net, {("brochure", "pdf"): 1_000, ("poster", "pdf"): 1_000})
    rows = view(net, "front", "fi", made, links=links).documents
    assert [(way.label, len(way.files)) for way in rows[0].ways] == [("", 1)]
    assert view(net, "front", "fi", made).documents == ()


def test_brochures_of_single_municipalities_are_offered() -> None:
    made = edition(
        of=region(municipalities=("X01", "X02")), facts={"brochure": BrochureSettings(lists="municipality")}
    )
    net = network((made,))
    links = FakeLinks(net, {("brochure-esimerkkila", "pdf"): 100_000})
    ways = view(net, "materials", "fi", made, links=links).documents[0].ways
    assert ways[0].files[-1].text.value == "Esite 2026 suomeksi, Esimerkkilä"


def test_news_are_paragraphs_newest_first_with_public_dates_only() -> None:
    news = (
        News(id="a", date=date(2026, 1, 5), title=words(fi="Vanha"), text=words(fi="Yksi.\n\nKaksi.")),
        News(id="b", date=date(2026, 3, 5), title=words(fi="Uusi")),
    )
    events = (
        Event(
            id="x", kind="open-day", date=date(2026, 2, 12), from_=time(10), to=time(14), public=True,
            place=name("Halli"),
        ),
        Event(id="y", kind="feedback-meeting", date=date(2026, 5, 20), public=False),
    )  # fmt: skip
    made = edition(facts={"news": news, "events": events})
    shown = view(network((made,)), "news", "fi", made)
    assert [one.title.value for one in shown.news] == ["Uusi", "Vanha"]
    assert [one.value for one in shown.news[1].paragraphs] == ["Yksi.", "Kaksi."]
    assert [(one.title.value, one.hours) for one in shown.events] == [("Avoimet ovet", "10.00–14.00")]


def test_contacts_are_roles_in_one_order_of_channels() -> None:
    keeper = Organisation(
        name=name("Kaikukeskus"),
        phone=number(),
        email="info@kaikukeskus.example",
        page=link("https://k.example/"),
    )
    made = edition()
    shown = view(network((made,), kaikukeskus=keeper), "contacts", "fi", made)
    assert [one.title.value for one in shown.coordinators] == [
        "Kulttuuri ja liikunta",
        "Sosiaali- ja terveyspalvelut",
    ]
    assert [row.channel for row in shown.others[-1].contacts] == ["phone", "email", "web"]
    phone = shown.others[-1].contacts[0].value[0]
    assert (phone.href, phone.text.value) == ("tel:+35816000310", "016\xa0000\xa0310")


def test_partners_find_introductions_coordinators_and_national_links() -> None:
    national = (
        SiteLink(id="materials", text=words(fi="Aineistot"), url=link("https://k.example/aineistot")),
        SiteLink(id="terms", text=words(fi="Ehdot"), url=link(fi="https://k.example/ehdot")),
        SiteLink(id="joining", text=words(fi="Mukaan"), url=link("https://k.example/mukaan")),
    )
    made = edition()
    sections = (text("introduction-venues", "fi", BODY), text("introduction-distributors", "fi", BODY))
    shown = view(network((made,), sections=sections, links=national), "partners", "fi", made)
    assert [one.name for one in shown.introductions] == ["introduction-distributors", "introduction-venues"]
    assert [one.text.value for one in shown.links] == ["Ehdot", "Aineistot"]
    assert len(shown.people) == 2
    assert shown.network == ("1 jakaja", "1 kohde")
    asked = {one.label.value: one.value[0].href for one in shown.orders}
    assert asked == {
        "Kortinjakajat": "mailto:social@mallila.example",
        "Kohteet": "mailto:culture@mallila.example",
    }
    assert shown.printing.href == "/mallila/fi/materials/"


def test_without_its_own_side_a_role_asks_the_other_for_more_and_without_any_nobody() -> None:
    sections = (text("introduction-venues", "fi", BODY),)
    one = edition(of=region(coordinators=(coordinator("culture"),)))
    shown = view(network((one,), sections=sections), "partners", "fi", one).orders
    assert [contact.value[0].href for contact in shown] == ["mailto:culture@mallila.example"] * 2
    none = edition(of=region(coordinators=()))
    assert view(network((none,), sections=sections), "partners", "fi", none).orders == ()


def test_figures_carry_date_and_source_and_small_ones_stay_unknown() -> None:
    source = words(fi="Kaikukanta")
    figures = (
        Statistic(year=2025, what="uses", group="sport", value=100, as_of=date(2026, 1, 15), source=source),
        Statistic(
            year=2025, what="uses", group="culture", value=None, as_of=date(2026, 1, 15), source=source
        ),
        Statistic(
            year=2024, what="uses", group="sport", value=50, about=True, source=source, total_since="2021-06"
        ),
        Statistic(year=2025, what="cards", value=12, source=source),
    )
    made = edition(figures=figures)
    cards, uses, running = view(network((made,)), "statistics", "fi", made).charts
    assert not cards.grouped
    assert [(one.year, one.group, one.value, one.width) for one in uses.figures] == [
        ("2025", "Kulttuuri", "alle 5", 0),
        ("2025", "Liikunta", "100", 100),
    ]
    assert uses.figures[1].as_of.iso == "2026-01-15"
    assert running.title == "Käyttökerrat, kertymä alkaen kesäkuu\N{NO-BREAK SPACE}2021"
    assert [(one.group, one.value) for one in running.figures] == [("Liikunta", "noin 50")]
    sources = [(one.source.value, one.since and one.since.iso) for one in (*uses.sources, *running.sources)]
    assert sources == [("Kaikukanta", None), ("Kaikukanta", "2021-06")]


def test_a_total_stands_apart_from_its_groups_and_gives_none_away() -> None:
    counts = (("culture", 40), ("science", None), ("sport", 9), (None, 52))
    figures = tuple(Statistic(year=2025, what="uses", group=group, value=count) for group, count in counts)
    made = edition(figures=figures)
    totals, groups = view(network((made,)), "statistics", "en", made).charts
    assert (totals.title, groups.title) == ("Times used", "Times used by kind")
    assert [one.value for one in totals.figures] == ["52"]
    assert [(one.value, one.width) for one in groups.figures] == [
        ("40", 100),
        ("under 5", 0),
        ("not shown", 0),
    ]


def test_the_statement_names_its_owner_and_the_address_for_feedback() -> None:
    owner = Organisation(name=name("Mallilan kunta"), email="kirjaamo@mallila.example", phone=number())
    made = edition(of=region(owner=owner))
    shown = view(network((made,), sections=(text("statement"),)), "statement", "fi", made)
    person = shown.people[0]
    assert person.lines[0].value == "Mallilan kunta"
    assert [row.channel for row in person.contacts] == ["phone", "email", "email"]
    assert shown.date.iso == "2026-01-20", "the day of the assessment, not of the lists"


def test_the_finder_lists_every_municipality_under_its_letter() -> None:
    other = OtherMunicipality(municipality="X03", page=link("https://l.example/"), date="2025-11")
    made = edition(of=region(municipalities=("X01", "X02")))
    net = replace(network((made,)), others=(other,))
    shown = view(net, "front")
    found = {letter.letter: letter.municipalities for letter in shown.letters}
    assert list(found) == ["E", "L", "M"]
    assert found["E"][0].link.href == "/mallila/fi/"
    assert found["E"][0].region == Text("Mallila", name=True)
    assert found["M"][0].region is None
    assert (found["L"][0].link.href, found["L"][0].dated.iso) == ("https://l.example/", "2025-11")
    assert shown.count == "3 kuntaa"
    assert shown.names == ("Esimerkkilä", "Lehtorinne", "Mallila")


def test_letters_are_those_of_the_readers_language() -> None:
    assert [first_letter("Ähtäri", lang) for lang in ("fi", "sv", "en", "ar")] == ["Ä", "Ä", "A", "A"]
    assert first_letter("Éclair", "fi") == "E"


def test_the_choice_of_languages_names_each_in_itself() -> None:
    made = edition()
    shown = view(network((made,)), CHOICE, "fi", made)
    assert shown.frame.heading.value == "Kaikukortti Mallila · Modellby"
    assert [(one.label, one.text) for one in shown.choices][:2] == [
        ("Suomi", "Kaikukortti Mallilassa"),
        ("Svenska", "Kaikukortet i Modellby"),
    ]
    national = view(network(), CHOICE)
    assert [one.href for one in national.choices] == [f"/{lang}/" for lang in LANGUAGES]


def test_not_found_speaks_every_language() -> None:
    shown = view(network(), NOT_FOUND)
    assert [one.lang for one in (shown.first, *shown.others)] == list(LANGUAGES)
    assert len({one.text for one in (shown.first, *shown.others)}) == len(LANGUAGES)


def test_a_region_with_distributors_only_has_one_door() -> None:
    made = edition(venues=(), distributors=(distributor(),))
    assert len(view(network((made,)), "front", "fi", made).doors) == 1
