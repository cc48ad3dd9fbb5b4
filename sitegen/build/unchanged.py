"""Whether there is anything to do: the build key, and what the last build said (DESIGN section 5)."""

import json
from functools import cache
from typing import Any

from sitegen.build.options import Options, Outcome
from sitegen.problems import Place, Problem, Report, Severity
from sitegen.project import Project, package_root
from sitegen.store.keys import digest, digest_folder, scope_key, versions
from sitegen.store.publish import is_intact, read_manifest
from sitegen.structs import replace


def build_key(project: Project, options: Options) -> str:
    """SHA-256 over all that can change the output: content, theme, program, versions, what was asked."""
    asked = (options.regions, options.edition, options.base_url, options.documents)
    shipped = package_root().parent / "themes"
    return scope_key(
        {
            "asked": repr(asked),
            "content": digest_folder(project.content),
            "regions": digest_folder(project.regions),
            "themes": digest_folder(project.root / "themes"),
            "shipped themes": digest_folder(shipped),
            "program": program_digest(),
            "versions": digest(*versions()),
        }
    )


def source_digest(project: Project) -> str:
    """SHA-256 over what people write: whether a site was made from the files as they stand."""
    return digest(digest_folder(project.content), digest_folder(project.regions))


@cache
def program_digest() -> str:
    """The digest of the program's own files, catalogues and data, as they were when it was first asked."""
    return digest_folder(package_root())


def stored_outcome(options: Options, key: str) -> Outcome | None:
    """The outcome of the last build where the output is what it made from the same input; None otherwise."""
    manifest = read_manifest(options.out)
    if manifest is None or manifest.build_key != key or not options.use_cache:
        return None
    if not is_intact(options.out, manifest):
        return None
    found = decode(manifest.report, options)
    return replace(found, unchanged=True, rendered=0, reused=len(manifest.artefacts))


def encode(outcome: Outcome) -> str:
    """The outcome as text for the manifest: what does not depend on where and when it was made."""
    problems = [
        {
            "id": one.id,
            "severity": one.severity,
            "place": [one.place.path, one.place.line, one.place.column],
            "values": [list(pair) for pair in one.values],
            "rule": one.rule,
            "masked": one.masked,
        }
        for one in outcome.report.problems
    ]
    whole = {
        "problems": problems,
        "pages": outcome.pages,
        "documents": outcome.documents,
        "with_documents": outcome.with_documents,
        "with_pdf": outcome.with_pdf,
        "base_url": outcome.base_url,
        "partial": list(outcome.partial),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)


def decode(text: str, options: Options) -> Outcome:
    """The outcome written by `encode`."""
    whole: dict[str, Any] = json.loads(text)
    problems = tuple(
        Problem(
            one["id"],
            Severity(one["severity"]),
            Place(*one["place"]),
            tuple((name, value) for name, value in one["values"]),
            one["rule"],
            one["masked"],
        )
        for one in whole["problems"]
    )
    return Outcome(
        report=Report(problems),
        out=options.out,
        published=True,
        pages=whole["pages"],
        documents=whole["documents"],
        with_documents=whole["with_documents"],
        with_pdf=whole.get("with_pdf", True),
        base_url=whole["base_url"],
        partial=tuple(whole["partial"]),
        strict=options.strict,
    )
