"""A site whose files are made when they are asked for, of one reading of the content: what the preview shows.

The same makers, the same cache and the same bytes as a build's; nothing is made that nobody asked for. A page
is there at once, with the sizes of its documents where they are known; those it links to are named in
`waiting`, and once they are made the page is another.
"""

import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.build.assets import published_assets
from sitegen.build.data import national_files, region_files
from sitegen.build.documents import docx_maker, docx_wanted, pdf_maker, pdf_wanted, written_in
from sitegen.build.making import Call, Made, Maker, Wanted, make
from sitegen.build.pages import Site, page_maker, page_wanted
from sitegen.build.posters import (
    booklet_maker,
    booklets_wanted,
    poster_docx_wanted,
    poster_in,
    poster_pdf_wanted,
)
from sitegen.build.sizes import heavy_documents, long_brochures
from sitegen.compose.texts import Texts
from sitegen.model.network import Edition, Network
from sitegen.plan import BOOKLET, POSTERS, Artefact, Plan, brochures, plan_site
from sitegen.problems import Problem
from sitegen.progress import silent
from sitegen.render.print_html import PrintTheme, read_print_theme
from sitegen.store.cache import Cache
from sitegen.store.keys import digest, digest_folder
from sitegen.structs import Struct, replace

POSTER_SLUGS = tuple(slug for slug, _ in POSTERS)


class Tools(Struct, frozen=True):
    """What files are made with: the theme's folder, the program's digest, where bytes are kept, by whom."""

    theme: Path
    program: str
    cache: Cache
    call: Call


class Sizes(Mapping[str, int]):
    """Sizes of documents as one page asks for them, noting for which it asked; 0 where not known yet."""

    def __init__(self, known: Mapping[str, int], possible: frozenset[str]) -> None:
        self._known, self._possible = known, possible
        self.asked: set[str] = set()

    def __getitem__(self, path: str) -> int:
        if path not in self._possible:
            raise KeyError(path)
        self.asked.add(path)
        return self._known.get(path, 0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._possible)

    def __len__(self) -> int:
        return len(self._possible)


