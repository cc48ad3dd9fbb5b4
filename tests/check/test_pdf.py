"""The verdict on a PDF: none on ours, one for each thing that must not be."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from sitegen.check import pdf as check
from sitegen.check.pdf import check_pdf
from sitegen.problems import Place, Severity
from tests.render.print_samples import sample_pdf
from tests.render.sample_document import LANGUAGES

Change = Callable[[pikepdf.Pdf], None]


def changed(change: Change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample_pdf("fi", 1))) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def ids(data: bytes) -> set[str]:
    return {found.id for found in check_pdf(data)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_our_brochures_are_clean(lang: str) -> None:
    assert check_pdf(sample_pdf(lang)) == ()


def test_no_language_and_no_title() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Lang
        del pdf.docinfo["/Title"]

    assert {"pdf.no-language", "pdf.no-title", "pdf.not-accessible"} <= ids(changed(change))


def test_no_tags() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.MarkInfo

    assert {"pdf.not-tagged", "pdf.not-accessible"} <= ids(changed(change))


def open_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def launch(pdf: pikepdf.Pdf) -> None:
    note = next(note for page in pdf.pages for note in page.get("/Annots", []))
    note.A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="a.exe")


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, b"secret", filename="a.txt")


def form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[])


def page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0]["/AA"] = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1"))


@pytest.mark.parametrize("change", [open_action, launch, attachment, form, page_action])
def test_active_content(change: Change) -> None:
    assert "pdf.active-content" in ids(changed(change))


def test_a_megabyte_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "SIZE_LIMIT", 1000)
    assert ids(sample_pdf("fi")) == {"pdf.too-large"}


def test_bytes_that_are_no_pdf_are_a_problem_at_their_place() -> None:
    place = Place("tornio/fi/brochure.pdf")
    (found,) = check_pdf(b"not a pdf", place)
    assert (found.id, found.severity, found.place) == ("pdf.unreadable", Severity.ERROR, place)
