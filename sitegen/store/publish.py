"""Publishing a built tree: beside, then exchanged with what stood there, or not at all (BAR R01, R14).

A site that was published stays whole until the next one is: a killed, failed or full-disk build leaves it as
it is. Only a folder with our manifest in it (or an empty one) is ever replaced.
"""

import ctypes
import errno
import json
import os
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sitegen.store.cache import write_atomic
from sitegen.store.keys import digest
from sitegen.structs import Struct

MANIFEST = ".sitegen.json"
_STAGING = ".sitegen-tmp-"
_OLD = ".sitegen-old-"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


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
    for left in sorted(out.parent.glob(f"{_OLD}{out.name}-*")):
        if out.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(out)
    for left in out.parent.glob(f"{_STAGING}{out.name}-*"):
        shutil.rmtree(left, ignore_errors=True)


def publish(out: Path, files: Mapping[str, bytes], manifest: Manifest) -> None:
    """Write all files and the manifest beside `out`, then put the new tree in its place. Raises `OSError`.

    When anything fails before the exchange, what was written is removed and `out` is as before.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    staging = out.parent / f"{_STAGING}{out.name}-{os.getpid()}"
    try:
        staging.mkdir(mode=0o700)
        _write_tree(staging, files)
        write_atomic(staging / MANIFEST, encode_manifest(manifest))
        staging.chmod(0o755)
        _put_in_place(staging, out)
    finally:
        with _undisturbed():
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until what was begun is cleaned away (BAR R16)."""
    if not hasattr(signal, "pthread_sigmask"):  # pragma: no cover (other operating system)
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    made: set[Path] = set()
    for name in sorted(files):
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(files[name])


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


def _put_in_place(staging: Path, out: Path) -> None:
    """Exchange the two folders in one step where the system can; else two renames, mended by `recover`."""
    if not out.exists():
        staging.rename(out)
        return
    if _exchange(staging, out):
        return
    old = out.parent / f"{_OLD}{out.name}-{os.getpid()}"
    out.rename(old)
    staging.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """`renameat2(RENAME_EXCHANGE)`: False where kernel or file system lacks it. Raises `OSError`."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))
