"""Orders: the sums with spare cards, the message to Kaikukeskus, the print house's brief."""

import email
import email.policy
import io
from pathlib import Path
from typing import Any

import docx
import pytest

from sitegen.check.docx import check_docx
from sitegen.cli import main
from sitegen.languages.messages import catalogue
from sitegen.model.contact import Organisation
from sitegen.model.edition import Contact, Orders
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Materials
from sitegen.problems import Place, Severity
from sitegen.render.docx import render_docx
from sitegen.year.orders import address, draft, languages, message, order, order_problems, subject
from sitegen.year.print_brief import print_brief
from tests import builders
from tests.site.support.projects import change, copy_project

MEASURES = {"qr": "24", "quiet": "4", "module": "0,3", "height": "12", "width": "53,7", "white": "3"}


def edition(**fields: Any) -> Edition:
    facts = {"orders": Orders(cards=20, community_cards=1)} | fields.pop("facts", {})
    given: dict[str, Any] = {
        "distributors": (
            builders.distributor(
                "a", materials=Materials(cards=40, community_cards=2, brochures=(("fi", 60),))
            ),
            builders.distributor("b", materials=Materials(cards=15, brochures=(("ar", 5),), posters=2)),
            builders.distributor("gone", answer="stops", materials=Materials(cards=1000)),
        )
    }
    return builders.edition(facts=facts, **(given | fields))


def test_an_order_is_what_is_delivered_and_the_spare_cards() -> None:
    found = order(edition())
    assert (found.cards, found.community_cards) == (75, 3)
    assert (found.needed.brochures, found.needed.posters) == ((("fi", 60), ("ar", 5)), 2)
    without = order(edition(facts={"orders": None}))
    assert (without.cards, without.community_cards) == (55, 2)


def test_what_is_missing_is_told() -> None:
    at = {"": Place("edition.yaml", 1, 1), "orders": Place("edition.yaml", 7, 1)}
    assert list(order_problems(edition())) == []
    (found,) = order_problems(edition(facts={"orders": None, "at": at}))
    assert (found.id, found.severity, found.place.line) == ("order-no-spare", Severity.WARNING, 1)
    (found,) = order_problems(edition(facts={"orders": Orders(community_cards=1, at={"": at["orders"]})}))
    assert (found.id, found.place.line) == ("order-no-spare", 7)
    nothing = edition(distributors=(builders.distributor("a"),), facts={"orders": Orders(cards=0)})
    assert [(one.id, one.severity) for one in order_problems(nothing)] == [
        ("delivery-no-materials", Severity.WARNING),
        ("order-nothing", Severity.ERROR),
    ]


def test_the_message_is_in_the_regions_first_language_and_in_finnish() -> None:
    assert languages(edition()) == ("fi",)
    assert languages(edition(of=builders.region(languages=("sv", "fi")))) == ("sv", "fi")
    assert languages(edition(of=builders.region(languages=("en",)))) == ("en", "fi")


@pytest.mark.parametrize(
    ("lang", "asked"),
    [
        (
            "fi",
            ["asiakkaan Kaikukortteja 75 (jakajille 55, varalle 20)", "yhteisön Kaikukortteja 3", "Mallila"],
        ),
        ("sv", ["personliga Kaikukort: 75", "gemenskapens Kaikukort: 3", "Modellby", "2 kortutdelare"]),
        ("en", ["personal Kaikukortti cards: 75 (55 for the distributors, 20 spare)", "2 distributors"]),
    ],
)
def test_the_message_asks_for_that_many_codes(lang: str, asked: list[str]) -> None:
    text = message(edition(), catalogue("cli", lang))
    assert [words for words in asked if words not in text] == []
    assert "culture@mallila.example" in text.splitlines()[-2]
    assert "social@mallila.example" in text.splitlines()[-1]


def test_without_spare_or_community_cards_the_message_does_not_speak_of_them() -> None:
    plain = edition(
        distributors=(builders.distributor("a", materials=Materials(cards=40)),), facts={"orders": None}
    )
    text = message(plain, catalogue("cli", "fi"))
    assert "- asiakkaan Kaikukortteja 40\n" in text
    assert "varalle" not in text
    assert "yhteisön Kaikukortteja" not in text


