"""Artefacts of a site that was published, found by their keys: pages are there and are kept nowhere else.

Making pages anew costs less than keeping each twice; a document takes a second and is kept (`store.cache`).
"""

from collections.abc import Mapping
from pathlib import Path

from sitegen.store.keys import digest
from sitegen.store.publish import read_manifest
from sitegen.structs import Struct


class Published(Struct, frozen=True):
    """The artefacts of a folder by key: their paths, and what their bytes must be."""

    folder: Path
    paths: Mapping[str, str]
    digests: Mapping[str, str]

    def get(self, key: str) -> bytes | None:
        """The bytes of the artefact with this key; None where there is none or it is no longer whole."""
        path = self.paths.get(key)
        if path is None:
            return None
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            return None
        return data if digest(data) == self.digests.get(path) else None

    def put(self, key: str, data: bytes) -> None:
        """Nothing: what is made is published next."""


def published(out: Path) -> Published:
    """What `out` holds by its manifest; nothing where it has none."""
    manifest = read_manifest(out)
    if manifest is None:
        return Published(out, {}, {})
    return Published(out, {key: path for path, key in manifest.artefacts.items()}, manifest.files)
