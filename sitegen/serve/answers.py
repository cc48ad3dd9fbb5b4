"""What an address shows: a file of the site as it would be published, a page with the report, or the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from sitegen.languages.messages import Catalogue
from sitegen.render.html import render_plain
from sitegen.serve.addresses import Asked, asked_for
from sitegen.serve.checklist import network_page, region_page
from sitegen.serve.overlay import Concern, overlay
from sitegen.serve.overview import FILES, overview
from sitegen.serve.page import OWN, SCRIPT, STYLE, followed, language_of
from sitegen.serve.preview import ASSETS, Preview
from sitegen.serve.years import Years
from sitegen.structs import Struct

NOT_FOUND = "404.html"
TYPES: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xml": "application/xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}
OWN_FILES = {STYLE: "preview.css", SCRIPT: "preview.js"}


class Answer(Struct, frozen=True):
    """What goes back: a status, the media type and the bytes, or where to look instead.

    `lasting`: named by its content, so that the browser may keep it.
    """

    status: int
    type: str = TYPES["html"]
    data: bytes = b""
    location: str = ""
    lasting: bool = False


@dataclass(frozen=True)
class Answers:
    """Answers from the previews of all years. `channel` tells the transport's query for a host."""

    years: Years
    say: Catalogue
    token: str
    channel: Callable[[str], Mapping[str, str]]

    def answer(self, address: str, host: str) -> Answer:
        """What an address shows to one who came by `host`. Raises what a renderer raises."""
        asked = asked_for(address, self.years.main.base)
        if asked is None:
            return Answer(400, data=self._message("serve.refused", "400"))
        if asked.redirect:
            return Answer(302, location=asked.redirect)
        if asked.own is not None:
            return self._own(asked.own, host)
        preview = self.years.of(asked.year)
        if preview is None:
            return self._missing(self.years.main, Asked(), host)
        return self._file(preview, asked, host)

    def waits_for_document(self, address: str) -> bool:
        """Whether the answer may take seconds: a document has to be made."""
        return address.endswith((".pdf", ".docx"))

    def fault(self, fault: str, host: str) -> Answer:
        """Where making the page met a fault of ours (or of the theme)."""
        sentence = self.say.get("serve.fault", fault=fault)
        page = render_plain(FILES, "message.html", say=self.say, styles=(), title="500", sentence=sentence)
        return Answer(500, data=self._page(page, self.years.main, Asked(prefix=""), host))

    def _file(self, preview: Preview, asked: Asked, host: str) -> Answer:
        name = asked.name + "index.html" if asked.name.endswith("/") or not asked.name else asked.name
        if not preview.has(name) and preview.has(f"{name}/index.html"):
            return Answer(302, location=f"{asked.prefix}{name}/")
        data = preview.file(name)
        if data is None:
            return self._missing(preview, asked, host)
        type = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        if name.endswith(".html"):
            region = preview.region_at(name)
            data = self._page(data.decode(), preview, asked, host, region)
        return Answer(200, type, data, lasting=name.startswith(ASSETS))

    def _missing(self, preview: Preview, asked: Asked, host: str) -> Answer:
        """The site's own page for what is not there; what cannot be shown because of errors says so."""
        region = preview.region_at(asked.name)
        shown = preview.file(NOT_FOUND)
        if preview.shown.demand(region) is None:
            title = self.say.get("serve.not-yet")
            page = render_plain(
                FILES,
                "message.html",
                say=self.say,
                styles=(),
                title=title,
                sentence=self.say.get("overlay.lead"),
            )
            return Answer(503, data=self._page(page, preview, asked, host, region))
        page = shown.decode() if shown else self._message("serve.refused", "404").decode()
        return Answer(404, data=self._page(page, preview, asked, host, region))

    def _own(self, name: str, host: str) -> Answer:
        address = OWN + name
        if address in OWN_FILES:
            type = TYPES[name.rpartition(".")[2]]
            return Answer(200, type, (FILES / OWN_FILES[address]).read_bytes())
        page = self._own_page(name)
        if page is None:
            return self._missing(self.years.main, Asked(), host)
        return Answer(200, data=self._page(page, self.years.main, Asked(prefix=""), host))

    def _own_page(self, name: str) -> str | None:
        main = self.years.main
        newest, reading, styles = main.shown.newest, main.shown.reading, self._styles(main)
        if name == "" or newest is None or reading is None:
            network = newest.network if newest else None
            plan = newest.plan if newest else None
            return overview(network, plan, main.base, styles, self.say) if name == "" else None
        today, built = self.years.today(), self.years.project.build
        parts = name.split("/")
        if parts[0] != "status" or parts[-1] != "":
            return None
        if len(parts) == 2:
            return network_page(reading, today, built, styles, self.say)
        if len(parts) != 4 or not parts[2].isdigit():
            return None
        year = int(parts[2])
        entry = newest.network.region(parts[1])
        published = entry is not None and entry.published == year
        drafted = None if published else self.years.of(year)
        as_published = drafted.shown.reading if drafted and drafted.shown.reading else reading
        return region_page(reading, as_published, parts[1], year, today, built, styles, self.say)

    def _styles(self, preview: Preview) -> tuple[str, ...]:
        newest = preview.shown.newest
        return tuple(f"/{path}" for path in newest.styles) if newest else ()

    def _page(self, page: str, preview: Preview, asked: Asked, host: str, region: str | None = None) -> bytes:
        """A page with the report over it and the script that follows saves."""
        concern = Concern(language_of(page), region)
        shown = preview.shown
        report = overlay(shown.problems(), shown.fault, concern, preview.project.root, self.say)
        if asked.year is not None:
            page = page.replace("<body>", f"<body>{self._draft(asked.year)}", 1)
        marks = {
            "token": self.token,
            "prefix": asked.prefix,
            "lang": self.say.lang,
            "stopped": self.say.get("serve.stopped"),
        }
        return followed(page, report, marks, self.channel(host)).encode()

    def _draft(self, year: int) -> str:
        said, link = self.say.get("serve.draft", year=year), self.say.get("serve.all")
        return (
            f'<p class="sg-draft" lang="{self.say.lang}" dir="ltr">{escape(said)} '
            f'<a href="{OWN}">{escape(link)}</a></p>'
        )

    def _message(self, key: str, title: str) -> bytes:
        return render_plain(
            FILES, "message.html", say=self.say, styles=(), title=title, sentence=self.say.get(key)
        ).encode()