def test_the_draft_opens_unsent_without_sender_and_date() -> None:
    made, say = edition(facts={"kaikukeskus_contact": Contact(email="tuki@kaikukeskus.example")}), "fi"
    data = draft(made, builders.network((made,)), catalogue("cli", say))
    assert draft(made, builders.network((made,)), catalogue("cli", say)) == data
    read = email.message_from_bytes(data, policy=email.policy.default)
    assert read["X-Unsent"] == "1"
    assert read["To"] == "tuki@kaikukeskus.example"
    assert read["Subject"] == subject(made, catalogue("cli", say)) == "Kaikukorttien tilaus: Mallila 2026"
    assert read["From"] is None
    assert read["Date"] is None
    body = read.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == message(made, catalogue("cli", say))
    assert max(map(len, data.splitlines())) <= 998


def test_kaikukeskus_is_written_to_where_its_address_is_known() -> None:
    made = edition()
    assert address(made, builders.network((made,))) == ""
    common = Organisation(name=builders.name("Kaikukeskus"), email="info@kaikukeskus.example")
    assert address(made, builders.network((made,), kaikukeskus=common)) == "info@kaikukeskus.example"
    own = edition(facts={"kaikukeskus_contact": Contact(email="tuki@kaikukeskus.example")})
    assert address(own, builders.network((own,), kaikukeskus=common)) == "tuki@kaikukeskus.example"
    assert b"\nTo:" not in draft(made, builders.network((made,)), catalogue("cli", "fi"))


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        ("fi", {"Asiakkaan Kaikukortteja": "75", "Esitteitä arabiaksi": "5", "Julisteita": "2"}),
        ("sv", {"Personliga Kaikukort": "75", "Broschyrer på arabiska": "5", "Affischer": "2"}),
        ("en", {"Personal Kaikukortti cards": "75", "Brochures in Arabic": "5", "Posters": "2"}),
    ],
)
def test_the_brief_says_how_many_and_what_the_symbols_hold(lang: str, rows: dict[str, str]) -> None:
    data = render_docx(print_brief(edition(), catalogue("cli", lang), MEASURES))
    assert check_docx(data) == ()
    file = docx.Document(io.BytesIO(data))
    (table,) = file.tables
    written = {row.cells[0].text: row.cells[1].text for row in table.rows[1:]}
    assert rows.items() <= written.items()
    assert len(written) == 5
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    for measure in ("24 × 24 mm", "53,7 × 12 mm", "0,3 mm", "K 100 %", "Code 39", "Data Merge", "M,"):
        assert measure in text
    assert "culture@mallila.example" in text


# ------------------------------------------------------------------ the command


def test_the_command_writes_message_draft_and_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, out = copy_project(tmp_path / "project", ("mallila",)), tmp_path / "out"
    change(
        project / "regions/mallila/region.yaml",
        "languages: [fi, sv, en, fi-simple, ar, ru]",
        "languages: [sv, fi, en, fi-simple, ar, ru]",
    )
    assert main(["order", "mallila", "--out", str(out), "--root", str(project), "--lang", "en"]) == 0
    assert sorted(file.name for file in out.iterdir()) == [
        "mallila-2026-bestallning-sv.eml",
        "mallila-2026-bestallning-sv.txt",
        "mallila-2026-painotalolle-fi.docx",
        "mallila-2026-tilaus-fi.eml",
        "mallila-2026-tilaus-fi.txt",
        "mallila-2026-till-tryckeriet-sv.docx",
    ]
    assert "The order is in" in capsys.readouterr().out
    swedish = (out / "mallila-2026-bestallning-sv.txt").read_text("utf-8")
    assert swedish.startswith("Beställning av Kaikukort: Modellby 2026\n\nHej!")


def test_errors_of_the_content_stop_it_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, out = copy_project(tmp_path / "project", ("mallila", "tornio")), tmp_path / "out"
    change(project / "regions/mallila/2026/distributors.yaml", "cards: 40", "cards: forty")
    arguments = ("--out", str(out), "--root", str(project), "--lang", "fi")
    assert main(["order", "mallila", *arguments]) == 1
    said = capsys.readouterr()
    assert "regions/mallila/2026/distributors.yaml:" in said.out
    assert catalogue("cli", "fi").get("papers.nothing-written") in said.err
    assert not out.exists()
    # another region's errors are its own; without any card there is nothing to order
    assert main(["order", "tornio", *arguments]) == 1
    assert "distributors.yaml" in capsys.readouterr().out
    assert not out.exists()
