"""Tags that people can use: what WeasyPrint 70.0 leaves out of a PDF's tag tree, or puts in wrongly.

WeasyPrint has no hook for it, so three of its functions are wrapped while a document is rendered: the one
that builds structure elements (to learn which HTML each comes from, and to make margin boxes and decoration
artifacts), the one that adds the finished tree (which is read, mended by `pdf_tree` and written anew) and the
one that writes fonts (see `pdf_unicode`). They belong to one exact version; any other is refused, and a test
fails when a wrapped function goes away.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pydyf  # type: ignore[import-untyped]
import weasyprint
import weasyprint.pdf as weasyprint_pdf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags as weasyprint_tags

from sitegen.render.pdf_tree import Annotation, Mark, Node, marks, mend
from sitegen.render.pdf_unicode import mend_fonts

VERSION = "70.0"

# The wrapped functions belong to the whole process, so one document is rendered at a time.
_TURN = threading.Lock()


class WrongVersionError(RuntimeError):
    """The installed WeasyPrint is not the one whose tag tree this module knows."""


@dataclass(slots=True)
class _Render:
    """What is learnt while one document is rendered."""

    origins: dict[int, tuple[Any, str]] = field(default_factory=dict)
    margins: set[Mark] = field(default_factory=set)
    artifacts: set[Mark] = field(default_factory=set)


@contextmanager
def accessible_tags() -> Iterator[None]:
    """While it is open, WeasyPrint writes our tag tree; then its own again. Raises `WrongVersionError`."""
    if weasyprint.__version__ != VERSION:
        raise WrongVersionError(f"WeasyPrint {VERSION} is needed, {weasyprint.__version__} is installed")
    with _TURN:
        build, add = weasyprint_tags._build_box_tree, weasyprint_pdf.add_tags
        write_fonts = weasyprint_pdf.build_fonts_dictionary
        render = _Render()

        def build_ours(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
            yield from _build(build, render, box, parent, pdf, page, *rest)

        def add_ours(pdf: Any, document: Any, pdf_version: Any, page_streams: Any) -> None:
            _add(add, render, pdf, document, pdf_version, page_streams)

        def write_fonts_ours(pdf: Any, fonts: Any, *rest: Any) -> Any:
            mend_fonts(fonts.values())
            return write_fonts(pdf, fonts, *rest)

        weasyprint_tags._build_box_tree, weasyprint_pdf.add_tags = build_ours, add_ours
        weasyprint_pdf.build_fonts_dictionary = write_fonts_ours
        try:
            yield
        finally:
            weasyprint_tags._build_box_tree, weasyprint_pdf.add_tags = build, add
            weasyprint_pdf.build_fonts_dictionary = write_fonts


# ------------------------------------------------------------------ while WeasyPrint builds


def _build(
    build: Any, render: _Render, box: Any, parent: Any, pdf: Any, page: int, *rest: Any
) -> Iterator[Any]:
    """WeasyPrint's elements for a box, each noted with its HTML. Artifacts yield nothing."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    nums, _, tags = rest
    if isinstance(box, boxes.MarginBox):
        _forget(box, page, nums, tags, render.margins)
        return
    if box.element is not None and box.element.tag == "img" and box.element.get("alt") == "":
        _forget(box, page, nums, tags, render.artifacts)
        return
    for element in build(box, parent, pdf, page, *rest):
        if box.element is not None:  # html and body hand on what their children have noted already
            render.origins.setdefault(element.number, (box.element, str(box.element_tag)))
        yield element


def _forget(box: Any, page: int, nums: Any, tags: Any, artifacts: set[Mark]) -> None:
    """Take everything marked below a box out of the tree."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if box in tags:
        mcid = tags.pop(box)["mcid"]
        nums[mcid] = "null"
        artifacts.add(Mark(page, mcid))
    for child in getattr(box, "children", ()):
        _forget(child, page, nums, tags, artifacts)


# ------------------------------------------------------------------ when it adds the tree


def _add(add: Any, render: _Render, pdf: Any, document: Any, pdf_version: Any, page_streams: Any) -> None:
    """Let WeasyPrint add its tree, and put the mended one in its place."""
    counts = [len(stream._tags) for stream in page_streams]
    texts, blanks = _texts(page_streams, _is_right_to_left), _texts(page_streams, _is_blank)
    first = len(pdf.objects)
    add(pdf, document, pdf_version, page_streams)
    root = _read(pdf, render)
    mend(root, render.artifacts, texts)
    del pdf.objects[first:]
    _write(pdf, root, counts)
    _mark_streams(page_streams, render, blanks)
    if _direction(document) == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


def _direction(document: Any) -> str:
    """The `dir` of the `html` element."""
    boxes_of_page = document.pages[0]._page_box.children
    return next((str(box.element.get("dir", "")) for box in boxes_of_page if box.element_tag == "html"), "")


def _texts(page_streams: Any, wanted: Callable[[Any], bool]) -> dict[Mark, str]:
    """What is written in those marked pieces of lines that `wanted` picks out."""
    return {
        Mark(page, kid["mcid"]): box.text
        for page, stream in enumerate(page_streams)
        for box, kid in stream._tags.items()
        if isinstance(box, boxes.TextBox) and box.text and wanted(box)
    }


def _is_right_to_left(box: Any) -> bool:
    """Glyphs lie in the order they are seen, and ligatures do not come apart again."""
    return bool(box.text.strip()) and (box.style["direction"] == "rtl" or has_right_to_left(box.text))


def _is_blank(box: Any) -> bool:
    """A space between two elements is not drawn at all: the words around it would be read as one."""
    return not box.text.strip()


def has_right_to_left(text: str) -> bool:
    """Whether a text holds Hebrew, Arabic or a neighbour of theirs."""
    return any("\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufefc" for char in text)


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _read(pdf: Any, render: _Render) -> Node:
    """WeasyPrint's tree as nodes; the root is the Document element."""
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    tree = _object(pdf, pdf.catalog["StructTreeRoot"])
    root = _node(pdf, _object(pdf, tree["K"][0]), pages, render)
    root.lang = pdf.catalog["Lang"].string
    return root