class Demand:
    """The site of one reading. Safe to be asked by many threads at a time.

    `sizes`: what documents of an earlier reading took, shown until they are made again.
    """

    def __init__(self, network: Network, texts: Texts, tools: Tools, sizes: Mapping[str, int]) -> None:
        self.network, self.texts = network, texts
        self.plan: Plan = plan_site(network)
        self._tools = tools
        self._editions = {one.region_id: one for one in network.published}
        self._assets = published_assets(tools.theme, network.published, texts)
        self._print_theme: PrintTheme = read_print_theme(tools.theme)
        self._page_maker = page_maker(tools.theme, digest(tools.program, digest_folder(tools.theme)))
        self._makers: dict[str, Maker] = {}
        self._found = {one.path: one for one in self.plan.artefacts}
        self._documents = frozenset(one.path for one in self._found.values() if one.kind == "document")
        self._site = Site(network, texts, self.plan, network.site.base_url, {}, self._assets)
        self._made = Made()
        self._sizes = dict(sizes)
        self._asked: dict[str, frozenset[str]] = {}
        self._waiting: dict[str, None] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    @property
    def paths(self) -> frozenset[str]:
        """All files of the site."""
        return frozenset((*self._found, *self._assets.files))

    @property
    def styles(self) -> tuple[str, ...]:
        """The paths of the style sheets of national pages."""
        return tuple(self._assets.path(None, name) for name in ("kaiku.css", "accent.css"))

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of the documents as far as known."""
        return dict(self._sizes)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Documents that pages shown link to and that are not made yet, in the order of asking."""
        return tuple(self._waiting)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in the documents made so far, as a build tells it."""
        made = Made(
            dict(self._made.files),
            dict(self._made.keys),
            dict(self._made.measures),
            problems=self._made.problems,
        )
        editions = self._editions.values()
        return (*heavy_documents(made, editions), *long_brochures(made, editions))

    def file(self, path: str) -> bytes | None:
        """The bytes of a file of the site; None where it has no such file. Raises what a renderer raises."""
        kept = self._made.files.get(path) or self._assets.files.get(path)
        if kept is not None:
            return kept
        found = self._found.get(path)
        if found is None:
            return None
        if found.kind == "copy":
            return self.file(found.of)
        with self._locks[path]:
            return self._made.files.get(path) or self._make(found)

    def _make(self, found: Artefact) -> bytes | None:
        edition = self._editions.get(found.region or "")
        if found.kind == "page":
            return self._make_page(found, edition)
        if found.kind == "document" and edition is not None:
            return self._make_document(found, edition)
        files = (
            region_files(self.plan, self.network, edition)
            if edition
            else national_files(self.plan, self.network)
        )
        self._made.add(found.path, next(data for path, data in files if path == found.path))
        return self._made.files[found.path]

    def _make_page(self, found: Artefact, edition: Edition | None) -> bytes:
        known: Mapping[str, int] = {}
        asked: set[str] = set()
        data: bytes | None = None
        # A document may be made meanwhile, in another thread: then the page is another already, or let go.
        while data is None or any(self._sizes.get(one) != known.get(one) for one in asked):
            known = dict(self._sizes)
            sizes = Sizes(known, self._documents)
            wanted = page_wanted(replace(self._site, sizes=sizes), found, edition)
            asked = sizes.asked
            self._asked[found.path] = frozenset(asked)
            make((wanted,), self._page_maker, self._tools.cache, self._made, 1, silent, "")
            data = self._made.files.get(found.path)
        self._waiting.update(dict.fromkeys(one for one in sorted(asked) if one not in self._made.files))
        return data

    def _make_document(self, found: Artefact, edition: Edition) -> bytes | None:
        data: bytes | None = None
        try:
            maker = self._maker(found)
            if maker is None:
                self._documents -= {found.path}
            else:
                wanted = self._document(found, edition)
                tools = self._tools
                make((wanted,), maker, tools.cache, self._made, 1, silent, "", call=tools.call)
                data = self._made.files[found.path]
        finally:
            self._waiting.pop(found.path, None)
            self._resize(found.path, len(data or b""))
        return data

    def _resize(self, document: str, size: int) -> None:
        """Pages with another size of a document (or without it: 0) are made anew when asked for again."""
        if size and self._sizes.get(document) == size:
            return
        self._sizes[document] = size
        for page, asked in tuple(self._asked.items()):
            if document in asked:
                self._made.files.pop(page, None)

    def _document(self, found: Artefact, edition: Edition) -> Wanted:
        """A document's job."""
        slug, _, type = found.slug.rpartition(".")
        lang = found.lang or self.network.site.languages[0]
        wanted: Iterator[Wanted]
        if slug == BOOKLET:
            self.file(self.plan.document(edition.region_id, lang, "brochure", "pdf") or "")
            wanted = booklets_wanted(self.plan, (edition,), self._made)
        elif slug in POSTER_SLUGS:
            poster = (poster_in(self.network, self.texts, self.plan, edition, lang),)
            pdf = type == "pdf"
            wanted = poster_pdf_wanted(poster, self._print_theme) if pdf else poster_docx_wanted(poster)
        else:
            brochure = next(one for one in brochures(edition, self.network.register) if one.slug == slug)
            written = (written_in(self.network, self.texts, self.plan, edition, brochure, lang),)
            wanted = pdf_wanted(written, self._print_theme) if type == "pdf" else docx_wanted(written)
        return next(one for one in wanted if one.path == found.path)

    def _maker(self, found: Artefact) -> Maker | None:
        """Loaded with the first document of its kind; none for PDFs where this computer lacks Pango."""
        slug, _, type = found.slug.rpartition(".")
        kind = BOOKLET if slug == BOOKLET else type
        if kind not in self._makers:
            program = self._tools.program
            pdf = pdf_maker(self._tools.theme, program, ()) if type == "pdf" else None
            if type == "pdf" and pdf is None:
                return None
            booklet = booklet_maker(program, ()) if kind == BOOKLET else None
            self._makers[kind] = booklet or pdf or docx_maker(program, ())
        return self._makers[kind]
