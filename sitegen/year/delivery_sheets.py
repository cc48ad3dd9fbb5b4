"""The list of deliveries and the address labels on paper."""

from collections.abc import Iterable
from html import escape

from sitegen.languages.messages import Catalogue
from sitegen.model.document import Text
from sitegen.model.network import Edition, Network
from sitegen.project import package_root
from sitegen.render.html_inline import Writing, element, text_html
from sitegen.render.paper import paper_job
from sitegen.render.pdf_job import PdfJob, Sheet
from sitegen.render.print_html import PrintTheme
from sitegen.year.deliveries import Delivery, deliveries, is_complete, key, receivers
from sitegen.year.delivery_table import WORDS, Grid, Value

# Lines of a label that fit in its sizes of letters, and characters of a line.
_SIZES = (("", 6, 31), ("long", 8, 40), ("longest", 11, 52))


def list_job(grid: Grid, say: Catalogue, theme: PrintTheme) -> PdfJob:
    """The table of deliveries on A4 across; its headings stand on every page."""
    writing = Writing(say.lang, "print")
    narrow = _narrow(grid)
    counted = tuple(isinstance(value, int) for value in narrow.sums)
    head = "".join(
        element("th", escape(heading), ("scope", "col"), ("class", "count" if count else None))
        for heading, count in zip(narrow.head, counted, strict=True)
    )
    rows = "\n".join(_row(row, writing) for row in narrow.rows) + _row(narrow.sums, writing, "sums")
    table = element("table", element("thead", element("tr", head)) + element("tbody", rows))
    body = element("h1", escape(grid.title)) + table
    return paper_job(body, say.lang, grid.title, _sheet("deliveries.css"), theme, quoted=_languages(grid))


def label_job(
    edition: Edition, network: Network, say: Catalogue, title: str, theme: PrintTheme
) -> PdfJob | None:
    """A label for every receiver with an address, each in the language of the receiver's letters.

    A sheet holds no word besides, since all of it is stuck on parcels. None where there is no address.
    """
    writing = Writing(say.lang, "print")
    labels: list[str] = []
    quoted: set[str] = set()
    for one, lang in addressed(edition, network, say.lang):
        quoted.add(lang)
        labels.append(_label(one, lang, writing))
    if not labels:
        return None
    body = element("ul", "\n".join(labels))
    return paper_job(body, say.lang, title, _sheet("labels.css"), theme, quoted=quoted)


def addressed(edition: Edition, network: Network, lang: str) -> tuple[tuple[Delivery, str], ...]:
    """The deliveries that the post can take, each with the language of its label."""
    wanted = {
        key(partner): partner.language or lang
        for partner in receivers(edition)
        if is_complete(partner.address)
    }
    order = [one.key for one in deliveries(edition, network, lang) if one.key in wanted]
    spoken = {
        speech: {one.key: one for one in deliveries(edition, network, speech)}
        for speech in set(wanted.values())
    }
    return tuple((spoken[wanted[receiver]][receiver], wanted[receiver]) for receiver in order)


def _narrow(grid: Grid) -> Grid:
    """The table with the columns of words in two: who it is, and where it is with its telephone number."""

    def row(values: tuple[Value, ...]) -> tuple[Value, ...]:
        name, part_of, street, town, phone = (value for value in values[:WORDS] if not isinstance(value, int))
        return ((*name, *part_of), (*street, *town, *phone), *values[WORDS:])

    return Grid(
        title=grid.title,
        head=(grid.head[0], grid.head[2], *grid.head[WORDS:]),
        rows=tuple(map(row, grid.rows)),
        sums=row(grid.sums),
    )


def _row(row: tuple[Value, ...], writing: Writing, name: str = "") -> str:
    first, *rest = row
    cells = element("th", _named(first, writing), ("scope", "row"))
    cells += "".join(
        element("td", _cell(value, writing), ("class", "count" if isinstance(value, int) else None))
        for value in rest
    )
    return element("tr", cells, ("class", name))


def _cell(value: Value, writing: Writing) -> str:
    if isinstance(value, int):
        return str(value) if value else "–"
    return "<br>".join(text_html(text, writing) for text in value)


def _named(value: Value, writing: Writing) -> str:
    """The receiver's name, which stands out, and what it belongs to."""
    assert not isinstance(value, int)
    name = element("span", text_html(value[0], writing), ("class", "name"))
    return "<br>".join((name, *(text_html(text, writing) for text in value[1:])))


def _label(one: Delivery, lang: str, writing: Writing) -> str:
    lines = [text for text in (one.name, one.part_of, *one.street, one.town) if text is not None]
    own = Writing(lang, "print")
    words = [element("span", text_html(lines[0], own), ("class", "name"))]
    words += [text_html(line, own) for line in lines[1:]]
    lang_change = ("lang", lang if lang != writing.lang else None)
    return element("li", element("p", "<br>".join(words)), ("class", _size(lines)), lang_change)


def _size(lines: Iterable[Text]) -> str:
    """The size of letters in which a label holds these lines."""
    lengths = [len(line.value) for line in lines]
    for name, fitting, width in _SIZES:
        if sum(-(-length // width) for length in lengths) <= fitting:
            return name
    return _SIZES[-1][0]


def _languages(grid: Grid) -> set[str]:
    texts = (text for row in grid.rows for value in row if not isinstance(value, int) for text in value)
    return {text.lang for text in texts if text.lang}


def _sheet(name: str) -> Sheet:
    return Sheet(name, (package_root() / "year" / name).read_text("utf-8"))
