"""Partners as readers of each language see them."""

from datetime import date
from decimal import Decimal

import pytest

from sitegen.compose.partner_words import channel_text, popup_text, season_text
from sitegen.compose.partners import (
    PartnerView,
    distributor_views,
    grouped,
    partner_view,
    shown,
    venue_views,
)
from sitegen.languages.formats import NBSP
from sitegen.languages.messages import catalogue
from sitegen.model.contact import Accessibility, Period
from sitegen.model.document import Link, Text
from sitegen.model.partner import Distributor, Venue
from sitegen.model.partner_parts import ALL, CHANNELS, SECTORS, VENUE_KINDS, VENUE_TYPES, How, Limit, Season
from sitegen.model.text import Text as Chosen
from tests.builders import (
    LANGUAGES,
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


def view(partner: Distributor | Venue, lang: str = "fi", **region_fields: object) -> PartnerView:
    own = edition(of=region(**region_fields))
    return partner_view(partner, own, network((own,)), lang)


def limits(lang: str, kind: str, value: str, type: str | None = None) -> list[str]:
    limit = Limit(kind=kind, value=Decimal(value))
    return [tag.value for tag in view(venue(type=type, limits=(limit,)), lang).tags]


# ------------------------------------------------------------------ words in every language


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_type_and_sector_has_a_word_of_the_language(lang: str) -> None:
    own = catalogue("words", lang).translations[0]
    keys = [f"kind.{one}" for one in VENUE_KINDS] + [f"type.{one}" for one in VENUE_TYPES]
    keys += [f"sector.{one}" for one in SECTORS]
    assert all(own.gettext(key) != key for key in keys)


def test_all_languages_have_the_same_words() -> None:
    def keys(lang: str) -> set[str]:
        entries = vars(catalogue("words", lang).translations[0])["_catalog"]
        return {key if isinstance(key, str) else key[0] for key in entries}

    assert all(keys(lang) == keys("fi") for lang in LANGUAGES)
    assert len(keys("fi")) > 150


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "Pyydä lippu lipunmyynnistä, puhelimella tai sähköpostilla."),
        ("sv", "Be om biljetten i biljettkassan, per telefon eller per e-post."),
        ("en", "Ask for a ticket at the ticket desk, by phone or by e-mail."),
        ("fi-simple", "Pyydä lippu lipunmyynnistä, puhelimella tai sähköpostilla."),
        ("ar", "اطلب التذكرة من شباك التذاكر أو عبر الهاتف أو عبر البريد الإلكتروني."),
        ("ru", "Попросите билет в кассе, по телефону или по электронной почте."),
    ],
)
def test_channels_are_one_sentence(lang: str, expected: str) -> None:
    assert channel_text(("email", "desk", "phone"), lang) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_set_of_channels_has_a_sentence(lang: str) -> None:
    found = set()
    for number in range(1, 2 ** len(CHANNELS)):
        chosen = tuple(one for place, one in enumerate(CHANNELS) if number >> place & 1)
        found.add(channel_text(chosen, lang))
        assert channel_text(chosen, lang).endswith(".")
        assert "{" not in channel_text(chosen, lang)
    assert len(found) == 15
    assert channel_text((), lang) == ""


@pytest.mark.parametrize(
    ("lang", "one", "two", "five"),
    [
        ("fi", "1 kurssi vuodessa", "2 kurssia vuodessa", "5 kurssia vuodessa"),
        ("sv", "1 kurs om året", "2 kurser om året", "5 kurser om året"),
        ("en", "1 course a year", "2 courses a year", "5 courses a year"),
        ("fi-simple", "1 kurssi vuodessa", "2 kurssia vuodessa", "5 kurssia vuodessa"),
        ("ar", "دورة واحدة في السنة", "دورتان في السنة", "5 دورات في السنة"),
        ("ru", "1 курс в год", "2 курса в год", "5 курсов в год"),
    ],
)
def test_counts_take_the_languages_plural(lang: str, one: str, two: str, five: str) -> None:
    assert [limits(lang, "courses-per-year", value)[0] for value in ("1", "2", "5")] == [one, two, five]


@pytest.mark.parametrize(
    ("kind", "value", "type", "expected"),
    [
        ("fee-ceiling-eur", "25", None, f"Kurssi enintään 25{NBSP}€"),
        ("fee-ceiling-eur", "12.50", None, f"Kurssi enintään 12,50{NBSP}€"),
        ("tickets-per-event", "4", "theatre", "Enintään 4 lippua esitykseen"),
        ("tickets-per-event", "2", "sports-club", "Enintään 2 lippua otteluun"),
        ("tickets-per-event", "1", "museum", "Enintään 1 lippu tapahtumaan"),
        ("months-at-a-time", "3", None, "3 kuukautta kerrallaan"),
    ],
)
def test_limits(kind: str, value: str, type: str | None, expected: str) -> None:
    assert limits("fi", kind, value, type) == [expected]


def test_another_limit_is_in_the_regions_words() -> None:
    limit = Limit(kind="other", text=words(fi="Vain arkisin"))
    found = view(venue(limits=(limit,)), "en")
    assert found.tags == (Text("Vain arkisin", "fi"),)
    assert found.fallback_langs == ("fi",)


