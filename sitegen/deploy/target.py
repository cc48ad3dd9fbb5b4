"""What the ways of publishing have in common: what stands at a target, and who may replace it.

A publication carries a stamp: the commit of the files it was made from. It may be replaced by somebody whose
files hold that commit, by the machine that put it there, or by whoever names it; nobody replaces it unseen.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from sitegen.project import Project
from sitegen.store.cache import write_atomic
from sitegen.store.keys import digest
from sitegen.store.publish import MANIFEST, Manifest, decode_manifest
from sitegen.structs import Struct

STAMP = ".sitegen-published.json"
KNOWN = ".sitegen-deployed.json"
"""In the project's root: what this machine last published or saw at each target."""
EXTRAS = (STAMP, MANIFEST, ".nojekyll", "CNAME")
"""Files at a target that are no part of the site."""


class DeployError(Exception):
    """Nothing was published: the message's key is in `reason`. `fault`: of the machine or the net."""

    def __init__(self, reason: str, *, fault: bool = False, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fault = fault
        self.values = values


class Standing(Struct, frozen=True):
    """What stands at a target. `manifest` is None for what sitegen did not publish.

    `source`: the commit it was made from, empty where that is not known; `when`: as the stamp or commit says.
    """

    id: str
    manifest: Manifest | None
    source: str = ""
    when: str = ""


class Target(Protocol):
    """A place that a site is published to."""

    @property
    def name(self) -> str:
        """How messages name it."""

    def standing(self) -> Standing | None:
        """What stands there; None for nothing. Raises `DeployError`."""

    def files(self) -> Mapping[str, bytes]:
        """The files of what stands there. Raises `DeployError`."""

    def put(self, files: Mapping[str, bytes], over: Standing | None) -> str:
        """Put the files there in the place of `over`, whole or not at all; gives the new id.

        Raises `DeployError` where something else stands there by now, or it cannot be reached.
        """


def stamp(source: str, when: str) -> bytes:
    """The stamp of a publish."""
    return (json.dumps({"source": source, "when": when}) + "\n").encode()


def standing_of(manifest: bytes, stamped: bytes) -> Standing:
    """What stands at a target that has no ids of its own: known by the bytes of manifest and stamp."""
    said = read_stamp(stamped)
    id = digest(manifest, stamped)[:12]
    return Standing(id, decode_manifest(manifest), said.get("source", ""), said.get("when", ""))


def read_stamp(data: bytes) -> dict[str, str]:
    """The stamp's entries; empty where there is none."""
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def known(project: Project, target: str) -> str:
    """The id that this machine last published or saw at a target; empty where there is none."""
    return _known(project).get(target, "")


def remember(project: Project, target: str, id: str) -> None:
    """Note what this machine published or saw. Raises `OSError`."""
    entries = _known(project) | {target: id}
    write_atomic(project.root / KNOWN, json.dumps(entries, ensure_ascii=False, indent=0).encode())


def _known(project: Project) -> dict[str, str]:
    path: Path = project.root / KNOWN
    return read_stamp(path.read_bytes()) if path.is_file() else {}


def check_replaceable(
    standing: Standing | None, target: str, known_id: str, over: str, holds: Callable[[str], bool]
) -> None:
    """Raise `DeployError` where what stands must not be replaced from here.

    `known_id`: what this machine last saw there; `over`: the id that the user names; `holds`: whether a
    commit is part of the files here.
    """
    if standing is None or (over and standing.id.startswith(over)):
        return
    if standing.manifest is None:
        raise DeployError("not-ours", target=target, id=standing.id[:12])
    if standing.id == known_id or (standing.source and holds(standing.source)):
        return
    raise DeployError("newer", target=target, when=standing.when or "?", id=standing.id[:12])
