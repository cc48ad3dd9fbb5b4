"""A build that has something to do: read, plan, documents, pages, check, publish."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from sitegen.build.assets import published_assets
from sitegen.build.begin import Begun
from sitegen.build.documents import (
    Written,
    docx_maker,
    docx_wanted,
    pdf_maker,
    pdf_wanted,
    written,
)
from sitegen.build.making import Made, Maker, Wanted, make
from sitegen.build.options import Options, Outcome
from sitegen.build.pages import Site
from sitegen.build.parallel import make_pages
from sitegen.build.posters import (
    Poster,
    booklet_maker,
    booklets_wanted,
    poster_docx_wanted,
    poster_pdf_wanted,
    posters,
)
from sitegen.build.reading import Reading, finish, region_of
from sitegen.build.scope import region_scope, remember, restore, shared_parts
from sitegen.build.sizes import heavy_documents, long_brochures
from sitegen.build.theme_faults import noted
from sitegen.build.unchanged import encode, program_digest, source_digest
from sitegen.compose.texts import Texts
from sitegen.languages import formats, hyphens
from sitegen.model.network import Edition, Network
from sitegen.plan import Plan, plan_site
from sitegen.problems import Place, Problem, Report, error, report
from sitegen.progress import Tell
from sitegen.project import Project
from sitegen.render.html import read_templates
from sitegen.render.print_html import read_print_theme
from sitegen.store.cache import Cache
from sitegen.store.keys import digest, digest_folder, versions
from sitegen.store.processors import default_jobs
from sitegen.store.publish import Manifest, publish_tree, read_manifest
from sitegen.store.published import Published, published
from sitegen.store.staging import Staging, staged
from sitegen.store.workers import give_back
from sitegen.structs import Struct, replace

SHARED = "assets/"


class Prepared(Struct, frozen=True):
    """What a build needs besides its regions: the theme's folder, and digests of what the keys cover.

    `look`: of the theme, `program`: of the program and all that it uses, `sources`: of what people write.
    """

    theme: Path
    look: str
    program: str
    sources: str

    @property
    def key(self) -> str:
        """The digest that templates and pages are known by."""
        return digest(self.program, self.look)


class Job(Struct, frozen=True):
    """A build under way: what was read, what is to be made of it and what is kept of an earlier one."""

    project: Project
    options: Options
    network: Network
    texts: Texts
    plan: Plan
    prepared: Prepared
    cache: Cache
    published: Published
    editions: tuple[Edition, ...]
    tell: Tell

    @property
    def workers(self) -> int:
        """How many documents are made at a time."""
        return self.options.jobs or default_jobs()


def run(project: Project, options: Options, key: str, beginning: Begun, tell: Tell) -> Outcome:
    """Make and publish the site, or say why not; what was published before then stays as it is."""
    site = beginning.nation.national.site
    prepared = _prepare(project, site.theme) if site else None  # while regions are read
    broken: list[Problem] = []
    if site and prepared and not options.documents:
        with noted(broken, project, prepared.theme):
            _read_rules(prepared, site.languages)
    reading = _asked(finish(beginning, options.base_url), options.regions)
    left, refusals = _left_behind(reading, options)
    found = report((*reading.problems, *refusals, *broken))
    if reading.network is None or prepared is None or (found.errors and not left) or refusals or broken:
        return _stopped(found, options)
    if options.strict and found.problems and not options.keep_going:
        return _stopped(found, options)
    job = _job(project, options, reading, reading.network, prepared, left, tell)
    with staged(options.out) as tree:
        made = Made(tree)
        with noted(broken, project, prepared.theme):
            _fill(job, tree, made)
        if broken:
            return _stopped(report((*found.problems, *broken)), options)
        problems = heavy_documents(made, job.editions)
        found = report((*found.problems, *problems, *long_brochures(made, job.editions)))
        if report(problems).errors:
            return _stopped(found, options)
        return _published(job, tree, made, found, left, key)


def _prepare(project: Project, name: str) -> Prepared:
    """Digest what the keys cover."""
    theme = project.theme(name)
    return Prepared(
        theme, digest_folder(theme), digest(program_digest(), *versions()), source_digest(project)
    )


def _read_rules(prepared: Prepared, languages: tuple[str, ...]) -> None:
    """Read what pages are written by before there are copies of this process: each has it then.

    While regions are read, where pages come next; documents would only have to carry it along.
    """
    read_templates(prepared.theme, prepared.key)
    for lang in languages:
        hyphens.read_rules(lang)
        formats.read_rules(lang)


def _asked(reading: Reading, regions: tuple[str, ...]) -> Reading:
    """Only what concerns the regions asked for: a mistake elsewhere does not stop them."""
    if not regions:
        return reading
    problems = tuple(one for one in reading.problems if region_of(one) in (None, *regions))
    return replace(reading, problems=problems)


def _job(
    project: Project,
    options: Options,
    reading: Reading,
    network: Network,
    prepared: Prepared,
    left: frozenset[str],
    tell: Tell,
) -> Job:
    wanted = options.regions or tuple(entry.id for entry in network.regions)
    return Job(
        project=project,
        options=options,
        network=network,
        texts=reading.texts,
        plan=plan_site(network),
        prepared=prepared,
        cache=Cache(project.cache if options.use_cache else None),
        published=published(options.out) if options.use_cache else Published(options.out, {}, {}),
        editions=tuple(
            one for one in network.published if one.region_id in wanted and one.region_id not in left
        ),
        tell=tell,
    )


def _left_behind(reading: Reading, options: Options) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Regions left as they were published because of errors, and what forbids that.

    Errors that belong to no region stop everything, as do regions that were never published.
    """
    failing = {region_of(one) for one in report(reading.problems).errors}
    if not options.keep_going or None in failing:
        return frozenset(), ()
    left = frozenset(region for region in failing if region is not None)
    manifest = read_manifest(options.out)
    published = {name.partition("/")[0] for name in (manifest.files if manifest else {})}
    refusals = tuple(
        error("region-never-published", Place(f"regions/{region}"), region=region)
        for region in sorted(left - published)
    )
    return left, refusals


