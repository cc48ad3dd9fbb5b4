"""Proofs of the cards, ten on a page, and the page of samples that the print house tries first.

They imitate no card: they show the running number, the code and its symbols at their size. A code stands once
as words; the symbols' own texts do not repeat it.
"""

from collections.abc import Iterable
from html import escape

from sitegen.cards import code39, symbols
from sitegen.cards.codes import Code
from sitegen.cards.symbols import Symbol, as_svg, code39_symbol, qr_symbol
from sitegen.languages.formats import number
from sitegen.languages.messages import Catalogue
from sitegen.model.document import Media
from sitegen.project import package_root
from sitegen.render.html_inline import element
from sitegen.render.paper import paper_job
from sitegen.render.pdf_job import PdfJob, Sheet, media_url
from sitegen.render.print_html import PrintTheme

SAMPLES = 3
_WORD = "TEST"


def proof_job(codes: tuple[Code, ...], kind: str, say: Catalogue, theme: PrintTheme) -> PdfJob:
    """The proof sheets of an order, each card marked as a proof in the reader's language."""
    title = say.get("cards.proof.title", kind=say.get(f"cards.kind.{kind}"), count=len(codes))
    cards = "\n".join(_card(code, len(codes), kind, say) for code in codes)
    media = tuple(one for code in codes for one in _media(code))
    body = element("h1", escape(title)) + cards
    return paper_job(body, say.lang, title, _sheet("proof.css"), theme, media=media)


def sample_job(codes: tuple[Code, ...], say: Catalogue, theme: PrintTheme) -> PdfJob:
    """Three invented codes of the order's length with their symbols, marked as samples."""
    samples = sample_codes(codes)
    title = say.get("cards.samples.title")
    size = measures(say.lang, samples[0].text)
    points = "".join(
        element("li", escape(say.get(f"cards.samples.{point}", **size))) for point in ("qr", "code39", "ink")
    )
    lead = element("p", escape(say.get("cards.samples.lead"))) + element("ul", points)
    shown = "\n".join(_sample(code, say) for code in samples)
    media = tuple(one for code in samples for one in _media(code))
    body = element("h1", escape(title)) + lead + shown
    return paper_job(body, say.lang, title, _sheet("samples.css"), theme, media=media)


def sample_codes(codes: Iterable[Code]) -> tuple[Code, ...]:
    """Invented codes as long as the longest of the order, none of which is in it."""
    given = {code.text for code in codes}
    length = max((len(text) for text in given), default=8)
    found: list[Code] = []
    counting = 0
    while len(found) < SAMPLES:
        counting += 1
        text = f"{_WORD}{counting:0{max(1, length - len(_WORD))}}"
        if text not in given:
            found.append(Code(len(found) + 1, text))
    return tuple(found)


def measures(lang: str, text: str) -> dict[str, str]:
    """The measures of a code's symbols for sentences, in millimetres with the language's signs."""
    unit = code39.module(text)
    found = {
        "qr": symbols.QR_SIZE,
        "quiet": symbols.QR_QUIET,
        "module": round(unit, 2),
        "height": code39.HEIGHT,
        "width": round(code39.width(text) * unit, 1),
        "white": round(code39.QUIET * unit, 1),
    }
    return {name: number(value, lang) for name, value in found.items()}


def _card(code: Code, count: int, kind: str, say: Catalogue) -> str:
    parts = (
        element("h2", escape(say.get("cards.proof.card", number=code.number, count=count))),
        element("p", escape(say.get(f"cards.kind.{kind}"))),
        element("p", escape(say.get("cards.proof.mark")), ("class", "proof")),
        *_pictures(code, say),
        element("p", escape(code.text), ("class", "code")),
    )
    return element("section", "".join(parts), ("class", "card"))


def _sample(code: Code, say: Catalogue) -> str:
    parts = (
        element("h2", escape(say.get("cards.samples.one", number=code.number))),
        element("p", "".join(_pictures(code, say)), ("class", "pictures")),
        element("p", escape(code.text), ("class", "code")),
    )
    return element("section", "".join(parts), ("class", "sample"))


def _pictures(code: Code, say: Catalogue) -> tuple[str, ...]:
    return tuple(
        f'<img class="{name}" src="{media_url(_name(name, code))}"'
        f' alt="{escape(say.get(f"cards.alt.{name}", number=code.number))}">'
        for name in ("qr", "code39")
    )


def _media(code: Code) -> tuple[Media, Media]:
    drawn: dict[str, Symbol] = {"qr": qr_symbol(code.text), "code39": code39_symbol(code.text)}
    qr, bars = (Media(_name(name, code), "image/svg+xml", as_svg(one)) for name, one in drawn.items())
    return qr, bars


def _name(symbol: str, code: Code) -> str:
    return f"{symbol}-{code.number}.svg"


def _sheet(name: str) -> Sheet:
    return Sheet(name, (package_root() / "cards" / name).read_text("utf-8"))