SUMMER = Season(from_=(6, 1), to=(8, 31))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "Kesäkuusta elokuuhun"),
        ("sv", "Från juni till augusti"),
        ("en", "From June to August"),
        ("fi-simple", "Kesäkuusta elokuuhun"),
        ("ar", "من يونيو إلى أغسطس"),
        ("ru", "С июня по август"),
    ],
)
def test_seasons_of_whole_months(lang: str, expected: str) -> None:
    assert season_text(SUMMER, lang) == expected


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        (Season(from_=(7, 1), to=(7, 31)), "Heinäkuussa"),
        (Season(from_=(11, 1), to=(2, 28)), "Marraskuusta helmikuuhun"),
        (Season(from_=(11, 1), to=(2, 29)), "Marraskuusta helmikuuhun"),
        (Season(from_=(11, 1), to=(12, 31)), "Marraskuusta joulukuuhun"),
        (Season(from_=(6, 5), to=(8, 31)), f"5.{NBSP}kesäkuuta – 31.{NBSP}elokuuta"),
        (Season(from_=(6, 1), to=(8, 30)), f"1.{NBSP}kesäkuuta – 30.{NBSP}elokuuta"),
    ],
)
def test_seasons(season: Season, expected: str) -> None:
    assert season_text(season, "fi") == expected


def test_popup_days() -> None:
    days = Period(from_=date(2026, 7, 1), to=date(2026, 7, 14))
    assert popup_text(days, "fi") == "Vain 1.7.–14.7.2026"
    found = view(venue(popup=days, type="festival", kind="culture", season=(SUMMER,)))
    assert [kind.value for kind in found.kinds] == ["Pop up -kohde", "Festivaali", "Kulttuuri"]
    assert found.popup == ("2026-07-01", "2026-07-14")
    assert found.season == (("06-01", "08-31"),)
    assert len(found.tags) == 2


def test_access_says_what_is_known_and_no_more() -> None:
    known = Accessibility(step_free=True, hearing_loop=False, note=words(fi="Hissi pihalta."))
    assert [text.value for text in view(venue(accessibility=known)).access] == [
        "Sisään pääsee portaitta.",
        "Ei induktiosilmukkaa.",
        "Hissi pihalta.",
    ]
    assert view(venue()).access == ()


# ------------------------------------------------------------------ contacts and addresses


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "016 000 310"),
        ("sv", "016 000 310"),
        ("fi-simple", "016 000 310"),
        ("en", "+358 16 000 310"),
        ("ar", "+358 16 000 310"),
        ("ru", "+358 16 000 310"),
    ],
)
def test_phones(lang: str, expected: str) -> None:
    (row,) = view(venue(phone=(phone(),)), lang).contacts
    (found,) = row.value
    assert isinstance(found, Link)
    assert found == Link(Text(expected.replace(" ", NBSP), ltr=True, whole=True), "tel:+35816000310")


def test_contacts_stand_in_one_order_everywhere() -> None:
    made = venue(
        phone=(phone(), phone("016 000 311", for_=words(fi="ryhmät"), price=words(fi="0,50 €/min"))),
        email=(email("liput@halli.example"),),
        website=link("https://www.halli.example/"),
        events_url=link("https://halli.example/ohjelma"),
        hours_url=link("https://halli.example/auki"),
    )
    rows = view(made).contacts
    assert [row.channel for row in rows] == ["phone", "phone", "email", "web", "programme", "hours"]
    assert [inline.value for inline in rows[1].note if isinstance(inline, Text)] == [
        "ryhmät",
        ", ",
        "0,50 €/min",
    ]
    assert [row.label.value for row in rows][2:] == ["Sähköposti", "Verkossa", "Ohjelma", "Aukioloajat"]
    texts = [inline.text.value for row in rows for inline in row.value if isinstance(inline, Link)]
    assert texts[2:] == [
        "liput@halli.example",
        "halli.example",
        "halli.example/ohjelma",
        "halli.example/auki",
    ]


def test_long_addresses_are_named_and_same_words_lead_to_one_place() -> None:
    long = "https://www.kunta.example/palvelut/vapaa-aika/uimahalli"
    made = venue(website=link(long), hours_url=link(f"{long}/aukiolot"))
    links = [inline for row in view(made).contacts for inline in row.value if isinstance(inline, Link)]
    assert [one.text.value for one in links] == [
        "Kohde uimahalli (kunta.example)",
        "Kohde uimahalli, aukioloajat (kunta.example)",
    ]
    assert links[0].href == long


def test_pages_in_another_language_say_so() -> None:
    made = venue(website=link(fi="https://halli.example", sv="https://halli.example/sv"))
    assert [row.value[0] for row in view(made, "sv").contacts] == [
        Link(Text("halli.example/sv", ltr=True), "https://halli.example/sv", label="Kohde uimahalli")
    ]
    found = view(made, "en").contacts[0].value[0]
    assert isinstance(found, Link)
    assert found.hreflang == "fi"