def _node(pdf: Any, element: Any, pages: dict[bytes, int], render: _Render) -> Node:
    html, part = render.origins.get(element.number, (None, ""))
    page = pages.get(element.get("Pg"), 0)
    node = Node(element["S"][1:], page, [], html, part)
    if "Alt" in element:
        node.alt = element["Alt"].string
    # Scope says what headings head (say_scopes); WeasyPrint's Headers would point to rows that are dropped.
    node.attributes = {key: value for key, value in element.get("A", {}).items() if key != "Headers"}
    for kid in element["K"]:
        if isinstance(kid, int):
            node.kids.append(Mark(page, kid))
            continue
        found = _object(pdf, kid)
        if found["Type"] == "/OBJR":
            annotation = _object(pdf, found["Obj"])
            node.kids.append(Annotation(pages[found["Pg"]], annotation, annotation.reference))
        else:
            node.kids.append(_node(pdf, found, pages, render))
    return node


# ------------------------------------------------------------------ writing it back


def _write(pdf: Any, root: Node, counts: list[int]) -> None:
    """Our tree as PDF objects, with the parent tree that leads from content back to it (14.7.4.4)."""
    parents = pydyf.Dictionary()
    pdf.add_object(parents)
    top = pydyf.Dictionary({"Type": "/StructTreeRoot", "ParentTree": parents.reference})
    pdf.add_object(top)
    pdf.catalog["StructTreeRoot"] = top.reference
    owners: dict[Mark, bytes] = {}
    annotated: list[bytes] = []
    document = _write_node(pdf, root, top.reference, owners, annotated, len(counts))
    top["K"] = pydyf.Array([document.reference])
    numbers = pydyf.Array()
    for page, count in enumerate(counts):
        row = [owners.get(Mark(page, mcid), "null") for mcid in range(count)]
        numbers.extend([page, pydyf.Array(row)])
    for number, reference in enumerate(annotated, len(counts)):
        numbers.extend([number, reference])
    parents["Nums"] = numbers


def _write_node(
    pdf: Any, node: Node, parent: bytes, owners: dict[Mark, bytes], annotated: list[bytes], pages: int
) -> Any:
    element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.kind}", "P": parent})
    pdf.add_object(element)
    page = next((mark.page for mark in marks(node)), node.page)
    element["Pg"] = pdf.page_references[page]
    if node.lang and node.kind != "Document":
        element["Lang"] = pydyf.String(node.lang)
    if node.alt:
        element["Alt"] = pydyf.String(node.alt)
    if node.actual:
        element["ActualText"] = pydyf.String(node.actual)
    if node.attributes:
        element["A"] = pydyf.Dictionary(node.attributes)
    element["K"] = kids = pydyf.Array()
    for kid in node.kids:
        match kid:
            case Node():
                kids.append(_write_node(pdf, kid, element.reference, owners, annotated, pages).reference)
            case Mark():
                owners[kid] = element.reference
                kids.append(kid.mcid if kid.page == page else _elsewhere(pdf, kid))
            case Annotation():
                kid.body["StructParent"] = pages + len(annotated)
                kid.body["Contents"] = pydyf.String(kid.body["Contents"])
                annotated.append(element.reference)
                kids.append(_object_reference(pdf, kid))
    return element


def _elsewhere(pdf: Any, mark: Mark) -> bytes:
    """A reference to marked content on another page than its element's."""
    reference = pydyf.Dictionary({"Type": "/MCR", "Pg": pdf.page_references[mark.page], "MCID": mark.mcid})
    pdf.add_object(reference)
    return bytes(reference.reference)


def _object_reference(pdf: Any, annotation: Annotation) -> bytes:
    reference = pydyf.Dictionary(
        {"Type": "/OBJR", "Obj": annotation.reference, "Pg": pdf.page_references[annotation.page]}
    )
    pdf.add_object(reference)
    return bytes(reference.reference)


def _mark_streams(page_streams: Any, render: _Render, blanks: dict[Mark, str]) -> None:
    """Rewrite the marks of artifacts in the pages' content, and say the spaces that are not drawn."""
    for page, stream in enumerate(page_streams):
        content = stream.stream
        for place in range(2, len(content)):
            if content[place] != b"BDC" or "MCID" not in content[place - 1]:
                continue
            mark = Mark(page, content[place - 1]["MCID"])
            if mark in render.margins:
                content[place - 2], content[place - 1] = (
                    "/Artifact",
                    pydyf.Dictionary({"Type": "/Pagination"}),
                )
            elif mark in render.artifacts:
                content[place - 2], content[place - 1] = "/Artifact", pydyf.Dictionary({"Type": "/Layout"})
            elif mark in blanks:
                content[place - 1]["ActualText"] = pydyf.String(" ")
