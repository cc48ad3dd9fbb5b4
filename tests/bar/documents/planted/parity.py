"""What may get lost between the author's files and a rendering: a partner, a phone, a limit, a rule's number.

Each loss is done to a document's tree before it is rendered, and to a finished page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import html

from sitegen.check.located import Fact, partner_facts
from sitegen.compose.facts import normalise
from sitegen.model.document import Contact, Document, Item, Link, Paragraph, Text
from sitegen.model.fields import place_of
from sitegen.model.network import Edition, Network
from sitegen.model.partner import Partner
from sitegen.problems import Place
from sitegen.structs import field_names, replace

PARTNER, PHONE, LIMIT = "tiedekeskus-kaarna", "uimahalli", "kansalaisopisto"
RULE_FILE, RULE, NUMBER, WRONG = "children.md", "{child_under_age}", "18", "17"


@dataclass(frozen=True)
class Loss:
    """What got lost, where its author wrote it, and what stands on that line."""

    name: str
    place: Place
    line: str
    from_tree: Callable[[Document], Document]
    from_page: Callable[[bytes], bytes]
    anchor: str = ""
    """Of the partner that the page's fact belongs to."""


def losses(edition: Edition, network: Network, lang: str) -> tuple[Loss, ...]:
    """The four, in a language."""
    partner, phone, limit = (_venue(edition, id) for id in (PARTNER, PHONE, LIMIT))
    number = phone.phone[0].number
    facts = partner_facts(limit, edition, network, lang)
    at = place_of(limit.limits[0], "value")  # type: ignore[attr-defined]
    tag = next(fact for fact, place in facts.items() if place == at)
    return (
        Loss(
            "partner",
            place_of(partner, "name"),
            "name:",
            lambda document: mapped(document, lambda node: _but_item(node, f"venue-{PARTNER}")),
            lambda data: struck(data, lambda one: one.get("id") == f"venue-{PARTNER}"),
            f"venue-{PARTNER}",
        ),
        Loss(
            "phone",
            place_of(phone.phone[0], "number"),
            number.written,
            lambda document: mapped(document, lambda node: _but_row(node, f"tel:{number.e164}")),
            lambda data: struck(data, lambda one: one.get("href") == f"tel:{number.e164}"),
            f"venue-{PHONE}",
        ),
        Loss(
            "limit",
            at,
            "value:",
            lambda document: mapped(document, lambda node: _but_limit(node, tag)),
            lambda data: struck(data, lambda one: one.get("class") == "tag" and _says(one) == tag[1]),
            f"venue-{LIMIT}",
        ),
    )


def rule_lost(lang: str) -> Loss:
    """Another number than the rule's in a sentence of the national texts."""
    return Loss(
        "rule",
        Place(f"content/2026/{lang}/{RULE_FILE}"),
        RULE,
        lambda document: mapped(document, _other_number),
        lambda data: data.replace(NUMBER.encode(), WRONG.encode()),
    )


def _venue(edition: Edition, id: str) -> Partner:
    return next(one for one in edition.listed_venues if one.id == id)


def mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """A tree with each node changed, and left out where the change gives None."""
    if isinstance(value, tuple):
        return tuple(new for one in value if (new := mapped(one, change)) is not None)
    if not field_names(value):
        return value
    new = change(value)
    if new is None:
        return None
    parts = {name: mapped(getattr(new, name), change) for name in field_names(new) if name != "at"}
    return replace(new, **parts)


def _but_item(node: Any, id: str) -> Any:
    return None if isinstance(node, Item) and node.id == id else node


def _but_row(node: Any, href: str) -> Any:
    is_row = isinstance(node, Contact) and any(
        isinstance(one, Link) and one.href == href for one in node.value
    )
    return None if is_row else node


def _but_limit(node: Any, fact: Fact) -> Any:
    is_limit = isinstance(node, Paragraph) and node.role == "limit"
    says = "".join(one.value for one in node.children if isinstance(one, Text)) if is_limit else ""
    return None if is_limit and normalise(says) == fact[1] else node


def _other_number(node: Any) -> Any:
    if isinstance(node, Paragraph) and node.origin.value.path.endswith(RULE_FILE):
        changed = (
            replace(one, value=one.value.replace(NUMBER, WRONG)) if isinstance(one, Text) else one
            for one in node.children
        )
        return replace(node, children=tuple(changed))
    return node


def _says(element: Any) -> str:
    return normalise(str(element.text_content()))


def struck(data: bytes, is_lost: Callable[[Any], bool]) -> bytes:
    """A page without the elements that are lost; there must be some."""
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    found = [one for one in root.iter("*") if is_lost(one)]
    assert found
    for one in found:
        one.drop_tree()  # type: ignore[attr-defined]
    return bytes(html.tostring(root, encoding="utf-8"))
