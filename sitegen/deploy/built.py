"""A finished site as it lies in its folder: what it says of itself and the bytes of its files."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.store.keys import digest
from sitegen.store.publish import MANIFEST, Manifest, read_manifest
from sitegen.structs import Struct


class Built(Struct, frozen=True):
    """A site: its folder, its manifest, and every file but the manifest by its path in the site."""

    folder: Path
    manifest: Manifest
    files: Mapping[str, bytes]

    @property
    def altered(self) -> tuple[str, ...]:
        """Files that are not as the build wrote them, are missing, or are not its own; sorted."""
        expected = self.manifest.files
        other = {path for path, data in self.files.items() if expected.get(path) != digest(data)}
        return tuple(sorted(other | (expected.keys() - self.files.keys())))


def read_built(folder: Path) -> Built | None:
    """The site in a folder; None where no build has made one there. Raises `OSError`.

    Links are not followed: a link is an altered file, whatever it leads to.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    files = {
        path.relative_to(folder).as_posix(): b"" if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
    files.pop(MANIFEST, None)
    return Built(folder, manifest, files)
