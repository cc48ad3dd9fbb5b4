"""A PDF opened for the bar: its tag tree, its blocks, the HTML it was made of. Opened once for each bytes."""

import io
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

import pikepdf
from lxml import html

from sitegen.check.pdf_read import ReadBlock, read_blocks, squeeze
from sitegen.structs import Struct

Element = Any
"""An element of lxml's tree of HTML, whose stubs lack half of it."""
Run = tuple[str, str]
"""A language and words without blanks, hyphens and invisible signs."""


class Tag(Struct, frozen=True):
    """An element of the tag tree with the elements and content in it."""

    kind: str
    element: Any

    def kids(self) -> "list[Tag]":
        """The elements directly in it."""
        return [_tag(kid) for kid in contents(self.element) if is_element(kid)]

    def all(self) -> "Iterator[Tag]":
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids():
            yield from kid.all()


@lru_cache(maxsize=24)
def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF of these bytes."""
    return pikepdf.open(io.BytesIO(data))


@lru_cache(maxsize=24)
def blocks(data: bytes) -> tuple[ReadBlock, ...]:
    """The blocks in reading order, without the numbers and bullets of lists."""
    return tuple(block for block in read_blocks(data) if block.kind != "Lbl")


def tags(data: bytes, *kinds: str) -> list[Tag]:
    """All elements of these kinds, in reading order; all elements where no kind is given."""
    root = opened(data).Root.get("/StructTreeRoot")
    if root is None:
        return []
    found = (tag for kid in contents(root) if is_element(kid) for tag in _tag(kid).all())
    return [tag for tag in found if not kinds or tag.kind in kinds]


def contents(element: Any) -> list[Any]:
    """What stands in an element: elements, numbers and dictionaries."""
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def is_element(kid: Any) -> bool:
    """Whether a kid is an element of the tree."""
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def entry(pdf: pikepdf.Pdf, dictionary: str, key: str) -> str:
    """An entry of a dictionary of the catalog in words; empty where there is none."""
    found: Any = pdf.Root.get(dictionary)
    return "" if found is None else str(found.get(key, ""))


def _tag(element: Any) -> Tag:
    return Tag(str(element.S).removeprefix("/"), element)


@lru_cache(maxsize=24)
def page(source: str) -> Element:
    """The HTML that was laid out, in the order in which it is to be read."""
    root = html.document_fromstring(source)
    for one in list(root.iter()):
        if one.get("data-read") == "after":
            follower = one.getnext()
            assert follower is not None
            follower.addnext(one)
    return root


def html_runs(source: str) -> list[Run]:
    """The words of the HTML with their languages, cut where the language changes. Pictures say their alt."""
    root = page(source)
    body = root.find("body")
    assert body is not None
    return _joined(_html_runs(body, root.get("lang", "")))


def _html_runs(element: Element, lang: str) -> Iterator[Run]:
    lang = element.get("lang", lang)
    if element.tag == "img":
        yield lang, element.get("alt", "")
    yield lang, element.text or ""
    for child in element:
        yield from _html_runs(child, lang)
        yield lang, child.tail or ""


def pdf_runs(data: bytes) -> list[Run]:
    """The words of the tag tree with their languages, cut where the language changes."""
    return _joined(run for block in blocks(data) for run in _block_runs(block))


def _block_runs(block: ReadBlock) -> Iterator[Run]:
    if block.runs:
        yield from ((run.lang, run.text) for run in block.runs)
    else:
        yield block.lang, block.text


def _joined(runs: Iterator[Run]) -> list[Run]:
    squeezed = ((lang, squeeze(text)) for lang, text in runs)
    spoken = (run for run in squeezed if run[1])
    return [(lang, "".join(text for _, text in group)) for lang, group in groupby(spoken, lambda run: run[0])]


def html_words(element: Element) -> str:
    """What an element of the HTML says, squeezed."""
    return squeeze(str(element.text_content()))
