"""On which page a saved file shows, for `serve --navigate`."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlencode

from sitegen.model.network import Edition, Network
from sitegen.model.sections import CARDHOLDER_SECTIONS, PARTNER_SECTIONS, SITE_SECTIONS
from sitegen.plan import Plan

FRONT = "front"
_BY_FILE: Mapping[str, tuple[str, ...]] = {
    "venues.yaml": ("venues",),
    "distributors.yaml": ("distributors",),
    "statistics.yaml": ("statistics",),
    "edition.yaml": (FRONT,),
    "region.yaml": (FRONT,),
    "media.yaml": (FRONT,),
    "rules.yaml": ("how",),
    "network.yaml": (FRONT,),
    "site.yaml": (FRONT,),
}


def place_of_edit(paths: Iterable[Path], root: Path, network: Network, plan: Plan) -> str:
    """The page on which the first of these files shows, as a query of addresses by language; else empty.

    A text is shown in its own language, a list in every one: the browser takes the language it is in.
    """
    for path in paths:
        parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
        found = _places(parts, network, plan)
        if found:
            return urlencode(
                {lang: place.removesuffix("index.html") for lang, place in found.items()}, safe="/"
            )
    return ""


def _places(parts: tuple[str, ...], network: Network, plan: Plan) -> Mapping[str, str]:
    if len(parts) < 2 or parts[0] not in ("content", "regions"):
        return {}
    region = parts[1] if parts[0] == "regions" else None
    entry = network.region(region) if region is not None else None
    if region is not None and not _is_shown(parts, entry.current if entry else None):
        return {}
    written = parts[-2] if parts[-1].endswith(".md") else None
    languages = [lang for lang in network.site.languages if written in (None, lang)]
    return next(
        (
            found
            for slug in (*_slugs(parts[-1]), FRONT)
            if (found := _by_language(plan, region, slug, languages))
        ),
        {},
    )


def _is_shown(parts: tuple[str, ...], current: Edition | None) -> bool:
    """Whether a region's file belongs to the year that is shown, or to all years."""
    if current is None:
        return False
    year = next((part for part in parts[2:-1] if part.isdigit()), None)
    return year in (None, str(current.year))


def _by_language(plan: Plan, region: str | None, slug: str, languages: Iterable[str]) -> dict[str, str]:
    found = {lang: plan.page(region, lang, slug) for lang in languages}
    return {lang: path for lang, path in found.items() if path is not None}


def _slugs(name: str) -> tuple[str, ...]:
    if name in _BY_FILE:
        return _BY_FILE[name]
    section = name.removesuffix(".md")
    if section in SITE_SECTIONS:
        return (section,)
    if section in PARTNER_SECTIONS:
        return ("partners",)
    if section == "poster":
        return ("materials",)
    return ("how",) if section in CARDHOLDER_SECTIONS or name.endswith(".md") else (FRONT,)