@pytest.mark.parametrize(("lang", "town"), [("fi", "Mallila"), ("sv", "Modellby"), ("ru", "Mallila")])
def test_the_town_comes_from_the_register(lang: str, town: str) -> None:
    found = view(venue(address=address(place=name("Liikuntatalo"))), lang)
    assert [line.value for line in found.place] == ["Liikuntatalo", "Torikatu 2", f"98760{NBSP}{town}"]
    assert all(line.name for line in found.place)


# ------------------------------------------------------------------ languages


def test_words_of_another_language_carry_it_and_names_do_not() -> None:
    made = venue(
        called="Mallilan uimahalli",
        offer=words(fi="Uinti"),
        how=How(channels=("desk",), note=words(sv="Visa kortet.")),
    )
    found = view(made, "ar")
    assert found.name == Text("Mallilan uimahalli", name=True)
    assert found.what == Text("Uinti", "fi")
    assert found.how[0].lang is None
    assert found.how[1] == Text("Visa kortet.", "sv")
    assert found.fallback_langs == ("fi", "sv")
    assert view(made, "fi-simple").what == Text("Uinti", "fi")


def test_parallel_names() -> None:
    made = venue(name=name(fi="Uimahalli", sv="Simhallen"))
    assert view(made, "sv").name == Text("Simhallen", name=True)
    assert view(made, "en").name == Text("Uimahalli", "fi", name=True)
    assert view(made, "fi-simple").name == Text("Uimahalli", name=True)


def test_shown() -> None:
    assert shown(None, "fi") is None
    assert shown(Chosen("", "fi"), "fi") is None
    assert shown(Chosen("Uinti", "fi"), "fi") == Text("Uinti")
    assert shown(Chosen("Uinti", "fi", True), "sv") == Text("Uinti", "fi")


def test_a_distributor_tells_whom_it_serves_and_how_to_ask() -> None:
    made = distributor(
        sector=("youth", "education"), serves=words(fi="16–29-vuotiaille"), how_to_ask=words(fi="Kysy.")
    )
    found = view(made)
    assert (found.role, found.icon, found.anchor) == ("distributor", "youth", "distributor-nuoriso")
    assert [kind.value for kind in found.kinds] == ["Nuorisopalvelut", "Oppilaitos"]
    assert found.what == Text("16–29-vuotiaille")
    assert found.how == (Text("Kysy."),)
    assert view(distributor()).kinds == ()


def test_a_venue_of_another_type_is_known_by_its_kind() -> None:
    assert [kind.value for kind in view(venue(type="other")).kinds] == ["Liikunta"]
    assert view(venue(type="other")).icon == "sport"
    assert view(venue(type="gym")).icon == "gym"


# ------------------------------------------------------------------ order and groups


def test_partners_of_one_organisation_stand_together() -> None:
    made = edition(
        venues=(
            venue("c", called="Åkeri"),
            venue("a", called="Zebra", part_of=name("Kunta")),
            venue("b", called="Aalto", part_of=name("Kunta")),
            venue("d", called="Museo", part_of=name("Yksinäinen")),
            venue("e", called="Hylätty", answer="stops"),
        )
    )
    found = venue_views(made, network((made,)), "fi")
    assert [one.name.value for one in found] == ["Aalto", "Zebra", "Museo", "Åkeri"]


GROUP = region(kind="group", municipalities=("X01", "X02"))


def test_groups() -> None:
    made = edition(
        of=GROUP,
        distributors=(
            distributor("a", covers=("X01", "X02")),
            distributor("b", municipality="X02"),
            distributor("c", municipality=None, covers=(ALL,)),
            distributor("d", municipality="X03", covers=("X01",)),
        ),
    )
    known = network((made,))
    groups = grouped(distributor_views(made, known, "fi"), made, known, "fi")
    shown_as = [
        (group.name.value, [one.id for one in group.partners], [one.id for one in group.mentioned])
        for group in groups
    ]
    assert shown_as == [
        ("Esimerkkilä", ["b"], ["a"]),
        ("Mallila", ["a"], ["d"]),
        ("Koko alue", ["c"], []),
        ("Alueen ulkopuolella", ["d"], []),
    ]
    covering = {
        one.id: one.covers_text.value for group in groups for one in group.partners if one.covers_text
    }
    assert covering == {
        "a": "Palvelee myös: Esimerkkilä",
        "c": "Palvelee koko aluetta",
        "d": "Palvelee myös: Mallila",
    }
    swedish = grouped(distributor_views(made, known, "sv"), made, known, "sv")
    assert [group.name.value for group in swedish] == [
        "Exempelby",
        "Modellby",
        "Hela området",
        "Utanför området",
    ]


def test_a_region_of_one_municipality_has_one_group() -> None:
    made = edition(distributors=(distributor("a"), distributor("c", municipality=None, covers=(ALL,))))
    known = network((made,))
    (group,) = grouped(distributor_views(made, known, "fi"), made, known, "fi")
    assert [one.id for one in group.partners] == ["a", "c"]
    assert all(one.covers_text is None for one in group.partners)
