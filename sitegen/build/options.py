"""What a build is asked for, and what came of it."""

from pathlib import Path

from sitegen.problems import Report
from sitegen.structs import Struct

PDF_WORKER = "sitegen.render.pdf"
PDF_CHECK = "sitegen.check.pdf"


class Options(Struct, frozen=True):
    """`regions` empty: all. `edition`: the year instead of the site's. `jobs` None: as many as processors.

    `strict`: warnings and notes stop too. `keep_going`: a region with errors is left as it was published.
    `use_cache` False renders everything anew and keeps nothing.
    """

    out: Path
    regions: tuple[str, ...] = ()
    edition: int | None = None
    base_url: str | None = None
    jobs: int | None = None
    documents: bool = True
    keep_going: bool = False
    strict: bool = False
    use_cache: bool = True

    @property
    def preload(self) -> tuple[str, ...]:
        """The modules that a worker process for documents loads before its first job."""
        return (PDF_WORKER, PDF_CHECK) if self.documents else ()


class Outcome(Struct, frozen=True):
    """What came of a build.

    `rendered` and `reused` count artefacts made anew and taken from the cache. `left`: regions with errors
    that stand as an earlier build made them; `partial`: all regions that do, also those not asked for.
    `with_pdf`: False where this computer cannot make any.
    """

    report: Report
    out: Path
    published: bool
    seconds: float = 0.0
    pages: int = 0
    documents: int = 0
    rendered: int = 0
    reused: int = 0
    with_documents: bool = True
    with_pdf: bool = True
    unchanged: bool = False
    left: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    strict: bool = False
    base_url: str = "/"

    @property
    def exit_code(self) -> int:
        """0 done, 1 where problems stopped it or a region was left behind (BAR R15)."""
        return int(not self.published or bool(self.left) or bool(self.report.exit_code(strict=self.strict)))