def _stopped(found: Report, options: Options) -> Outcome:
    return Outcome(
        found, options.out, published=False, with_documents=options.documents, strict=options.strict
    )


def _fill(job: Job, tree: Staging, made: Made) -> None:
    """Make everything on the site, in `tree`: regions in which nothing changed as kept, the others anew."""
    shared = shared_parts(
        job.project, job.options, job.plan, {"theme": job.prepared.look, "program": job.prepared.program}
    )
    scopes = {one.region_id: region_scope(job.project, one.region_id, shared) for one in job.editions}
    fresh = tuple(
        one for one in job.editions if not restore(scopes[one.region_id], job.cache, job.published, made)
    )
    if job.options.documents:
        _documents(job, fresh, made)
    _pages(job, fresh, tree, made)
    for edition in fresh:
        if not made.problems:
            paths = {one.path for one in job.plan.of_region(edition.region_id)}
            remember(scopes[edition.region_id], paths, job.cache, made)


def _documents(job: Job, editions: tuple[Edition, ...], made: Made) -> None:
    """The documents of these editions, those of the largest first: they take longest."""
    ordered = sorted(editions, key=lambda one: (-len(one.partners), one.region_id))
    total = sum(
        one.kind == "document" for edition in editions for one in job.plan.of_region(edition.region_id)
    )
    prepared = job.prepared
    theme = read_print_theme(prepared.theme)
    give_back()  # what reading took: from here on the workers need it

    def brochures() -> Iterator[Written]:
        return (one for edition in ordered for one in written(job.network, job.texts, job.plan, edition))

    def shown() -> Iterator[Poster]:
        return (one for edition in ordered for one in posters(job.network, job.texts, job.plan, edition))

    def tell(step: str, _done: int, _total: int) -> None:
        job.tell(step, len(made.files), total)

    def make_all(wanted: Iterable[Wanted], maker: Maker) -> None:
        make(wanted, maker, job.cache, made, job.workers, tell, "documents")

    pdf = pdf_maker(prepared.theme, prepared.program, job.options.preload)
    if pdf is not None:
        make_all(chain(pdf_wanted(brochures(), theme), poster_pdf_wanted(shown(), theme)), pdf)
        make_all(
            booklets_wanted(job.plan, ordered, made), booklet_maker(prepared.program, job.options.preload)
        )
    words = chain(docx_wanted(brochures()), poster_docx_wanted(shown()))
    make_all(words, docx_maker(prepared.program, job.options.preload))


def _pages(job: Job, editions: tuple[Edition, ...], tree: Staging, made: Made) -> None:
    """The pages of these editions, and every other file of the site."""
    sizes = {path: tree.size(path) for path in tree}
    theme = job.prepared.theme
    assets = published_assets(theme, job.network.published, job.texts)
    site = Site(job.network, job.texts, job.plan, job.network.site.base_url, sizes, assets)
    if job.options.documents:
        _read_rules(job.prepared, job.network.site.languages)
    others = tuple(one for one in job.editions if one not in editions)
    make_pages(site, editions, others, theme, job.prepared.key, job.published, made, job.workers, job.tell)
    for artefact in job.plan.artefacts:
        if artefact.kind == "copy" and artefact.of in tree:
            made.add(artefact.path, tree[artefact.of])


def _published(job: Job, tree: Staging, made: Made, found: Report, left: frozenset[str], key: str) -> Outcome:
    job.tell("publish", 0, 0)
    here = {edition.region_id for edition in job.editions}
    partial = tuple(sorted({one.region_id for one in job.network.published} - here | left))
    for path in _kept(job, partial) if partial else ():
        if path not in tree:
            tree[path] = (job.options.out / path).read_bytes()
    outcome = Outcome(
        report=found,
        out=job.options.out,
        published=True,
        pages=sum(name.endswith(".html") for name in tree),
        documents=sum(one.path in tree for one in job.plan.artefacts if one.kind == "document"),
        rendered=made.rendered,
        reused=made.reused,
        with_documents=job.options.documents,
        with_pdf=not job.options.documents or not tree or any(name.endswith(".pdf") for name in tree),
        left=tuple(sorted(left)),
        partial=partial,
        strict=job.options.strict,
        base_url=job.network.site.base_url,
    )
    manifest = Manifest(
        build_key="" if left else key,
        files=dict(tree.digests),
        artefacts=made.keys,
        report=encode(replace(outcome)),
        partial=partial,
        sources=job.prepared.sources,
    )
    publish_tree(tree, job.options.out, manifest)
    return outcome


def _kept(job: Job, regions: Iterable[str]) -> list[str]:
    """The files of regions that an earlier build left, with the assets their pages use."""
    manifest = read_manifest(job.options.out)
    prefixes = (SHARED, *(f"{region}/" for region in regions))
    aliases = {one.path for region in regions for one in job.plan.of_region(region)}
    names = [name for name in (manifest.files if manifest else ()) if name.startswith(prefixes)]
    return names + [name for name in (manifest.files if manifest else ()) if name in aliases]
