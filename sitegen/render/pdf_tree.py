"""The tag tree of a PDF as our own nodes: read from WeasyPrint's, mended by small passes, written back.

Each pass takes the tree and changes it in place. What leaves the tree becomes an artifact of its page.
Rules: ISO 32000-1 14.7-14.9, ISO 14289-1 (PDF/UA-1); BAR F2-F4, P02-P11.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sitegen.structs import Struct

INLINE = frozenset({"Span", "Link", "NonStruct"})
WITHOUT_MEANING = frozenset({"Span", "NonStruct"})
MAY_BE_EMPTY = frozenset({"TD", "TH", "Figure"})


class Mark(Struct, frozen=True):
    """Marked content of a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True, eq=False)
class Annotation:
    """A link's annotation on a page: `body` is its dictionary, `reference` its indirect reference."""

    page: int
    body: dict[str, Any]
    reference: bytes


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. `element`: the HTML it comes from; `part`: its name, or a pseudo element's."""

    kind: str
    page: int
    kids: list["Node | Mark | Annotation"] = field(default_factory=list)
    element: Any = None
    part: str = ""
    lang: str = ""
    alt: str = ""
    actual: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def nodes(self) -> list["Node"]:
        """The kids that are structure elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    yield node
    for kid in node.nodes:
        yield from walk(kid)


def marks(node: Node) -> Iterator[Mark]:
    """All marked content below a node, in reading order."""
    for kid in node.kids:
        if isinstance(kid, Mark):
            yield kid
        elif isinstance(kid, Node):
            yield from marks(kid)


def mend(root: Node, artifacts: set[Mark], texts: dict[Mark, str]) -> None:
    """All passes in their order. `artifacts` receives the marks that the tree no longer holds.

    `texts`: what is written in marks whose glyphs do not tell it; they get a Span that does (/ActualText).
    """
    drop_generated(root, artifacts)
    join_parts(root, artifacts)
    for step in PASSES:
        step(root)
    say_texts(root, texts)


def say_texts(root: Node, texts: dict[Mark, str]) -> None:
    """The words of right-to-left lines, in the order they are read (BAR P14).

    They stand on structure elements and not in the content, where poppler takes them for words in the order
    they are seen and turns them round.
    """
    for node in root.nodes:
        say_texts(node, texts)
    root.kids = [
        Node("Span", kid.page, [kid], actual=texts[kid]) if isinstance(kid, Mark) and kid in texts else kid
        for kid in root.kids
    ]


# ------------------------------------------------------------------ passes


def drop_generated(root: Node, artifacts: set[Mark]) -> None:
    """What CSS adds after a link (its address or page on paper) repeats what the link says: an artifact.

    It can be pressed as well, so its annotation stays with the link.
    """
    for node in walk(root):
        kids: list[Node | Mark | Annotation] = []
        for kid in node.kids:
            if isinstance(kid, Node) and kid.part.endswith("::after"):
                artifacts.update(marks(kid))
                kids.extend(
                    part for inner in walk(kid) for part in inner.kids if isinstance(part, Annotation)
                )
            else:
                kids.append(kid)
        node.kids = kids


def join_parts(root: Node, artifacts: set[Mark]) -> None:
    """One element of HTML is one structure element, over pages and over lines (BAR F3, P06, P08)."""
    kids: list[Node | Mark | Annotation] = []
    for kid in root.kids:
        if isinstance(kid, Node) and _is_repeated_head(kid, kids):
            artifacts.update(marks(kid))
        elif isinstance(kid, Node) and kids and _continues(kids[-1], kid):
            kids[-1].kids.extend(kid.kids)  # type: ignore[union-attr]  # _continues says it is a node
        else:
            kids.append(kid)
    root.kids = kids
    for node in root.nodes:
        join_parts(node, artifacts)


def _is_repeated_head(node: Node, before: list["Node | Mark | Annotation"]) -> bool:
    """A heading row or caption that a table repeats on its next page."""
    return node.kind in ("THead", "Caption") and any(
        isinstance(kid, Node) and kid.element is node.element and kid.kind == node.kind for kid in before
    )


def _continues(before: "Node | Mark | Annotation", node: Node) -> bool:
    if not isinstance(before, Node) or node.element is None or before.element is not node.element:
        return False
    if (before.kind, before.part) != (node.kind, node.part):
        return False
    return last_page(before) != node.page or node.kind in INLINE


def last_page(node: Node) -> int:
    """The page of a node's last mark; of the node itself when it holds none."""
    return max((mark.page for mark in marks(node)), default=node.page)


