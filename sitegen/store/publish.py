"""Publishing a built tree: beside, then exchanged with what stood there, or not at all (BAR R01, R14).

A site that was published stays whole until the next one is: a killed, failed or full-disk build leaves it as
it is. Only a folder with our manifest in it (or an empty one) is ever replaced.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.store.cache import write_atomic
from sitegen.store.keys import digest
from sitegen.store.staging import OLD, STAGING, Staging, put_in_place, staged
from sitegen.structs import Struct

MANIFEST = ".sitegen.json"


class RefusedError(Exception):
    """The folder must not be written: the message's key is in `reason`."""

    def __init__(self, reason: str, folder: Path) -> None:
        super().__init__(reason, str(folder))
        self.reason = reason
        self.folder = folder


class Manifest(Struct, frozen=True):
    """What a published tree holds: files with their digests, artefacts with their keys, and how it was made.

    `report` is what the build said, to be said again when nothing has changed. `partial` names the regions
    that were left as an earlier build made them; a tree with any is not whole. `sources`: the digest of the
    files it was made from.
    """

    build_key: str
    files: Mapping[str, str]
    artefacts: Mapping[str, str]
    report: str
    partial: tuple[str, ...] = ()
    sources: str = ""


def read_manifest(out: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none that can be read."""
    try:
        return decode_manifest((out / MANIFEST).read_bytes())
    except OSError:
        return None


def decode_manifest(data: bytes) -> Manifest | None:
    """The manifest in the bytes of its file; None where they are none."""
    try:
        raw = json.loads(data)
        return Manifest(
            build_key=raw["build_key"],
            files=dict(raw["files"]),
            artefacts=dict(raw["artefacts"]),
            report=raw["report"],
            partial=tuple(raw["partial"]),
            sources=str(raw.get("sources", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_intact(out: Path, manifest: Manifest) -> bool:
    """Whether a folder holds exactly the files of its manifest, byte for byte."""
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir()}
    if found != {*manifest.files, MANIFEST}:
        return False
    try:
        return all(digest((out / name).read_bytes()) == expected for name, expected in manifest.files.items())
    except OSError:
        return False


def check_target(out: Path, root: Path) -> None:
    """Raise `RefusedError` where a folder must not be replaced: sources, home, roots, others' folders."""
    resolved = out.resolve()
    if resolved == Path(resolved.anchor) or resolved == Path.home().resolve():
        raise RefusedError("out-is-root", out)
    if resolved == root or root.is_relative_to(resolved) or (resolved / ".git").exists():
        raise RefusedError("out-holds-project", out)
    if any(
        resolved.is_relative_to(root / name) for name in ("content", "regions", "themes", "sitegen", "tests")
    ):
        raise RefusedError("out-in-sources", out)
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise RefusedError("out-not-a-folder", out)
    if out.is_dir() and any(out.iterdir()) and read_manifest(out) is None:
        raise RefusedError("out-not-ours", out)


def recover(out: Path) -> None:
    """Clean up after a build that was killed: put an old tree back where none stands, drop half-made ones.

    To be called under the output's lock, so that nobody else's work is touched.
    """
    for left in sorted(out.parent.glob(f"{OLD}{out.name}-*")):
        if out.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(out)
    for left in out.parent.glob(f"{STAGING}{out.name}-*"):
        shutil.rmtree(left, ignore_errors=True)


def publish(out: Path, files: Mapping[str, bytes], manifest: Manifest) -> None:
    """Write all files and the manifest beside `out`, then put the new tree in its place. Raises `OSError`.

    When anything fails before the exchange, what was written is removed and `out` is as before.
    """
    with staged(out) as tree:
        tree.update(sorted(files.items()))
        publish_tree(tree, out, manifest)


def publish_tree(tree: Staging, out: Path, manifest: Manifest) -> None:
    """Put a tree with its manifest in the place of `out`. Raises `OSError`, with `out` as before."""
    write_atomic(tree.folder / MANIFEST, encode_manifest(manifest))
    put_in_place(tree, out)


def encode_manifest(manifest: Manifest) -> bytes:
    """The bytes of the manifest's file; `decode_manifest` reads them."""
    raw = {
        "build_key": manifest.build_key,
        "files": dict(sorted(manifest.files.items())),
        "artefacts": dict(sorted(manifest.artefacts.items())),
        "report": manifest.report,
        "partial": list(manifest.partial),
        "sources": manifest.sources,
    }
    return json.dumps(raw, ensure_ascii=False, indent=0).encode()
