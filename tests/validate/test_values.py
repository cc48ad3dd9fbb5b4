"""Each kind of value: what is accepted and what it becomes, what is refused or doubted and why."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from sitegen.load.nodes import Entry, Node, Scalar, Sequence
from sitegen.model.fields import Kind
from sitegen.model.text import Localised, TextKind
from sitegen.validate.context import Checked, Context
from sitegen.validate.record import read_value
from tests.validate.support import PLACE, asked, context, ids, made, scalar


def value(kind: Kind, node: Node | str, *, around: Context | None = None, **more: Any) -> Checked[Any]:
    node = scalar(node) if isinstance(node, str) else node
    return read_value(Entry("field", PLACE, node), asked(kind, around=around, **more))


GOOD: list[tuple[Kind, str, Any]] = [
    (Kind.TEXT, "1917", "1917"),
    (Kind.TEXT, " Kirjasto\n ja sali ", "Kirjasto ja sali"),
    (Kind.URL, "https://kirjasto.example/polku?a=1#kohta", "https://kirjasto.example/polku?a=1#kohta"),
    (Kind.URL, "https://käpylä.example/", "https://käpylä.example/"),
    (Kind.ID, "tp-47", "tp-47"),
    (Kind.EMAIL, "kulttuuri@mallila.example", "kulttuuri@mallila.example"),
    (Kind.EMAIL, "info@hämeenlinna.fi", "info@hämeenlinna.fi"),
    (Kind.POSTAL_CODE, "00100", "00100"),
    (Kind.DATE, "2026-01-05", date(2026, 1, 5)),
    (Kind.DATE, "5.1.2026", date(2026, 1, 5)),
    (Kind.DATE, "5. 1. 2026", date(2026, 1, 5)),
    (Kind.DATE, "2024-02-29", date(2024, 2, 29)),
    (Kind.DATE_FROM, "2026-02", date(2026, 2, 1)),
    (Kind.DATE_FROM, "2026", date(2026, 1, 1)),
    (Kind.DATE_TO, "2024-02", date(2024, 2, 29)),
    (Kind.DATE_TO, "2/2026", date(2026, 2, 28)),
    (Kind.DATE_TO, "2026", date(2026, 12, 31)),
    (Kind.PARTIAL_DATE, "2017", "2017"),
    (Kind.PARTIAL_DATE, "6.2021", "2021-06"),
    (Kind.PARTIAL_DATE, "5.1.2026", "2026-01-05"),
    (Kind.MONTH_DAY, "06-01", (6, 1)),
    (Kind.MONTH_DAY, "1.6.", (6, 1)),
    (Kind.MONTH_DAY, "02-29", (2, 29)),
    (Kind.TIME, "09:30", time(9, 30)),
    (Kind.TIME, "9.30", time(9, 30)),
    (Kind.TIME, "00:00", time(0, 0)),
    (Kind.YEAR, "2019", 2019),
    (Kind.INTEGER, "0", 0),
    (Kind.INTEGER, "120", 120),
    (Kind.NUMBER, "25", Decimal(25)),
    (Kind.NUMBER, "2,5", Decimal("2.5")),
    (Kind.FIGURE, "0", 0),
    (Kind.FIGURE, "5", 5),
    (Kind.FIGURE, "under-5", None),
    (Kind.YES_NO, "yes", True),
    (Kind.YES_NO, "False", False),
    (Kind.MUNICIPALITY, "Tornio", "851"),
    (Kind.MUNICIPALITY, "TORNEÅ", "851"),
    (Kind.MUNICIPALITY, "Modellby", "X01"),
    (Kind.COVERS, "all", ("all",)),
    (Kind.COVERS, "Tornio", ("851",)),
    (Kind.LANGUAGE, "fi-simple", "fi-simple"),
    (Kind.COLOUR, "#0F5A86", "#0f5a86"),
]


@pytest.mark.parametrize(("kind", "written", "expected"), GOOD)
def test_good(kind: Kind, written: str, expected: Any) -> None:
    outcome = value(kind, written)
    assert (outcome.value, outcome.problems) == (expected, ())


EMPTY = ("", " ", "-", "null", "~")

BAD: list[tuple[Kind, str, str]] = [
    # B64: nothing, or only a promise
    *((kind, empty, "E value-empty") for kind in (Kind.TEXT, Kind.DATE) for empty in EMPTY),
    (Kind.TEXT, "TODO", "W value-unfinished"),
    (Kind.TEXT, "xxx", "W value-unfinished"),
    (Kind.DATE, "TODO", "E value-unfinished"),
    # B70-B73
    (Kind.TEXT, "x" * 601, "E text-long"),
    (Kind.TEXT, "<b>Tervetuloa</b>", "E text-html"),
    (Kind.TEXT, "Kahvi&nbsp;ja pulla", "E text-html"),
    (Kind.TEXT, "TERVETULOA MEILLE", "W text-capitals"),
    (Kind.TEXT, "Sali  kaksi", "W text-double-space"),
    (Kind.TEXT, "Tule **heti**", "W text-markdown"),
    (Kind.TEXT, "[Sivu](https://a.example)", "W text-markdown"),
    (Kind.TEXT, "{card_min_age} vuotta", "W text-markdown"),
    (Kind.TEXT, "{{ 7*7 }}", "W text-markdown"),
    # B57, B60
    (Kind.DATE, "1/15/26", "E date-form"),
    (Kind.DATE, "tammikuussa", "E date-form"),
    (Kind.DATE, "2026-13-01", "E date-impossible"),
    (Kind.DATE, "2026-02-30", "E date-impossible"),
    (Kind.DATE, "31.4.2026", "E date-impossible"),
    (Kind.DATE, "1026-01-05", "E date-year"),
    (Kind.DATE, "20206-01-05", "E date-year"),
    (Kind.DATE, "2026-01", "E date-whole"),
    (Kind.DATE_TO, "2026-00", "E date-impossible"),
    (Kind.PARTIAL_DATE, "kevät 2021", "E date-form"),
    (Kind.MONTH_DAY, "31.6.", "E date-impossible"),
    (Kind.MONTH_DAY, "kesäkuu", "E month-day-form"),
    (Kind.TIME, "24:30", "E time-impossible"),
    (Kind.TIME, "9-16", "E time-form"),
    (Kind.TIME, "klo 9.00–16", "E time-form"),
    (Kind.YEAR, "19", "E year-form"),
    # B76
    (Kind.INTEGER, "-3", "E number-integer"),
    (Kind.INTEGER, "kaksi", "E number-integer"),
    (Kind.INTEGER, "1 200", "E number-digits"),
    (Kind.NUMBER, "5€", "E number-digits"),
    (Kind.NUMBER, "ilmainen", "E number-form"),
    (Kind.FIGURE, "3", "E figure-small"),
    # B67, B69, B61
    (Kind.YES_NO, "kyllä", "E yes-no-word"),
    (Kind.YES_NO, "1", "E yes-no-word"),
    (Kind.YES_NO, "ehkä", "E yes-no"),
    (Kind.MUNICIPALITY, "Tornoi", "E municipality-unknown"),
    (Kind.MUNICIPALITY, "851", "E municipality-unknown"),
    (Kind.COVERS, "Lappi", "E municipality-unknown"),
    (Kind.LANGUAGE, "se", "E language-unknown"),
    (Kind.LANGUAGE, "ua", "E language-no-pages"),
    (Kind.LANGUAGE, "klingon", "E language-unknown"),
    (Kind.ID, "Tornion museo", "E id-form"),
    (Kind.ID, "a--b", "E id-form"),
    (Kind.ID, "a" * 61, "E id-form"),
    # B44, B75
    (Kind.POSTAL_CODE, "0100", "E postal-code"),
    (Kind.POSTAL_CODE, "FI-00100", "E postal-code-only"),
    (Kind.POSTAL_CODE, "00100 Helsinki", "E postal-code-only"),
    (Kind.COLOUR, "#fff", "E colour-form"),
    (Kind.COLOUR, "sininen", "E colour-form"),
    (Kind.COLOUR, "#ffcc00", "E colour-contrast"),
    # B89
    (Kind.FILE, "../salaisuus.png", "E file-path"),
    (Kind.FILE, "kuva.png", "E file-missing"),
    # B51
    (Kind.EMAIL, "kulttuuri.mallila.example", "E email-no-at"),
    (Kind.EMAIL, "kulttuuri (at) mallila.example", "E email-at"),
    (Kind.EMAIL, "kulttuuri @mallila.example", "E email-space"),
    (Kind.EMAIL, "mailto:kulttuuri@mallila.example", "E email-mailto"),
    (Kind.EMAIL, "kulttuuri@mallila.example.", "E email-dot"),
    (Kind.EMAIL, "a@mallila.example, b@mallila.example", "E email-two"),
    (Kind.EMAIL, "a..b@mallila.example", "E email-form"),
    # B53-B56, S31
    (Kind.URL, "www.mallila.example", "E url-no-scheme"),
    (Kind.URL, "mallila.fi/sivu", "E url-no-scheme"),
    (Kind.URL, "//mallila.example", "E url-no-scheme"),
    (Kind.URL, "kirjasto", "E url-form"),
    (Kind.URL, "http://mallila.example/", "W url-http"),
    (Kind.URL, "javascript:alert(1)", "E url-forbidden"),
    (Kind.URL, "file:///etc/passwd", "E url-forbidden"),
    (Kind.URL, "data:text/html,x", "E url-forbidden"),
    (Kind.URL, "C:\\sivu.html", "E url-local"),
    (Kind.URL, "https://localhost:8000/", "E url-local"),
    (Kind.URL, "http://127.0.0.1/", "E url-local"),
    (Kind.URL, "https://intra/", "E url-local"),
    (Kind.URL, "https://mallila.example/oma sivu", "E url-space"),
    (Kind.URL, "https://maija@mallila.example/", "E url-form"),
    (Kind.URL, "https:mallila.example", "E url-form"),
    (Kind.URL, "https://mallila.example/?utm_source=x&a=1", "W url-tracking"),
    (Kind.URL, "https://xn--mllila-bua.example/", "W url-lookalike"),
    (Kind.URL, "https://mаllila.example/", "W url-lookalike"),
    # B46-B50
    (Kind.PHONE, "040 123 45", "W phone-mobile-short"),
    (Kind.PHONE, "puh. 040 123 4567", "E phone-letters"),
    (Kind.PHONE, "040 123 4567, 050 123 4567", "E phone-two"),
    (Kind.PHONE, "040 123 4567 tai 050 123 4567", "E phone-two"),
    (Kind.PHONE, "040 123 4567 050 123 4567", "E phone-two"),
    (Kind.PHONE, "12", "E phone-short"),
    (Kind.PHONE, "040 12", "E phone-short"),
    (Kind.PHONE, "16000310", "E phone-zero"),
    (Kind.PHONE, "401234567", "E phone-zero"),
    (Kind.PHONE, "358401234567", "E phone-zero"),
    (Kind.PHONE, "016 000 310", "W phone-not-valid"),
    (Kind.PHONE, "016*310", "E phone-signs"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "written", "expected"), BAD)
def test_bad(kind: Kind, written: str, expected: str) -> None:
    outcome = value(kind, written)
    assert ids(outcome) == [expected]
    assert (outcome.value is None) == expected.startswith("E") or expected in KEPT
    assert {one.place for one in outcome.problems} == {PLACE}


KEPT = {"E text-long", "E text-html", "E colour-contrast"}
"""Errors that leave the value: the rest of its record is still looked at."""

MEANT: list[tuple[Kind, str, str]] = [
    (Kind.MUNICIPALITY, "Tornoi", "Tornio"),
    (Kind.MUNICIPALITY, "851", "Tornio"),
    (Kind.LANGUAGE, "se", "sv"),
    (Kind.LANGUAGE, "selko", "fi-simple"),
    (Kind.ID, "Tornion Uimahalli", "tornion-uimahalli"),
    (Kind.URL, "www.mallila.example", "https://www.mallila.example"),
    (Kind.URL, "http://mallila.example/a", "https://mallila.example/a"),
    (Kind.URL, "https://mallila.example/?utm_source=x&a=1", "https://mallila.example/?a=1"),
    (Kind.EMAIL, "kulttuuri (ät) mallila.example", "kulttuuri@mallila.example"),
    (Kind.YES_NO, "ei", "no"),
    (Kind.NUMBER, "25 €", "25"),
    (Kind.POSTAL_CODE, "FI-00100", "00100"),
    (Kind.COLOUR, "#abc", "#aabbcc"),
    (Kind.PHONE, "puh. 016 000 310", "016 000 310"),
]


@pytest.mark.parametrize(("kind", "written", "suggestion"), MEANT)
def test_what_was_meant(kind: Kind, written: str, suggestion: str) -> None:
    values = dict(value(kind, written).problems[0].values)
    assert values["suggestion"] == suggestion


PHONES = [
    ("040 123 4567", "+358 40 123 4567", "+358401234567"),
    ("+358 40 123 4567", "+358 40 123 4567", "+358401234567"),
    ("+358401234567", "+358 401234567", "+358401234567"),
    ("(09) 310 1691", "+358 9 310 1691", "+35893101691"),
    ("020 123 456", "+358 20 123 456", "+35820123456"),
    ("0600 12345", "+358 600 12345", "+35860012345"),
    ("+358 (0)40 123 4567", "+358 40 123 4567", "+358401234567"),
    ("00358 40 123 4567", "+358 40 123 4567", "+358401234567"),
    ("050-123 4567", "+358 50 123 4567", "+358501234567"),
    ("+46 8 123 456 78", "+46 8 123 456 78", "+46812345678"),
    ("112", "112", "112"),
    ("116 117", "116 117", "116117"),
]


@pytest.mark.parametrize(("written", "international", "e164"), PHONES)
def test_phones_keep_the_groups_of_their_writer(written: str, international: str, e164: str) -> None:
    outcome = value(Kind.PHONE, written)
    number = made(outcome)
    assert outcome.problems == ()
    assert (number.written, number.international, number.e164) == (written, international, e164)


def test_numbers_of_invented_regions_need_not_exist() -> None:
    assert value(Kind.PHONE, "016 000 310", around=context(invented=True)).problems == ()


def test_choice() -> None:
    choices = ("culture", "social")
    assert value(Kind.CHOICE, "culture", choices=choices).value == "culture"
    near = value(Kind.CHOICE, "Sosial", choices=choices)
    assert ids(near) == ["E choice-unknown"]
    assert dict(near.problems[0].values)["suggestion"] == "social"


def test_files_are_named_in_their_own_letters() -> None:
    around = context(media=("logo.png",))
    assert value(Kind.FILE, "logo.png", around=around).value == "logo.png"
    assert ids(value(Kind.FILE, "Logo.png", around=around)) == ["E file-case"]
    near = value(Kind.FILE, "loga.png", around=around)
    assert (ids(near), dict(near.problems[0].values)["suggestion"]) == (["E file-missing"], "logo.png")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.COVERS, Kind.RECORD)])
def test_a_list_where_one_value_is_expected(kind: Kind) -> None:
    node = Sequence((scalar("a"), scalar("b")), PLACE)
    outcome = value(kind, node, choices=("a",), record=object)
    assert [one.id.partition("-")[0] for one in outcome.problems] == ["expected"]
    assert outcome.problems[0].rule == "B65"


def test_many_takes_one_or_a_list() -> None:
    one = value(Kind.MUNICIPALITY, "Tornio", many=True)
    two = value(Kind.MUNICIPALITY, Sequence((scalar("Tornio"), scalar("Kemi")), PLACE), many=True)
    assert (one.value, two.value) == (("851",), ("851", "240"))
    twice = value(Kind.MUNICIPALITY, Sequence((scalar("Tornio"), scalar("Torneå")), PLACE), many=True)
    assert ids(twice) == []  # the same place, told apart by its column in a real file


def test_names_hold_everywhere_and_words_in_the_main_language() -> None:
    name = value(Kind.NAME, "Kulttuuritalo").value
    words = value(Kind.WORDS, "Soita ensin", around=context("sv")).value
    assert name == Localised(TextKind.NAME, (("", "Kulttuuritalo"),))
    assert words == Localised(TextKind.WORDS, (("sv", "Soita ensin"),))


def test_words_say_their_language_where_the_region_writes_several() -> None:
    assert ids(value(Kind.WORDS, "Soita ensin", around=context("fi", "sv"))) == ["E words-need-language"]
    assert ids(value(Kind.NAME, "Kirjasto", around=context("fi", "sv"))) == []


def languages(**texts: str) -> Node:
    from sitegen.load.nodes import Mapping

    entries = tuple(Entry(lang.replace("_", "-"), PLACE, Scalar(text, PLACE)) for lang, text in texts.items())
    return Mapping(entries, PLACE)


BOTH = ["W text-script", "W text-untranslated"]

TEXTS: list[tuple[Kind, dict[str, str], list[str]]] = [
    (Kind.WORDS, {"fi": "Soita", "sv": "Ring", "ar": "اتصل"}, []),
    (Kind.WORDS, {"sv": "Ring först"}, ["E language-missing"]),
    (Kind.NAME, {"sv": "Biblioteket"}, []),
    (Kind.NAME, {"sv": "Biblioteket", "en": "Library"}, ["E language-missing"]),
    (Kind.WORDS, {"fi": "Soita", "se": "Ring"}, ["E language-unknown"]),
    (Kind.WORDS, {"fi": "Soita", "sv": ""}, ["E value-empty"]),
    (Kind.WORDS, {}, ["E value-empty"]),
    (Kind.WORDS, {"fi": "Soita ennen tuloa", "sv": "Soita ennen tuloa"}, ["W text-untranslated"]),
    (Kind.WORDS, {"fi": "Soita ennen tuloa", "fi_simple": "Soita ennen tuloa"}, []),
    (Kind.NAME, {"fi": "Mallilan kunnan talo", "sv": "Mallilan kunnan talo"}, []),
    (Kind.WORDS, {"fi": "Позвоните нам заранее", "ru": "Позвоните нам заранее"}, BOTH),
    (Kind.WORDS, {"fi": "Soita", "ar": "Ring to the office first"}, ["W text-script"]),
    (Kind.WORDS, {"fi": "9–15", "ar": "9–15"}, []),
    (Kind.LINK, {"fi": "https://a.example", "sv": "www.a.example"}, ["E url-no-scheme"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "texts", "expected"), TEXTS)
def test_texts_by_language(kind: Kind, texts: dict[str, str], expected: list[str]) -> None:
    assert ids(value(kind, languages(**texts))) == expected


def test_a_language_outside_the_site() -> None:
    around = Context(context().register, ("fi",), ("fi", "sv"))
    outcome = value(Kind.WORDS, languages(fi="Soita", ru="Позвоните"), around=around)
    assert ids(outcome) == ["E language-not-used"]


def test_paragraphs_stay_where_a_text_may_be_long() -> None:
    text = "Yksi\nkappale.\n\nToinen."
    assert made(value(Kind.WORDS, text, max_length=4000)).get("fi") == "Yksi kappale.\n\nToinen."
    assert made(value(Kind.WORDS, text)).get("fi") == "Yksi kappale. Toinen."


def test_personal_codes_are_hidden_in_what_messages_show() -> None:
    code = "131052-308T"
    outcome = value(Kind.EMAIL, f"asiakas {code}")
    assert all(code not in text for _, text in outcome.problems[0].values)
