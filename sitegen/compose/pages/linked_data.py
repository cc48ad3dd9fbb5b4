"""What a page says, for search engines: schema.org as JSON-LD, from the same views that the page shows.

Nothing stands here that the page does not show. What is in another language than the page is left out, since
most readers of such data take every text for the page's.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.compose.pages.context import FRONT, Context
from sitegen.compose.partners import PartnerView
from sitegen.model.contact import Address, Organisation
from sitegen.model.document import Link, Text
from sitegen.model.partner import Partner
from sitegen.structs import json_text

Node = dict[str, Any]

PLACES: Mapping[str, str] = {
    "theatre": "PerformingArtsTheater",
    "summer-theatre": "PerformingArtsTheater",
    "museum": "Museum",
    "gallery": "ArtGallery",
    "concert": "MusicVenue",
    "cinema": "MovieTheater",
    "library": "Library",
    "cultural-centre": "EventVenue",
    "sports-club": "SportsClub",
    "swimming-hall": "PublicSwimmingPool",
    "gym": "ExerciseGym",
    "ice-rink": "SportsActivityLocation",
}
"""Types of venues with a class of their own in schema.org; the others are places."""


def page_data(
    context: Context, title: str, description: str, crumbs: Iterable[tuple[str, str]], nodes: Iterable[Node]
) -> str:
    """The page, the site it is part of, the way to it, and what else it tells (`nodes`), as JSON.

    `crumbs`: name and full address of each step.
    """
    here = context.links.absolute(context.region_id, context.lang, context.slug)
    site = context.links.absolute(None, context.lang, FRONT)
    steps = tuple(crumbs)
    found = tuple(nodes)
    page: Node = {
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": title,
        "description": description,
        "inLanguage": context.lang,
        "isPartOf": {"@id": f"{site}#site"},
    }
    changed = (
        context.edition.facts.updated if context.edition and not context.edition.region.is_sample else None
    )
    if changed:
        page["dateModified"] = changed.isoformat()
    if context.edition and (context.edition.region.invented or context.edition.region.is_sample):
        page["creativeWorkStatus"] = "Example"
    if steps:
        page["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": [*_numbered(steps)]}
    if found:
        page["mainEntity"] = {"@id": found[0]["@id"]}
    graph = [_site(context, site), page, *found]
    return json_text({"@context": "https://schema.org", "@graph": graph})


def service(context: Context, name: str) -> Node:
    """The card in a region, as its front page tells: where, and who answers for it."""
    edition = context.edition
    assert edition is not None
    register = context.network.register
    node: Node = {
        "@type": "Service",
        "@id": context.links.absolute(context.region_id, context.lang, FRONT) + "#service",
        "name": name,
        "areaServed": [
            {"@type": "AdministrativeArea", "name": register.name(code, context.lang)}
            for code in edition.region.municipalities
        ],
        "availableLanguage": list(context.languages),
    }
    owner = edition.region.owner if not edition.region.is_sample else None
    if owner is not None:
        node["provider"] = _organisation(context, owner)
    return node


def partner_nodes(context: Context, views: Iterable[PartnerView]) -> tuple[Node, ...]:
    """A list of partners as the page shows it, each with its place and ways to reach it."""
    edition = context.edition
    assert edition is not None
    here = context.links.absolute(context.region_id, context.lang, context.slug)
    known: dict[tuple[str, str], Partner] = {
        **{(one.id, "venue"): one for one in edition.venues},
        **{(one.id, "distributor"): one for one in edition.distributors},
    }
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "item": _partner(context, view, known[view.id, view.role], f"{here}#{view.anchor}"),
        }
        for number, view in enumerate(views, start=1)
    ]
    if not items:
        return ()
    return (
        {"@type": "ItemList", "@id": f"{here}#list", "numberOfItems": len(items), "itemListElement": items},
    )


def _partner(context: Context, view: PartnerView, partner: Partner, id: str) -> Node:
    kind = PLACES.get(view.icon, "Place") if view.role == "venue" else "Organization"
    node: Node = {"@type": kind, "@id": id, "name": view.name.value}
    if view.what and view.what.lang is None:
        node["description"] = view.what.value
    if partner.address is not None:
        node["address"] = _address(context, partner.address)
    for row in view.contacts:
        link = next((part for part in row.value if isinstance(part, Link)), None)
        name = {"phone": "telephone", "web": "url"}.get(row.channel)
        if link and name and name not in node:
            node[name] = link.href.removeprefix("tel:")
    return node


def _address(context: Context, address: Address) -> Node:
    register = context.network.register
    row = register.postal_codes.get(address.postal_code or "")
    town = _value(context.choose(address.town))
    if not town and row is not None:
        town = row.town_sv if context.lang == "sv" else row.town_fi
    given = {
        "streetAddress": _value(context.choose(address.street)),
        "postalCode": address.postal_code,
        "addressLocality": town,
        "addressCountry": "FI",
    }
    return {"@type": "PostalAddress", **{key: value for key, value in given.items() if value}}


def _organisation(context: Context, found: Organisation) -> Node:
    node: Node = {"@type": "Organization", "name": _value(context.choose(found.name))}
    if found.email:
        node["email"] = found.email
    return node


def _site(context: Context, address: str) -> Node:
    node: Node = {
        "@type": "WebSite",
        "@id": f"{address}#site",
        "url": address,
        "name": context.messages.get("brand"),
        "inLanguage": context.lang,
    }
    publisher = context.network.site.publisher
    if publisher is not None:
        node["publisher"] = _organisation(context, publisher)
    return node


def _numbered(steps: Iterable[tuple[str, str]]) -> Iterable[Node]:
    for number, (name, address) in enumerate(steps, start=1):
        yield {"@type": "ListItem", "position": number, "name": name, "item": address}


def _value(text: Text | None) -> str:
    return text.value if text else ""
