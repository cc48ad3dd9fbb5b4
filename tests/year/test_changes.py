"""What changed from one year to another: who left, who came, which field says what now."""

import email
import email.policy
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sitegen.check.docx import check_docx
from sitegen.model.contact import Accessibility, Commitment
from sitegen.model.edition import Contact
from sitegen.model.partner_parts import How, Limit, Season
from sitegen.render.docx import render_docx
from sitegen.render.tree_text import blocks_text
from sitegen.year.changes import NOTHING, Changes, FieldChange, changes
from sitegen.year.changes_text import as_document, as_text, notice, notice_document, notice_draft, notice_text
from tests import builders
from tests.site.support.trees import differences, tree
from tests.year.support import mallila, said


def found(before: dict[str, Any], after: dict[str, Any], lang: str = "en") -> Changes:
    editions = builders.edition(2026, **before), builders.edition(2027, **after)
    return changes(*editions, builders.register(), lang)


def fields(lang: str = "en", **new: Any) -> list[tuple[str, str, str, str]]:
    """The changes of one venue that had an address, hours and a limit."""
    old: dict[str, Any] = {
        "address": builders.address(),
        "hours": builders.words(fi="ma 9–15", sv="mån 9–15"),
        "limits": (Limit(kind="courses-per-year", value=Decimal(2)),),
    }
    made = found({"venues": (builders.venue(**old),)}, {"venues": (builders.venue(**(old | new)),)}, lang)
    assert len(made.changed) == bool(new)
    return [(one.field, one.lang, one.old, one.new) for entry in made.changed for one in entry.fields]


def test_partners_gone_and_new() -> None:
    kept = builders.venue("kept")
    made = found(
        {"venues": (kept, builders.venue("gone"), builders.venue("stops"), builders.venue("ended"))},
        {
            "venues": (
                kept,
                builders.venue("stops", answer="stops"),
                builders.venue("ended", ended=date(2027, 3, 1)),
                builders.venue("new", since=2027, commitment=Commitment(date=date(2026, 12, 1))),
            ),
            "distributors": (builders.distributor(), builders.distributor("waits", since=2027)),
        },
    )
    assert [(one.list, one.id) for one in made.gone] == [
        ("venues", "gone"),
        ("venues", "stops"),
        ("venues", "ended"),
    ]
    assert [(one.list, one.id, one.waits) for one in made.new] == [
        ("distributors", "waits", True),
        ("venues", "new", False),
    ]
    assert made.changed == made.coordinators == ()
    assert not made.nothing


def test_one_that_was_never_listed_is_new_now() -> None:
    waited = builders.venue("v", since=2026)
    listed = builders.venue("v", since=2026, commitment=Commitment(date=date(2026, 12, 1)))
    made = found({"venues": (waited,)}, {"venues": (listed,)})
    assert [one.id for one in made.new] == ["v"]
    assert made.gone == ()


@pytest.mark.parametrize(
    ("new", "change"),
    [
        ({"name": builders.name("Uusi")}, ("Name", "", "Kohde uimahalli", "Uusi")),
        ({"address": builders.address("Kuja 1")}, ("Address: street address", "", "Torikatu 2", "Kuja 1")),
        (
            {"address": builders.address(postal_code="98770")},
            ("Address: postal code", "", "98760", "98770"),
        ),
        (
            {"phone": (builders.phone("016 000 311", for_=builders.words(fi="liput")),)},
            ("Telephone", "", NOTHING, "016 000 311 (liput)"),
        ),
        ({"email": (builders.email("a@b.example"),)}, ("E-mail", "", NOTHING, "a@b.example")),
        (
            {"hours": builders.words(fi="ma 9–15", sv="mån 10–15")},
            ("Opening hours", "sv", "mån 9–15", "mån 10–15"),
        ),
        ({"hours": None}, ("Opening hours", "fi", "ma 9–15", NOTHING)),
        ({"kind": "culture"}, ("Kind", "", "Sport", "Culture")),
        ({"type": "swimming-hall"}, ("Type", "", NOTHING, "Swimming hall")),
        ({"municipality": "X02"}, ("Municipality where it stands", "", "Mallila", "Esimerkkilä")),
        ({"limits": ()}, ("Limits", "", "2 courses a year", NOTHING)),
        ({"how": How(channels=("desk",))}, ("How to get a ticket", "", NOTHING, "")),
        ({"season": (Season(from_=(6, 1), to=(8, 31)),)}, ("Season", "", NOTHING, "")),
        ({"accessibility": Accessibility(step_free=True)}, ("Access", "", NOTHING, "")),
    ],
)
def test_a_field_says_what_it_said_and_what_it_says(
    new: dict[str, Any], change: tuple[str, str, str, str]
) -> None:
    first = fields(**new)[0]
    assert first[:3] == change[:3]
    assert first[3] == change[3] or not change[3]
    assert first[3]
    assert "(" not in first[3] or "liput" in first[3], "no raw value"


def test_internal_fields_are_nobodys_business() -> None:
    new: dict[str, Any] = {
        "checked": date(2026, 10, 1),
        "kaikukanta_account": True,
        "answer": "unanswered",
        "language": "sv",
    }
    made = found({"venues": (builders.venue(),)}, {"venues": (builders.venue(**new),)})
    assert made.nothing


