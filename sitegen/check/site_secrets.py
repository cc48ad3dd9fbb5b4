"""What must be in no byte of a site: personal codes, account numbers, card codes, canaries (C19, S36).

Every file is read raw, and besides as its readers see it: the words of a page without its tags, the words and
the inside of a PDF, the parts of a Word file and their words, so that nothing hides in a compressed stream or
between two runs. A problem never repeats what it found.
"""

import codecs
import hashlib
import html
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pikepdf
import pypdfium2

from sitegen.problems import Place, Problem, error
from sitegen.structs import Struct
from sitegen.validate.privacy import card_codes, ibans, personal_codes

_TAGS = re.compile(r"<[^>]*>")
_BLOCK_ENDS = re.compile(r"</(?:w:p|w:tc|p|li|td|th|h[1-6]|dd|dt|div|dc:title)>|<(?:w:br|w:tab|br)[^>]*>")
# Quick looks: what does not even have the form needs no closer one.
_MAYBE_PERSONAL = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]")
_MAYBE_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[ -]?[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2}")
_OBJECT = re.compile(rb"^(?:<<|\[|\(|<).*$", re.MULTILINE)
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_HEXADECIMAL = re.compile(rb"<((?:[0-9a-fA-F]{2}){4,})>")
_JOINERS = re.compile("[\u00ad\u200b\u2060\ufeff\ufffe]")
_HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2212]")
_SPACES = re.compile("[\u00a0\u202f\u2009]")


class Secrets(Struct, frozen=True):
    """What to look for besides personal codes and account numbers, which are known by their check."""

    pattern: re.Pattern[str] | None = None
    codes: frozenset[str] = frozenset()
    canaries: tuple[str, ...] = ()


def secret_problems(files: Mapping[str, bytes], secrets: Secrets, prefix: str = "") -> tuple[Problem, ...]:
    """One problem for each kind of secret in each file; `prefix` is what messages put before paths."""
    same: dict[str, list[str]] = defaultdict(list)
    for path, data in files.items():
        same[f"{_ending(path)} {hashlib.sha256(data).hexdigest()}"].append(path)
    found = {
        (kind, path)
        for paths in same.values()
        for text in views(paths[0], files[paths[0]])
        for kind in _kinds(text, secrets)
        for path in paths
    }
    return tuple(
        error(f"site-{kind}", Place(prefix + path), rule="C19" if kind == "card-code" else "S36", masked=True)
        for kind, path in found
    )


def _kinds(text: str, secrets: Secrets) -> Iterator[str]:
    plain = _plain(text)
    if _MAYBE_PERSONAL.search(plain) and any(personal_codes(plain)):
        yield "personal-code"
    if _MAYBE_ACCOUNT.search(plain) and any(ibans(plain)):
        yield "account-number"
    if any(card_codes(plain, secrets.pattern, secrets.codes)):
        yield "card-code"
    if secrets.canaries:
        folded = " ".join(plain.casefold().split())
        if any(canary.casefold() in folded for canary in secrets.canaries):
            yield "canary"


def _plain(text: str) -> str:
    """The text as somebody would type it: no soft hyphens, one kind of hyphen and of space."""
    return text if text.isascii() else _SPACES.sub(" ", _HYPHENS.sub("-", _JOINERS.sub("", text)))


def views(path: str, data: bytes) -> Iterator[str]:
    """A file's text in every way that it can be read; a file that is broken is still read raw."""
    yield _decoded(data)
    ending = _ending(path)
    if ending in ("html", "xml", "svg"):
        yield _words(_decoded(data))
    elif ending == "pdf":
        yield from _pdf_views(data)
    elif ending in ("docx", "xlsx", "zip"):
        yield from _zip_views(data)


def _ending(path: str) -> str:
    return path.rpartition(".")[2].casefold()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _words(markup: str) -> str:
    """The words of markup, those of one block joined as they are seen."""
    return html.unescape(_TAGS.sub("", _BLOCK_ENDS.sub("\n", markup)))


def _zip_views(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                part = _decoded(package.read(name))
                yield name
                yield part
                if name.endswith((".xml", ".rels")):
                    yield _words(part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return


def _pdf_views(data: bytes) -> Iterator[str]:
    """The glyphs as they are read on the pages, and every string and stream of the file."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for page in document:
            words = page.get_textpage()
            yield words.get_text_bounded()
            words.close()
            page.close()
    finally:
        document.close()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            unpacked = io.BytesIO()
            pdf.save(
                unpacked,
                stream_decode_level=pikepdf.StreamDecodeLevel.specialized,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                compress_streams=False,
            )
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return
    inside = unpacked.getvalue()
    yield inside.decode("utf-8", "replace")
    objects = b"\n".join(_OBJECT.findall(inside))
    yield _OCTAL.sub(lambda match: bytes([int(match[1], 8)]), objects).decode("latin-1")
    yield "\n".join(_hexadecimal(objects))


def _hexadecimal(objects: bytes) -> Iterator[str]:
    """The strings of a PDF that are written in hexadecimal, as those with letters outside of ASCII are."""
    for match in _HEXADECIMAL.findall(objects):
        data = bytes.fromhex(match.decode("ascii"))
        is_wide = data.startswith(codecs.BOM_UTF16_BE)
        yield data[2:].decode("utf-16-be", "replace") if is_wide else data.decode("latin-1")
