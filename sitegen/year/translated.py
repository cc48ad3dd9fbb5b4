"""`sitegen translated FILE…`: a text agrees with its source again and gets its digest."""

import re
from pathlib import Path

from sitegen.model.network import Edition, Network, SectionText
from sitegen.project import Project
from sitegen.structs import Struct
from sitegen.yaml_edit import EditError, Put, edit
from sitegen.year.files import write_text
from sitegen.year.texts import source_of

_FRONT = re.compile(
    r"(?P<open>\ufeff?---[ \t]*\r?\n)(?P<fields>.*?)(?P<close>^---[ \t]*\r?$)", re.DOTALL | re.MULTILINE
)
ORDER = ("title", "add", "review", "translated_from")


class NotATextError(Exception):
    """The file is no text of the project that has a source. `reason` is the key of the sentence."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


class Renewed(Struct, frozen=True):
    """A text and its source; `changed`: it had another digest."""

    path: str
    source: str
    changed: bool


def renew(project: Project, network: Network, file: Path) -> Renewed:
    """Write the digest of a text's source into its front matter; every other byte stays.

    Raises `NotATextError`.
    """
    shown, source = source_for(project, network, file)
    before = file.read_bytes().decode("utf-8")
    after = with_digest(before, source.digest)
    if after != before:
        write_text(file, after)
    return Renewed(shown, source.place.path, after != before)


def source_for(project: Project, network: Network, file: Path) -> tuple[str, SectionText]:
    """The file's path in the project and the text that is its source. Raises `NotATextError`."""
    shown = project.relative(file.resolve())
    section, edition = _find(network, shown)
    if section is None:
        raise NotATextError(shown, "translated.no-text")
    source = source_of(section, network, edition)
    if source is None:
        raise NotATextError(shown, "translated.no-source")
    return shown, source


def with_digest(text: str, digest: str) -> str:
    """The text with this digest in its front matter, which is made where there is none."""
    end = "\r\n" if "\r\n" in text else "\n"
    found = _FRONT.match(text)
    if found is None:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}---{end}translated_from: {digest}{end}---{end}{text.removeprefix(mark)}"
    try:
        fields = edit(found["fields"], [Put(("translated_from",), digest, ORDER)])
    except EditError:  # nothing but comments between the fences
        fields = f"{found['fields']}translated_from: {digest}{end}"
    return text[: found.start("fields")] + fields + text[found.end("fields") :]


def _find(network: Network, path: str) -> tuple[SectionText | None, Edition | None]:
    for year in network.years:
        for section in year.sections:
            if section.place.path == path:
                return section, None
    for entry in network.regions:
        for edition in entry.editions:
            for section in edition.sections:
                if section.place.path == path:
                    return section, edition
    return None, None