def say_languages(root: Node) -> None:
    """`lang` of the HTML, kept only where it differs from what encloses it (BAR F2, P02, WCAG 3.1.2)."""
    for node in root.nodes:
        _say_language(node, root.lang)


def _say_language(node: Node, around: str) -> None:
    given = node.element.get("lang", "") if node.element is not None else ""
    node.lang = given if given != around else ""
    for kid in node.nodes:
        _say_language(kid, given or around)


def make_links(root: Node) -> None:
    """An inline that carries an annotation is a Link; the annotation has its words and prints (P10)."""
    for node in walk(root):
        for kid in node.kids:
            if isinstance(kid, Annotation):
                if node.kind in WITHOUT_MEANING:
                    node.kind = "Link"
                kid.body["F"] = 4
                kid.body["Contents"] = _words_of_link(node)


def _words_of_link(node: Node) -> str:
    if node.element is None:
        return ""
    return node.element.get("title") or " ".join("".join(node.element.itertext()).split())


def flatten(root: Node) -> None:
    """Elements without meaning go, their content stays: a reader hears words, not nested boxes."""
    kids: list[Node | Mark | Annotation] = []
    for kid in root.kids:
        if isinstance(kid, Node):
            flatten(kid)
            if kid.kind in WITHOUT_MEANING and not kid.lang and not kid.part.endswith("::before"):
                kids.extend(kid.kids)
                continue
            if kid.kind == "NonStruct":
                kid.kind = "Span"
            if not kid.kids and kid.kind not in MAY_BE_EMPTY:
                continue
        kids.append(kid)
    root.kids = kids


def shape_lists(root: Node) -> None:
    """LI holds Lbl and LBody only; a number that CSS writes before the item is its Lbl (P06, P07)."""
    for node in walk(root):
        if node.kind == "LI":
            _shape_item(node)
    for node in walk(root):
        if node.kind == "L":
            labelled = any(kid.kind == "Lbl" for item in node.nodes for kid in item.nodes)
            tag = node.element.tag if node.element is not None else ""
            numbering = {"ol": "/Decimal", "ul": "/Disc" if labelled else "/None"}.get(tag, "/None")
            node.attributes = {"O": "/List", "ListNumbering": numbering}


def _shape_item(item: Node) -> None:
    labels: list[Node | Mark | Annotation] = []
    content: list[Node | Mark | Annotation] = []
    for kid in item.kids:
        inside = kid.kids if isinstance(kid, Node) and kid.kind == "LBody" else [kid]
        for part in inside:
            is_label = isinstance(part, Node) and (part.kind == "Lbl" or part.part == "li::before")
            (labels if is_label else content).append(part)
    for label in labels:
        label.kind = "Lbl"  # type: ignore[union-attr]  # only nodes are labels
    body = Node("LBody", item.page, content, item.element, item.part)
    item.kids = [*labels, body]


def read_after(root: Node) -> None:
    """`data-read="after"`: stands first for its layout, is read after what follows it."""
    for node in walk(root):
        kids = node.kids
        for place, kid in enumerate(kids[:-1]):
            if isinstance(kid, Node) and _reads_after(kid):
                kids[place], kids[place + 1] = kids[place + 1], kid


def _reads_after(node: Node) -> bool:
    return node.element is not None and node.element.get("data-read") == "after"


def say_scopes(root: Node) -> None:
    """A heading cell says for what it is a heading (P08, BAR A34)."""
    for node in walk(root):
        if node.kind == "TH":
            scope = node.element.get("scope") if node.element is not None else ""
            node.attributes |= {"O": "/Table", "Scope": "/Row" if scope == "row" else "/Column"}


PASSES: tuple[Callable[[Node], None], ...] = (
    say_languages,
    make_links,
    flatten,
    shape_lists,
    read_after,
    say_scopes,
)
