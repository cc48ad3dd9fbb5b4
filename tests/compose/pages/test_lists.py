"""Lists of partners: by municipality, by kind, with names told apart."""

from typing import Any

from sitegen.compose.pages.context import PARTNERS_ON_FRONT
from sitegen.compose.pages.icons import DRAWINGS, NATIONAL_QUILT, REGION_QUILT, drawing
from sitegen.model.network import Edition
from sitegen.model.partner_parts import SECTORS, VENUE_KINDS, VENUE_TYPES
from sitegen.render.html import default_theme
from tests.builders import distributor, edition, name, network, region, venue
from tests.compose.pages.support import view

THREE = {"municipalities": ("X01", "X02", "X03"), "kind": "group"}


def spread() -> Edition:
    """Three municipalities, one of them without a venue of its own, a partner of all, one outside."""
    venues = (
        venue("halli", called="Halli", kind="sport", municipality="X01"),
        venue("museo", called="Museo", kind="culture", municipality="X02", covers=("X02", "X03")),
        venue("kaikki", called="Kaikki", kind="nature", municipality=None, covers=("all",)),
        venue("muualla", called="Muualla", kind="culture", municipality="X03"),
    )
    return edition(of=region(municipalities=("X01", "X02"), kind="group"), venues=venues)


def shown(made: Edition, slug: str = "venues", lang: str = "fi") -> Any:
    return view(network((made,)), slug, lang, made).list


def test_groups_follow_the_names_of_the_readers_language() -> None:
    groups = shown(spread()).groups
    assert [(one.name.value, one.count) for one in groups] == [
        ("Esimerkkilä", "1 kohde"),
        ("Mallila", "1 kohde"),
        ("Koko alue", "1 kohde"),
        ("Alueen ulkopuolella", "1 kohde"),
    ]
    assert [one.name.value for one in shown(spread(), lang="sv").groups][:2] == ["Exempelby", "Modellby"]


def test_anchors_are_the_same_in_every_language_and_unique() -> None:
    anchors = [[one.anchor for one in shown(spread(), lang=lang).groups] for lang in ("fi", "ar")]
    assert anchors[0] == ["m-X02", "m-X01", "m-all", "m-outside"]
    assert sorted(anchors[1]) == sorted(anchors[0])


def test_a_partner_is_mentioned_where_it_serves_too() -> None:
    made = edition(
        of=region(**THREE),
        distributors=(distributor("apu", called="Apu", municipality="X01", covers=("X01", "X02")),),
    )
    groups = shown(made, "distributors").groups
    assert [(one.name.value, len(one.cards), [link.href for link in one.mentions]) for one in groups] == [
        ("Esimerkkilä", 0, ["#distributor-apu"]),
        ("Mallila", 1, []),
    ]


def test_places_and_kinds_are_jumped_to_only_where_there_are_several() -> None:
    few = shown(edition())
    assert (few.places, few.kinds) == ((), ())
    many = shown(
        edition(venues=tuple(venue(f"v{n}", kind=VENUE_KINDS[n % 5], called=f"V {n}") for n in range(10)))
    )
    assert [one.name.value for one in many.kinds] == ["Kulttuuri", "Liikunta", "Luonto", "Opinnot", "Tiede"]
    assert [one.href for one in many.kind_links][:2] == ["#k-culture", "#k-sport"]
    assert sum(len(one.links) for one in many.kinds) == 10


def test_a_distributor_stands_under_each_of_its_sectors() -> None:
    made = edition(
        distributors=(
            *(distributor(f"d{n}", sector=("social", "health")) for n in range(8)),
            distributor("ilman", sector=()),
        )
    )
    kinds = shown(made, "distributors").kinds
    assert [(one.anchor, len(one.links)) for one in kinds] == [("k-social", 8), ("k-health", 8)]


def test_partners_with_one_name_are_told_apart_by_their_place() -> None:
    made = edition(
        of=region(**THREE),
        venues=tuple(
            venue(
                f"v{n}", called="Kirjasto" if n < 2 else f"Muu {n}", municipality=f"X0{n % 2 + 1}", kind=kind
            )
            for n, kind in enumerate(("culture", "culture", "sport", *(["nature"] * 6)))
        ),
    )
    culture = next(one for one in shown(made).kinds if one.anchor == "k-culture")
    assert [one.text.value for one in culture.links] == ["Kirjasto, Mallila", "Kirjasto, Esimerkkilä"]


def test_both_lists_stand_on_the_front_page_while_they_are_short() -> None:
    made = edition(venues=tuple(venue(f"v{n}") for n in range(PARTNERS_ON_FRONT - 1)))
    front = view(network((made,)), "front", "fi", made)
    assert [one.anchor for one in front.lists] == ["all-distributors", "all-venues"]
    anchors = [group.anchor for one in front.lists for group in one.groups]
    assert anchors == ["distributors-m-X01", "venues-m-X01"]
    more = edition(venues=tuple(venue(f"v{n}") for n in range(PARTNERS_ON_FRONT)))
    assert view(network((more,)), "front", "fi", more).lists == ()


def test_the_national_list_leads_to_the_cards_in_the_regions() -> None:
    other = edition(
        id="toinen",
        of=region(name=name("Toinen"), municipalities=("X02",)),
        venues=(venue("sali", called="Sali", municipality="X02"), venue("halli2", called="Halli")),
    )
    made = edition(venues=(venue("halli", called="Halli"),))
    shown = view(network((made, other)), "venues")
    assert [(one.link.text.value, one.link.href) for one in shown.towns] == [
        ("Esimerkkilä", "/toinen/fi/venues/#m-X02"),
        ("Mallila", "/mallila/fi/venues/#m-X01"),
        ("Mallila", "/toinen/fi/venues/#m-outside"),
    ]
    assert shown.towns[0].venues[0].href == "/toinen/fi/venues/#venue-sali"
    assert shown.count == "3 kohdetta"
    assert [one.text.value for one in shown.letters] == ["E", "M"]


def test_every_sector_kind_and_type_has_a_drawing_that_the_theme_has() -> None:
    icons = {path.stem for path in (default_theme() / "art/icons").glob("*.svg")}
    assert {drawing(one) for one in (*SECTORS, *VENUE_KINDS, *VENUE_TYPES)} <= icons
    assert set(DRAWINGS) <= {*SECTORS, *VENUE_KINDS, *VENUE_TYPES}
    tiles = {path.stem for path in (default_theme() / "art/tiles").glob("*.svg")}
    assert {name for quilt in (REGION_QUILT, NATIONAL_QUILT) for row in quilt for name in row} <= tiles
