"""The finder's form and what the national pages say they do not cover."""

from typing import Any

import pytest

from sitegen.compose.pages.finder import FEWEST_TO_SEARCH
from sitegen.languages.table import codes
from sitegen.model.contact import Accessibility, Period
from sitegen.model.national import NetworkSize, OtherMunicipality
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Season
from sitegen.structs import replace
from tests.builders import edition, link, network, region, venue
from tests.compose.pages.support import view

TWO = {"municipalities": ("X01", "X02"), "kind": "group"}


def full(**first: Any) -> Edition:
    """Enough venues to search: two municipalities, two kinds; fields of the first one."""
    others = (
        venue(f"v{n}", kind="culture", type="museum", municipality="X02") for n in range(FEWEST_TO_SEARCH - 1)
    )
    return edition(
        of=region(**TWO), venues=(venue("a", type="swimming-hall", municipality="X01", **first), *others)
    )


def form(made: Edition, lang: str = "fi") -> Any:
    return view(network((made,)), "venues", lang, made).finder


def test_a_short_list_needs_no_form() -> None:
    few = edition(venues=tuple(venue(f"v{n}") for n in range(FEWEST_TO_SEARCH - 1)))
    assert form(few) is None
    assert view(network((few,)), "venues").finder is None


def test_fields_offer_what_the_list_holds_in_the_readers_order() -> None:
    shown = form(full())
    assert [(one.name, [x.value for x in one.options]) for one in shown.choices] == [
        ("place", ["Esimerkkilä", "Mallila"]),
        ("kind", ["culture", "sport"]),
        ("type", ["museum", "swimming-hall"]),
    ]
    swedish = form(full(), "sv").choices[0]
    assert [(x.value, x.text.value) for x in swedish.options] == [
        ("Esimerkkilä", "Exempelby"),
        ("Mallila", "Modellby"),
    ]
    assert (shown.source, shown.script) == ("/mallila/partners.json", "/assets/finder.js")
    assert shown.away == "/assets/no-script.css"


def test_a_field_with_one_choice_is_left_out() -> None:
    same = edition(venues=tuple(venue(f"v{n}", kind="sport") for n in range(FEWEST_TO_SEARCH)))
    assert form(same).choices == ()
    assert form(same).ticks == ()


def test_ticks_are_offered_where_they_make_a_difference() -> None:
    summer = (Season(from_=(6, 1), to=(8, 31)),)
    both = form(full(accessibility=Accessibility(step_free=True), season=summer))
    assert [one.name for one in both.ticks] == ["step-free", "now"]
    days = Period(from_=edition().facts.valid.from_, to=edition().facts.valid.to)
    assert [one.name for one in form(full(popup=days)).ticks] == ["now"]
    assert form(full(accessibility=Accessibility(step_free=False))).ticks == ()


def test_places_that_are_only_served_can_be_asked_for() -> None:
    made = edition(
        of=region(municipalities=("X01", "X02", "X03"), kind="group"),
        venues=tuple(venue(f"v{n}", covers=("all",) if n == 0 else ()) for n in range(FEWEST_TO_SEARCH)),
    )
    assert len(form(made).choices[0].options) == 3


@pytest.mark.parametrize("lang", codes())
def test_the_script_gets_every_plural_form(lang: str) -> None:
    """CLDR's categories, by which browsers choose (`Intl.PluralRules`)."""
    categories = {"ar": ["few", "many", "one", "other", "two", "zero"], "ru": ["few", "many", "one"]}
    shown = form(full(), lang)
    assert [name for name, _ in shown.counts] == categories.get(lang, ["one", "other"])
    assert dict(shown.counts)["many" if lang in ("ar", "ru") else "other"].count("#") == 1
    assert shown.thousands == ("," if lang in ("en", "ar") else "\xa0")
    assert shown.chain[0] == lang


def test_the_national_pages_say_what_they_do_not_cover_and_when() -> None:
    size = NetworkSize(municipalities=120, date="2025-11-12", source="https://lahde.example/uutinen")
    other = OtherMunicipality(municipality="X03", page=link("https://l.example/"), date="2025-11")
    made = edition(of=region(**TWO), venues=(venue(),))
    net = replace(network((made,)), others=(other,), in_use=size)
    for slug in ("front", "venues"):
        told = view(net, slug, "en").coverage
        assert told.here == "2 municipalities are on these pages."
        assert told.network.startswith("The card is in use or on its way in 120 municipalities")
        assert (told.dated.iso, told.dated.text) == ("2025-11-12", "12\xa0November\xa02025")
        assert (told.source.text.value, told.source.href) == (
            "lahde.example",
            "https://lahde.example/uutinen",
        )
        assert [(one.name.value, one.dated.iso) for one in told.others] == [("Lehtorinne", "2025-11")]


def test_nothing_invented_is_counted_and_no_figure_is_made_up() -> None:
    made = edition(of=region(invented=True), venues=(venue(),))
    told = view(network((made,)), "venues").coverage
    assert (told.here, told.network, told.dated, told.source, told.others) == ("", "", None, None, ())
    assert told.rest
