"""What a print house needs to know for its quote: a line for each file, in the region's first language."""

from collections.abc import Iterable, Iterator

from sitegen.check.pdf import page_size
from sitegen.compose.partner_words import words
from sitegen.compose.section_words import region_forms
from sitegen.languages.messages import Catalogue, catalogue
from sitegen.languages.table import language
from sitegen.model.network import Edition
from sitegen.model.partner_parts import Materials
from sitegen.structs import Struct

SIZES = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3"}


class PressFile(Struct, frozen=True):
    """A file for the print house. `kind`: brochure or poster; `municipality`: whose brochure it is."""

    name: str
    kind: str
    lang: str
    data: bytes
    municipality: str | None = None


def quote(edition: Edition, files: Iterable[PressFile]) -> str:
    """Size, pages, colours and copies of each file. Copies: what partners asked for (`materials`)."""
    lang = next((one for one in edition.region.languages if one in ("fi", "sv")), "fi")
    say = catalogue("cli", lang)
    lines = [say.get("quote.title", region=region_forms(edition, lang)["region"], year=edition.year), ""]
    lines += [f"- {_line(edition, one, say)}" for one in files]
    posters = sum(one.posters or 0 for one in _materials(edition, None))
    lines += ["", say.get("quote.posters", count=_counted(posters, say)), say.get("quote.files")]
    return "\n".join(lines) + "\n"


def copies(edition: Edition, lang: str, municipality: str | None = None) -> int:
    """How many brochures in a language the partners asked for; with a code, those of that municipality."""
    return sum(dict(one.brochures).get(lang, 0) for one in _materials(edition, municipality))


def _line(edition: Edition, one: PressFile, say: Catalogue) -> str:
    wide, high, pages = page_size(one.data)
    size = SIZES.get((wide, high), "")
    values = {
        "file": one.name,
        "language": words(say.lang).get(f"language.in.{one.lang}"),
        "size": f"{size} ({wide} x {high} mm)".strip(),
        "pages": pages,
    }
    if one.kind == "poster":
        return say.get("quote.poster", **values)
    wanted = copies(edition, one.lang, one.municipality)
    line = say.get("quote.brochure", **values, copies=_counted(wanted, say))
    return f"{line} {say.get('quote.right')}" if language(one.lang).direction == "rtl" else line


def _counted(count: int, say: Catalogue) -> str:
    return say.get("quote.copies", count=count) if count else say.get("quote.open")


def _materials(edition: Edition, municipality: str | None) -> Iterator[Materials]:
    for partner in (*edition.listed_distributors, *edition.listed_venues):
        if partner.materials and municipality in (None, partner.municipality):
            yield partner.materials
