"""How long one document takes, warm, what its parts take, and how much memory: `make bench`.

Everything runs in this process, on the invented region in all its languages and on the rich sample with 14
partners in each list. Each document is made once to warm up; then the best of the rounds counts. `tagging` is
what the tag tree takes, WeasyPrint's own pass over it included; `reading back` is the check of the finished
bytes. Memory: how much the process grew at its peak while the document was made.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sitegen.check.docx import check_docx
from sitegen.check.pdf import SIZE_LIMIT, check_pdf, page_count
from sitegen.model.document import Document
from sitegen.render import pdf, pdf_tags
from sitegen.render.docx import render_docx
from sitegen.render.print_html import pdf_job
from tests.bar.documents.documents import REGION_LANGUAGES, region
from tests.render.docx.samples import sample
from tests.render.print_samples import FONTS, theme

ROUNDS = 2
MANY = 14
PROCESS = Path("/proc/self")
STEPS = ("tree to HTML", "layout", "writing", "tagging", "reading back")
NAMES = ("sample-fi", *REGION_LANGUAGES)

Times = dict[str, float]


@dataclass(frozen=True)
class Measured:
    """A document: pages, bytes and seconds of each step of its PDF, seconds of its DOCX, MiB at the peak."""

    pages: int
    size: int
    steps: Times
    docx: float
    peak: float

    @property
    def seconds(self) -> float:
        """Of the PDF from tree to verdict."""
        return sum(self.steps.values())


def document(name: str) -> Document:
    return sample("fi", MANY) if name == "sample-fi" else region().written(name).document


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Times]:
    """The seconds spent in layout and in the tag tree while it is open."""
    found = {"layout": 0.0, "tagging": 0.0}
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_lay_out", _timed(pdf._lay_out, found, "layout"))
        patch.setattr(pdf_tags, "_add", _timed(pdf_tags._add, found, "tagging"))
        yield found


def _timed(function: Callable[..., Any], found: Times, name: str) -> Callable[..., Any]:
    def call(*given: Any) -> Any:
        began = time.perf_counter()
        try:
            return function(*given)
        finally:
            found[name] += time.perf_counter() - began

    return call


def seconds(function: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    made = function()
    return time.perf_counter() - began, made


def once(tree: Document, monkeypatch: pytest.MonkeyPatch) -> tuple[Times, bytes]:
    """A PDF from its tree to the verdict on it, step by step."""
    html, job = seconds(lambda: pdf_job(tree, theme()))
    with watched(monkeypatch) as inside:
        whole, data = seconds(lambda: pdf.render_pdf(job, FONTS))
    back, verdict = seconds(lambda: (check_pdf(data), page_count(data)))
    assert verdict[0] == ()
    rest = whole - inside["layout"] - inside["tagging"]
    times = (html, inside["layout"], rest, inside["tagging"], back)
    return dict(zip(STEPS, times, strict=True)), data


def measure(name: str, monkeypatch: pytest.MonkeyPatch) -> Measured:
    tree = document(name)
    once(tree, monkeypatch)
    reset_peak()
    before = memory("VmRSS")
    rounds = [once(tree, monkeypatch) for _ in range(ROUNDS)]
    peak = memory("VmHWM") - before
    steps, data = min(rounds, key=lambda one: sum(one[0].values()))
    docx = min(seconds(lambda: check_docx(render_docx(tree)))[0] for _ in range(ROUNDS))
    return Measured(page_count(data), len(data), steps, docx, peak)


def reset_peak() -> None:
    """Linux begins to count the peak anew (proc(5), clear_refs)."""
    (PROCESS / "clear_refs").write_text("5")


def memory(name: str) -> float:
    """MiB of this process by a name in /proc/self/status."""
    found = re.search(rf"^{name}:\s+(\d+) kB", (PROCESS / "status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found.group(1)) / 1024


def lines(table: dict[str, Measured]) -> Iterator[str]:
    """The table in Markdown."""
    yield (
        "| document | pages | kB | PDF s | " + " | ".join(f"{step} %" for step in STEPS) + " | DOCX s | MiB |"
    )
    yield "| --- |" + " ---: |" * (len(STEPS) + 5)
    for name, one in table.items():
        shares = " | ".join(f"{one.steps[step] / one.seconds * 100:.0f}" for step in STEPS)
        yield (
            f"| {name} | {one.pages} | {one.size / 1000:.0f} | {one.seconds:.2f} | {shares} "
            f"| {one.docx:.3f} | {one.peak:.0f} |"
        )


def test_each_document(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    table = {name: measure(name, monkeypatch) for name in NAMES}
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print("\nOne document, warm\n\n" + "\n".join(lines(table)))
    for name, one in table.items():
        assert 5_000 < one.size < SIZE_LIMIT, name
        assert all(part > 0 for part in one.steps.values()), name
        assert one.docx < one.seconds, name
