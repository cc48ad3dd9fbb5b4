"""`build --print`: the files for the print house, beside the site and never on it (DESIGN section 4)."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sitegen.build.documents import NO_ASSETS, NO_SIZES, composed, pdf_maker
from sitegen.build.links import PageLinks
from sitegen.build.making import Made, Maker, Wanted, make
from sitegen.build.options import Options
from sitegen.build.posters import posters
from sitegen.build.quote import PressFile, quote
from sitegen.build.reading import read, region_of
from sitegen.build.unchanged import program_digest
from sitegen.compose.texts import Texts
from sitegen.model.network import Edition, Network
from sitegen.plan import brochures, document_name, plan_site, poster_name
from sitegen.problems import report
from sitegen.progress import Tell
from sitegen.project import Project
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import PrintTheme, pdf_job, read_print_theme
from sitegen.render.print_poster import Size, poster_job
from sitegen.store.cache import Cache
from sitegen.store.keys import digest, versions
from sitegen.store.lock import locked
from sitegen.store.processors import default_jobs
from sitegen.store.publish import Manifest, check_target, publish, read_manifest, recover
from sitegen.structs import Struct, replace

USE = "print"
SIZES: dict[str, Size] = {"poster": "a4", "poster-a3": "a3"}
WORKER = "sitegen.render.pdf_press"


class _Sheet(Struct, frozen=True):
    """A file to be printed and its job."""

    path: str
    kind: str
    lang: str
    job: PdfJob
    municipality: str | None = None


def build_print(project: Project, options: Options, out: Path, tell: Tell) -> int:
    """Write the print house's files of the regions asked for to a folder; how many PDFs there are.

    For a site that was built: problems are told by `build`, regions with errors are left out. 0 where this
    computer cannot make PDFs. Raises `RefusedError` where the folder must not be replaced, `OSError` where
    the disk cannot be written.
    """
    check_target(out, project.root)
    reading = read(project, options.edition, options.base_url)
    maker = _maker(project, reading.network) if reading.network else None
    if reading.network is None or maker is None:
        return 0
    failing = {region_of(one) for one in report(reading.problems).errors}
    wanted = [
        one
        for one in reading.network.published
        if (not options.regions or one.region_id in options.regions) and one.region_id not in failing
    ]
    theme = read_print_theme(project.theme(reading.network.site.theme))
    sheets = {one.region_id: tuple(_sheets(reading.network, reading.texts, one, theme)) for one in wanted}
    made = Made()
    ordered = sorted((one for some in sheets.values() for one in some), key=lambda one: -len(one.job.html))
    jobs = (Wanted(one.path, USE, one.job) for one in ordered)
    with locked(out, lambda _pid: None):
        recover(out)
        cache = Cache(project.cache if options.use_cache else None)
        make(jobs, maker, cache, made, options.jobs or default_jobs(), tell, "documents", len(ordered))
        quotes = dict(_quote(edition, sheets[edition.region_id], made) for edition in wanted)
        files = {**_kept(out, options.regions), **made.files, **quotes}
        publish(out, files, Manifest("", {name: digest(data) for name, data in files.items()}, {}, ""))
    return len(made.files)


def _maker(project: Project, network: Network) -> Maker | None:
    theme = project.theme(network.site.theme)
    maker = pdf_maker(theme, digest(program_digest(), *versions()), (WORKER,))
    if maker is None:
        return None
    from sitegen.render.pdf_press import render_press

    return replace(maker, render=partial(render_press, fonts_folder=theme / "fonts"), measure=None)


def _sheets(network: Network, texts: Texts, edition: Edition, theme: PrintTheme) -> Iterator[_Sheet]:
    """Every brochure and poster of an edition, in every language."""
    from sitegen.render.pdf_press import press_job

    region, year, plan = edition.region_id, edition.year, plan_site(network)
    for lang in network.site.languages:
        links = PageLinks(plan, "", network.site.base_url, region, NO_SIZES, NO_ASSETS, whole=True)
        for one in brochures(edition, network.register):
            if "pdf" in one.types and not one.large:  # large print is for the office
                tree = composed(network, texts, edition, lang, links, one)
                name = document_name(one, region, year, lang, "pdf", USE)
                job = press_job(pdf_job(tree, theme))
                yield _Sheet(f"{region}/{name}", "brochure", lang, job, one.municipality)
    for poster in posters(network, texts, plan, edition):
        lang = poster.document.lang
        for slug, size in SIZES.items():
            name = poster_name(slug, region, year, lang, "pdf", USE)
            job = press_job(poster_job(poster.document, theme, size))
            yield _Sheet(f"{region}/{name}", "poster", lang, job)


def _quote(edition: Edition, sheets: tuple[_Sheet, ...], made: Made) -> tuple[str, bytes]:
    files = (
        PressFile(Path(one.path).name, one.kind, one.lang, made.files[one.path], one.municipality)
        for one in sheets
        if one.path in made.files
    )
    path = f"{edition.region_id}/kaikukortti-{edition.region_id}-{edition.year}-quote.txt"
    return path, quote(edition, files).encode()


def _kept(out: Path, regions: tuple[str, ...]) -> dict[str, bytes]:
    """The files of the regions that were not asked for stay."""
    manifest = read_manifest(out)
    if manifest is None or not regions:
        return {}
    names = [name for name in manifest.files if name.partition("/")[0] not in regions]
    return {name: (out / name).read_bytes() for name in names}
