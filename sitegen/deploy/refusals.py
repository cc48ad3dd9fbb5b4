"""Why a finished site is not published: everything that is wrong with it, at once.

The one gate before the public: `sitegen deploy`, `sitegen check --built` and the workflows all go through it.
It reads the bytes that would be uploaded and trusts nothing that the build said of them.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sitegen.build.options import Options
from sitegen.build.reading import read, region_of
from sitegen.build.run import SHARED
from sitegen.build.unchanged import decode, source_digest
from sitegen.check.docx import check_docx
from sitegen.check.pdf import check_pdf
from sitegen.check.site_links import link_problems
from sitegen.check.site_pages import read_pages
from sitegen.check.site_secrets import secret_problems
from sitegen.deploy.built import Built
from sitegen.deploy.private import read_secrets
from sitegen.model.national import Move
from sitegen.model.network import Network
from sitegen.plan import plan_site
from sitegen.problems import Place, Problem, Report, error, report
from sitegen.project import Project
from sitegen.structs import Struct, replace

_YEARLY = re.compile(r"[^/]+/[^/]+/kaikukortti-[^/]*-\d{4}-[^/]*")
"""Documents with the year in their name: the only addresses that may go with it (DESIGN section 4)."""


class Gate(Struct, frozen=True):
    """What a site is held against.

    `base_url`: where it will stand, site.yaml's where None. `standing`: paths and digests of what is
    published now, None where nothing is or it is not known. `keep_going`: a region with errors may stand as
    it is published.
    """

    project: Project
    folder: Path
    base_url: str | None = None
    standing: Mapping[str, str] | None = None
    keep_going: bool = False

    @property
    def prefix(self) -> str:
        """How messages name the site's folder, with a slash."""
        return self.project.relative(self.folder) + "/"

    @property
    def place(self) -> Place:
        """The site as a whole."""
        return Place(self.project.relative(self.folder))


def refusals(gate: Gate, built: Built | None) -> Report:
    """All reasons not to publish what was read from the gate's folder. Raises `OSError`."""
    if built is None:
        return report((error("site-none", gate.place),))
    reading = read(gate.project)
    left = frozenset(built.manifest.partial) if gate.keep_going else frozenset[str]()
    found = [*_state(gate, built, left), *_content_errors(reading.problems, left)]
    if reading.network is None:
        return report(found)
    outcome = decode(built.manifest.report, Options(out=gate.folder))
    wanted = gate.base_url or reading.network.site.base_url
    if outcome.base_url != wanted:
        found.append(error("site-other-base", gate.place, built=outcome.base_url, wanted=wanted))
    if not outcome.with_documents:
        found.append(error("site-no-documents", gate.place, rule="C11"))
    site = replace(reading.network, site=replace(reading.network.site, base_url=wanted))
    found += _missing(gate, built, site, left, documents=outcome.with_documents)
    found += _vanished(gate, built, site.moved)
    found += _documents(gate, built)
    secrets, problems = read_secrets(gate.project, site.site)
    found += [*problems, *secret_problems(built.files, secrets, gate.prefix)]
    found += link_problems(built.files, read_pages(built.files), outcome.base_url, gate.prefix)
    return report(found)


def unlinked(gate: Gate, built: Built | None) -> Report:
    """What leads nowhere in a finished site, and nothing else."""
    if built is None:
        return report((error("site-none", gate.place),))
    base_url = gate.base_url or decode(built.manifest.report, Options(out=gate.folder)).base_url
    return report(link_problems(built.files, read_pages(built.files), base_url, gate.prefix))


def _state(gate: Gate, built: Built, left: frozenset[str]) -> Iterator[Problem]:
    """The folder holds what a build of today's files wrote: all of it, nothing else."""
    altered = built.altered
    if altered:
        yield error("site-changed", Place(gate.prefix + altered[0]), count=len(altered))
    if built.manifest.sources != source_digest(gate.project):
        yield error("site-stale", gate.place)
    partial = tuple(sorted(set(built.manifest.partial) - left))
    if partial:
        yield error("site-partial", gate.place, regions=", ".join(partial))
    for region in sorted(left):
        if not _stands(region, built, gate.standing):
            yield error("site-left-other", gate.place, region=region)


def _stands(region: str, built: Built, standing: Mapping[str, str] | None) -> bool:
    """Whether a region that was left behind is byte for byte what is published."""
    ours = {path: key for path, key in built.manifest.files.items() if path.startswith(f"{region}/")}
    theirs = {path: key for path, key in (standing or {}).items() if path.startswith(f"{region}/")}
    return ours == theirs


def _content_errors(problems: tuple[Problem, ...], left: frozenset[str]) -> Iterator[Problem]:
    """Errors in the files: each file is told once, `sitegen check` tells the rest."""
    errors = [one for one in report(problems).errors if region_of(one) not in left]
    for path, count in Counter(one.place.path for one in errors).items():
        first = next(one.place for one in errors if one.place.path == path)
        yield error("site-errors", first, count=count, masked=True)


def _missing(
    gate: Gate, built: Built, network: Network, left: frozenset[str], *, documents: bool
) -> Iterator[Problem]:
    """Everything that the plan promises is there (C11 for documents)."""
    for one in plan_site(network).artefacts:
        is_document = one.kind in ("document", "copy")
        if one.path in built.files or one.region in left or (is_document and not documents):
            continue
        id, rule = ("site-document-missing", "C11") if is_document else ("site-page-missing", "")
        yield error(id, Place(gate.prefix + one.path), rule=rule)


def _vanished(gate: Gate, built: Built, moved: tuple[Move, ...]) -> Iterator[Problem]:
    """No published address goes without a line in content/moved.yaml; a region that goes is told once."""
    sources = tuple(move.from_ for move in moved)
    gone = [
        path
        for path in gate.standing or ()
        if path not in built.files
        and not path.startswith(SHARED)
        and not _YEARLY.fullmatch(path)
        and not _covered(path, sources)
    ]
    kept = {path.partition("/")[0] for path in built.files}
    told = Counter(path if path.partition("/")[0] in kept else path.partition("/")[0] + "/" for path in gone)
    for path, count in told.items():
        yield error("site-vanished", gate.place, address="/" + path.removesuffix("index.html"), count=count)


def _covered(path: str, sources: tuple[str, ...]) -> bool:
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in sources)


def _documents(gate: Gate, built: Built) -> Iterator[Problem]:
    """Every document by the checks that a newly rendered one must pass; equal ones are read once."""
    checks: dict[str, Callable[[bytes, Place], tuple[Problem, ...]]] = {
        "pdf": check_pdf,
        "docx": check_docx,
    }
    seen: set[bytes] = set()
    for path, data in built.files.items():
        check = checks.get(path.rpartition(".")[2])
        key = hashlib.sha256(data).digest()
        if check is not None and key not in seen:
            seen.add(key)
            yield from check(data, Place(gate.prefix + path))
