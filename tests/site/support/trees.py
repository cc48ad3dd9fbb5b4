"""Whole folders compared byte for byte."""

import hashlib
from pathlib import Path

Tree = dict[str, str]
"""Relative path to the SHA-256 of the bytes, or to the target of a link; folders end in `/`."""


def tree(folder: Path) -> Tree:
    """Everything below a folder, the manifest and empty folders too."""
    found: Tree = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_dir():
            found[name + "/"] = ""
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(one: Tree, other: Tree) -> list[str]:
    """What is only in one of the trees, or not the same in both; empty where they are equal."""
    return [
        f"{name}: {_how(name, one, other)}"
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]


def _how(name: str, one: Tree, other: Tree) -> str:
    if name in one and name in other:
        return "other bytes"
    return "only in the one" if name in one else "only in the other"
