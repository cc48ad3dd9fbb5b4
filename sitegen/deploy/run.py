"""`sitegen deploy` in its order: what stands there, may it be replaced, may the site go out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.build.options import Options
from sitegen.build.unchanged import decode
from sitegen.deploy.branch import Branch
from sitegen.deploy.built import read_built
from sitegen.deploy.git import holds_commit, source_commit
from sitegen.deploy.refusals import Gate, refusals
from sitegen.deploy.target import (
    STAMP,
    DeployError,
    Standing,
    Target,
    check_replaceable,
    known,
    remember,
    stamp,
)
from sitegen.problems import Report
from sitegen.project import Project
from sitegen.store.lock import locked
from sitegen.store.publish import MANIFEST, check_target, encode_manifest, publish, recover
from sitegen.structs import Struct, replace


class Deployed(Struct, frozen=True):
    """What came of it. With problems nothing was published; `same`: there was nothing to do."""

    report: Report
    target: str
    base_url: str = ""
    files: int = 0
    changed: int = 0
    gone: int = 0
    same: bool = False


def deploy(
    gate: Gate,
    target: Target,
    *,
    over: str = "",
    dry_run: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Deployed:
    """Check everything, then publish. Raises `DeployError`, `OSError`.

    Whether it may be replaced is asked first: who has not the others' changes need not wait for the checks.
    """
    standing = target.standing()
    check_replaceable(
        standing,
        target.name,
        known(gate.project, target.name),
        over,
        lambda commit: holds_commit(gate.project, commit),
    )
    there = dict(standing.manifest.files) if standing and standing.manifest else None
    built = read_built(gate.folder)
    found = refusals(replace(gate, standing=there), built)
    if found.errors or built is None:
        return Deployed(found, target.name)
    base_url = decode(built.manifest.report, Options(out=gate.folder)).base_url
    if isinstance(target, Branch):
        _check_address(target, standing, base_url)
    files, before = built.manifest.files, there or {}
    made = Deployed(
        found,
        target.name,
        base_url,
        files=len(files),
        changed=sum(before.get(path) != key for path, key in files.items()),
        gone=len(before.keys() - files.keys()),
        same=there is not None and before == dict(files),
    )
    if not dry_run and not made.same:
        source = source_commit(gate.project) if _uses_git(gate.project) else ""
        whole = {
            **built.files,
            MANIFEST: encode_manifest(built.manifest),
            STAMP: stamp(source, now().isoformat(timespec="seconds")),
        }
        remember(gate.project, target.name, target.put(whole, standing))
    return made


def restore(project: Project, folder: Path, target: Target) -> int:
    """Fetch what is published into a folder; gives the number of files, 0 where nothing is published.

    Raises `DeployError`, `OSError`, and `RefusedError` where the folder must not be replaced.
    """
    check_target(folder, project.root)
    standing = target.standing()
    if standing is None:
        return 0
    if standing.manifest is None:
        raise DeployError("not-ours", target=target.name, id=standing.id[:12])
    files = target.files()
    with locked(folder, lambda _: None):
        recover(folder)
        publish(folder, files, standing.manifest)
    remember(project, target.name, standing.id)
    return len(files)


def _uses_git(project: Project) -> bool:
    return any((above / ".git").exists() for above in (project.root, *project.root.parents))


def _check_address(target: Branch, standing: Standing | None, base_url: str) -> None:
    """The branch's own domain, or GitHub's address of the repository, is where the site expects to be."""
    parts = urlsplit(base_url)
    domain = target.domain(standing)
    if domain:
        if domain != parts.hostname or parts.path.strip("/"):
            raise DeployError("cname", target=target.name, domain=domain, base=base_url)
        return
    wanted = pages_address(target.url)
    if (
        wanted
        and (parts.hostname or "").endswith(".github.io")
        and base_url.rstrip("/") != wanted.rstrip("/")
    ):
        raise DeployError("pages-path", target=target.name, wanted=wanted, base=base_url)


def pages_address(url: str) -> str:
    """Where GitHub Pages shows a repository that has no domain of its own; empty for other hosts."""
    place = url.removeprefix("git@github.com:") if url.startswith("git@github.com:") else ""
    parts = urlsplit(url)
    if parts.hostname == "github.com":
        place = parts.path
    owner, _, name = place.strip("/").removesuffix(".git").partition("/")
    if not owner or not name:
        return ""
    host = f"{owner.casefold()}.github.io"
    return f"https://{host}/" if name.casefold() == host else f"https://{host}/{name}/"
