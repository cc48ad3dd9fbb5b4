"""A planted fault: the id that is broken, what was done, in which document, and what its checker must say."""

import io
import re
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

import pikepdf

from sitegen.render.pdf import render_pdf
from sitegen.render.pdf_job import Sheet
from sitegen.render.print_html import pdf_job
from sitegen.structs import replace
from tests.bar.documents.documents import Printed, rendered
from tests.render.print_samples import FONTS, theme
from tests.render.sample_document import sample_document

FEW = 2
NAME = "mallila/{lang}/kaikukortti-esite-mallila-2026-{lang}.pdf"

Spoil = Callable[[Printed], Printed]


@dataclass(frozen=True)
class Planted:
    """A case. `says` is a part of what the checker says of it: no other fault may pass for it."""

    id: str
    name: str
    spoil: Spoil
    says: str
    lang: str = "fi"


@cache
def sound(lang: str) -> Printed:
    """A small sample in which faults are planted."""
    document = sample_document(lang, distributors=FEW, venues=FEW)
    return rendered(document, NAME.format(lang=lang))


def in_pdf(change: Callable[[pikepdf.Pdf], None]) -> Spoil:
    """A fault in the finished file."""

    def spoil(one: Printed) -> Printed:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(one.data)) as pdf:
            change(pdf)
            pdf.save(target)
        return replace(one, data=target.getvalue())

    return spoil


def in_tree(change: Callable[[pikepdf.Pdf, list[Any]], None]) -> Spoil:
    """A fault in the tag tree: the change gets all elements in reading order."""

    def plant(pdf: pikepdf.Pdf) -> None:
        change(pdf, list(_elements(pdf.Root.StructTreeRoot)))

    return in_pdf(plant)


def _elements(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    every = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    inside = [kid for kid in every if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [one for kid in inside for one in (kid, *_elements(kid))]


def in_content(old: bytes, new: bytes) -> Spoil:
    """A fault in what is drawn: one piece of the pages' content for another, which must be there."""

    def plant(pdf: pikepdf.Pdf) -> None:
        found = 0
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            found += content.count(old)
            page.Contents = pdf.make_stream(content.replace(old, new))
        assert found, old

    return in_pdf(plant)


def in_css(text: str) -> Spoil:
    """A fault in the style: laid out anew with more CSS."""

    def spoil(one: Printed) -> Printed:
        job = replace(one.job, css=(*one.job.css, Sheet("planted.css", text)))
        return replace(one, job=job, data=render_pdf(job, FONTS))

    return spoil


def in_layout(change: Callable[[str], str]) -> Spoil:
    """A fault on the way to the PDF: laid out from other HTML than the document's."""

    def spoil(one: Printed) -> Printed:
        html = change(one.job.html)
        assert html != one.job.html
        return replace(one, data=render_pdf(replace(one.job, html=html), FONTS))

    return spoil


def in_html(change: Callable[[str], str]) -> Spoil:
    """A fault in the document itself: both the HTML and what is laid out from it."""

    def spoil(one: Printed) -> Printed:
        job = replace(one.job, html=change(one.job.html))
        assert job.html != one.job.html
        return replace(one, job=job, data=render_pdf(job, FONTS))

    return spoil


def in_document(**changes: Any) -> Spoil:
    """A fault in the document's own fields, laid out anew."""

    def spoil(one: Printed) -> Printed:
        document = replace(one.document, **changes)
        job = pdf_job(document, theme())
        return replace(one, document=document, job=job, data=render_pdf(job, FONTS))

    return spoil


def by_weasyprint_alone(one: Printed) -> Printed:
    """The same layout with the tags that WeasyPrint writes by itself: all of our hooks gone (F2-F4).

    Decoration is left out: without our hooks WeasyPrint complains of it, and then there is no PDF at all.
    """
    job = replace(one.job, html=re.sub(r'<img[^>]* alt="">', "", one.job.html))
    with patch("sitegen.render.pdf.accessible_tags", nullcontext):
        return replace(one, job=job, data=render_pdf(job, FONTS))


def kind(elements: list[Any], name: str) -> list[Any]:
    """The elements of a kind."""
    return [one for one in elements if str(one.S) == f"/{name}"]