@pytest.mark.parametrize(
    ("lang", "label"), [("fi", "Aukioloajat"), ("sv", "Öppettider"), ("en", "Opening hours")]
)
def test_fields_are_named_in_the_readers_language(lang: str, label: str) -> None:
    assert fields(lang, hours=builders.words(fi="ti 9–15", sv="mån 9–15"))[0][0] == label


def test_coordinators_by_side() -> None:
    social = builders.coordinator("social")
    after = builders.region(
        coordinators=(builders.coordinator("culture", email="uusi@mallila.example"), social)
    )
    made = found({}, {"of": after})
    assert [(one.id, one.fields) for one in made.coordinators] == [
        ("culture", (FieldChange("E-mail", "", "culture@mallila.example", "uusi@mallila.example"),))
    ]
    assert [one.id for one in found({}, {"of": builders.region(coordinators=(social,))}).coordinators] == [
        "culture"
    ]


def test_nothing_changed_is_said() -> None:
    text = as_text(found({}, {}))
    assert "Nothing changed." in text
    assert "coordinators' details are the same" in text


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_notice_says_to_whom_and_what(lang: str) -> None:
    fresh = builders.distributor("uusi", called="Uusi", since=2027)
    made = found({}, {"distributors": (builders.distributor(), fresh)}, lang)
    contact = Contact(email="tuki@kaikukeskus.example")
    edition = builders.edition(2027, facts={"kaikukeskus_contact": contact})
    told = notice(made, edition, builders.network((edition,)))
    text = notice_text(told)
    assert text.splitlines()[0].endswith(" tuki@kaikukeskus.example")
    assert "2027" in text.splitlines()[1]
    assert "- Uusi (" in text
    assert "Mallilan kunta, culture@mallila.example\nMallilan kunta, social@mallila.example\n" in text
    plain = builders.edition(2027)
    without = notice_text(notice(found({}, {}, lang), plain, builders.network((plain,))))
    assert "@" not in without.splitlines()[0]
    assert "2026" in without


def test_the_notice_is_a_draft_and_a_document_of_the_same_words() -> None:
    made = found({"venues": (builders.venue("gone"),)}, {"venues": ()})
    contact = Contact(email="tuki@kaikukeskus.example")
    edition = builders.edition(2027, facts={"kaikukeskus_contact": contact})
    told = notice(made, edition, builders.network((edition,)))
    message = email.message_from_bytes(notice_draft(told), policy=email.policy.default)
    assert (message["X-Unsent"], message["To"]) == ("1", "tuki@kaikukeskus.example")
    assert message["Subject"] == told.subject == "Kaikukortti, Mallila: changes for 2027"
    body = message.get_body(("plain",))
    assert body is not None
    words = body.get_content().replace("\r\n", "\n")
    assert words == blocks_text(told.blocks)
    assert words in notice_text(told)
    document = notice_document(told, made)
    assert document.children[1:] == told.blocks
    assert check_docx(render_docx(document)) == ()


def test_the_document_has_headings_and_says_foreign_languages() -> None:
    new = builders.venue(hours=builders.words(fi="ma 9–15", sv="mån 10–15"))
    old = builders.venue(hours=builders.words(fi="ma 9–15", sv="mån 9–15"))
    document = as_document(found({"venues": (old,)}, {"venues": (new,)}))
    assert (document.lang, document.kind) == ("en", "letter")
    assert "lang='sv'" in repr(document)
    assert [block.level for block in document.children if hasattr(block, "level")] == [1, 2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def test_the_command_tells_and_writes(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, project, "changes", "mallila", "2025", "2026", lang="sv")
    assert "Telefon: 016 000 319 → 016 000 311" in told
    assert "Exempelby Blixten" in told
    assert "Öppettider (på finska): ma–pe 8–20" in told
    out = tmp_path / "muutokset.docx"
    assert str(out) in said(
        capsys, project, "changes", "mallila", "2025", "2026", "--out", str(out), lang="fi"
    )
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as file:
        body = file.read("word/document.xml").decode()
    assert "016 000 311" in body
    assert 'w:val="Heading2"' in body
    text = tmp_path / "notice.txt"
    said(capsys, project, "changes", "mallila", "2025", "2026", "--notice", "--out", str(text))
    assert text.read_text("utf-8").startswith("To: yhteys@kaikukeskus.example\nSubject: Kaikukortti")
    for ending, start in ((".eml", b"X-Unsent: 1\r\n"), (".docx", b"PK")):
        out = tmp_path / f"notice{ending}"
        said(capsys, project, "changes", "mallila", "2025", "2026", "--notice", "--out", str(out))
        assert out.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("malila", "2025", "2026"), "There is no region malila."),
        (("mallila", "2026", "2027"), "no folder for 2027"),
        (("mallila", "2026", "2025"), "Give the earlier year first"),
        (("mallila", "2026", "2026"), "Give the earlier year first"),
        (("mallila", "2025", "2026", "--out", "x.pdf"), "must end in .docx or .txt"),
        (("mallila", "2025", "2026", "--out", "x.eml"), "must end in .docx or .txt"),
        (("mallila", "2025", "2026", "--notice", "--out", "x.pdf"), "also in .eml"),
        (("mallila", "2025", "2026", "--out", "{project}/build/x.txt"), "build"),
    ],
)
def test_bad_input_is_said(
    arguments: tuple[str, ...], sentence: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    given = [one.format(project=project) for one in arguments]
    assert sentence in said(capsys, project, "changes", *given, code=2)
    assert differences(before, tree(project)) == []
