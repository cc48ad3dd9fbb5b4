"""What the facts of a machine mean: what works, what is missing, and how to get it as a plain user."""

from collections.abc import Iterator
from enum import StrEnum

from sitegen.doctor.machine import Machine
from sitegen.structs import Struct

PYTHON = (3, 11)
FREE = 500_000_000
LONGEST = 140
"""Characters of the longest path of a site below its project: on Windows all may have 259 (BAR R12)."""
WINDOWS_PATH = 259
LETTERS = "åäöéÅÄÖ–€·"
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")


class State(StrEnum):
    """OK works · HINT good to know · MISSING something does not work without it · STOP nothing works."""

    OK = "ok"
    HINT = "hint"
    MISSING = "missing"
    STOP = "stop"


class Finding(Struct, frozen=True):
    """One line of the answer. `id` names its words, `how` those of what to do (empty: nothing)."""

    id: str
    state: State
    how: str = ""
    values: tuple[tuple[str, str], ...] = ()


def findings(machine: Machine) -> tuple[Finding, ...]:
    """Everything that is worth saying, the most needed first."""
    return (
        *_python(machine),
        *_documents(machine),
        *_programs(machine),
        *_console(machine),
        *_project(machine),
    )


def _finding(id: str, state: State, how: str = "", **values: object) -> Finding:
    return Finding(id, state, how, tuple((name, str(value)) for name, value in values.items()))


def _python(machine: Machine) -> Iterator[Finding]:
    shown = ".".join(map(str, machine.python))
    state = State.OK if machine.python >= PYTHON else State.STOP
    yield _finding("python", state, "" if state is State.OK else f"python.{_place(machine)}", version=shown)
    if machine.packages:
        yield _finding("packages", State.STOP, "packages", names=", ".join(machine.packages))
    else:
        yield _finding("packages-there", State.OK)


def _documents(machine: Machine) -> Iterator[Finding]:
    """Pages need none of it: who has no Pango publishes through GitHub, which makes the documents."""
    if not machine.has_pango:
        yield _finding("pango", State.MISSING, f"pango.{_place(machine)}")
    elif not machine.has_subset:
        yield _finding("subset", State.HINT, f"subset.{_place(machine)}")
    else:
        yield _finding("documents", State.OK)


def _programs(machine: Machine) -> Iterator[Finding]:
    if "git" in machine.programs:
        yield _finding("git-there", State.OK)
        if machine.is_windows and machine.autocrlf == "false":
            yield _finding("line-ends", State.HINT, "line-ends")
    else:
        yield _finding("git", State.MISSING, f"git.{_place(machine)}")
    if "rsync" not in machine.programs:
        yield _finding("rsync", State.HINT, f"rsync.{_place(machine)}")


def _console(machine: Machine) -> Iterator[Finding]:
    try:
        LETTERS.encode(machine.encoding)
    except (UnicodeEncodeError, LookupError):
        how = "console.windows" if machine.is_windows else "console.other"
        yield _finding("console", State.HINT, how, encoding=machine.encoding)
    else:
        yield _finding("console-there", State.OK, encoding=machine.encoding)


def _project(machine: Machine) -> Iterator[Finding]:
    root = machine.root
    if root is None:
        yield _finding("no-project", State.HINT, "no-project")
        return
    if not machine.writable:
        yield _finding("read-only", State.STOP, "read-only", folder=root)
    if machine.free < FREE:
        yield _finding(
            "disk", State.MISSING, "disk", free=machine.free // 1_000_000, needed=FREE // 1_000_000
        )
    length = len(str(root))
    if machine.is_windows and length + 1 + LONGEST > WINDOWS_PATH:
        limit = WINDOWS_PATH - LONGEST - 1
        yield _finding("path", State.MISSING, "path", folder=root, length=length, limit=limit)
    synced = next((part for part in root.parts if part.casefold().startswith(_SYNCED)), "")
    if synced:
        yield _finding("synced", State.HINT, "synced", folder=synced)
    if machine.folds_case:
        yield _finding("case", State.HINT, "case")
    if machine.internal is not None and not machine.internal.is_dir():
        yield _finding("internal", State.MISSING, "internal", folder=machine.internal)
    if machine.writable and machine.free >= FREE:
        yield _finding("project", State.OK, folder=root)


def _place(machine: Machine) -> str:
    """Which advice fits: debian (as root or with sudo), guest (Debian without them), windows, mac, other."""
    if machine.is_windows:
        return "windows"
    if machine.system == "darwin":
        return "mac"
    if machine.is_debian:
        return "debian" if machine.is_admin else "guest"
    return "other"
