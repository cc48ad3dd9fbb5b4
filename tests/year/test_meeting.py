"""Agenda and memo of the feedback meeting: the checklist's questions, this year's figures, room to write."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from sitegen.check.docx import check_docx
from sitegen.model.document import Document
from sitegen.model.edition import Event, Statistic
from sitegen.model.network import Edition
from sitegen.render.docx import render_docx
from sitegen.render.tree_text import blocks_text
from sitegen.year.letters.parts import source
from sitegen.year.meeting import agenda, memo, paper_languages
from tests import builders
from tests.year.support import mallila, said

MEETING = Event(id="palaute", kind="feedback-meeting", date=date(2026, 5, 20))
KAIKUKANTA = builders.words(fi="Kaikukanta-rekisteri", sv="Registret Kaikukanta", en="Kaikukanta register")


def figure(year: int, what: str, value: int | None, group: str | None = None, **fields: Any) -> Statistic:
    given: dict[str, Any] = {"as_of": date(year + 1, 1, 15), "source": KAIKUKANTA} | fields
    return Statistic(year=year, what=what, value=value, group=group, **given)


FIGURES = (
    figure(2024, "cards", 91),
    figure(2025, "cards", 1118, about=True),
    figure(2025, "uses", None, "nature"),
    figure(2025, "uses", 142, "sport"),
)


def edition(**fields: Any) -> Edition:
    given: dict[str, Any] = {
        "figures": FIGURES,
        "distributors": tuple(builders.distributor(id, called=f"{id}-palvelu") for id in "öa"),
        "venues": (builders.venue("v"), builders.venue("gone", answer="stops")),
    }
    return builders.edition(facts={"events": (MEETING,)}, **(given | fields))


def papers(made: Edition, lang: str) -> dict[str, Document]:
    found = source(builders.network((made,)), made)
    return {"agenda": agenda(MEETING, found, lang), "memo": memo(MEETING, found, lang)}


def words(document: Document) -> str:
    return blocks_text(document.children).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("lang", "sold_out", "ceiling", "small"),
    [
        ("fi", "loppuunmyydyissä", "3 prosentin raja", "alle 5"),
        ("sv", "slutsålda", "gränsen på 3 procent", "under 5"),
        ("en", "sold-out", "ceiling of 3 per cent", "under 5"),
    ],
)
def test_both_papers_ask_the_checklists_questions_and_show_the_figures(
    lang: str, sold_out: str, ceiling: str, small: str
) -> None:
    for name, document in papers(edition(), lang).items():
        shown = words(document)
        assert sold_out in shown, name
        assert ceiling in shown, name
        assert small in shown, name
        assert "1,118" in shown or "1 118" in shown
        assert "2024" in shown
        assert shown.count("Kaikukanta") == 1
        assert check_docx(render_docx(document)) == ()


def test_without_figures_a_sentence_stands_in_their_place() -> None:
    shown = words(papers(edition(figures=()), "en")["agenda"])
    assert "The figures are shown at the meeting." in shown


def test_the_memo_has_a_row_for_everybody_who_is_invited_and_room_for_answers() -> None:
    file = docx.Document(io.BytesIO(render_docx(papers(edition(), "fi")["memo"])))
    tables = {table.rows[0].cells[0].text: table for table in file.tables}
    invited = [row.cells[0].text for row in tables["Kutsuttu"].rows[1:]]
    assert invited == ["a-palvelu", "ö-palvelu", "Kohde v", "Kaikukeskus"]
    answers = tables["Kohde"].rows
    assert [cell.text for cell in answers[0].cells][1:3] == ["Loppuunmyydyt tilaisuudet", "3 prosentin raja"]
    assert [cell.text.strip() for cell in answers[1].cells] == ["Kohde v", "", "", ""]
    assert len(tables["Mitä tehdään"].rows) == 7


def test_the_papers_are_in_the_official_languages() -> None:
    assert paper_languages(edition()) == ("fi",)
    assert paper_languages(edition(of=builders.region(official_languages=("sv", "fi")))) == ("sv", "fi")
    assert paper_languages(edition(of=builders.region(official_languages=(), languages=("sv",)))) == ("sv",)


def test_the_command_writes_papers_and_the_meeting_for_calendars(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, out = mallila(tmp_path), tmp_path / "out"
    asked = ("meeting", "mallila", "--out", str(out))
    assert str(out) in said(capsys, project, *asked, lang="sv")
    assert sorted(path.name for path in out.iterdir()) == [
        "mallila-2026-palaute-fi.ics",
        "mallila-2026-palaute-sv.ics",
        "mallila-2026-palautekokous-asialista-fi.docx",
        "mallila-2026-palautekokous-muistio-fi.docx",
        "mallila-2026-responsmote-foredragningslista-sv.docx",
        "mallila-2026-responsmote-promemoria-sv.docx",
    ]
    assert "avoimet-ovet, palaute" in said(capsys, project, *asked, "--event", "kokous", code=2)
    assert "2031" in said(capsys, project, *asked, "--edition", "2031", code=2)
    assert "build" in said(capsys, project, *asked[:2], "--out", str(project / "build/x"), code=2)
