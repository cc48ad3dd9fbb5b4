"""The accessibility tree of a page without its words: what a screen reader meets, kind by kind (BAR A45).

`python -m tests.bar.pages.trees SITE` writes the trees of a built site into `trees/`, to be looked at in the
difference before they are kept.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page as Tab

from sitegen.compose.pages.existence import NATIONAL_SLUGS, REGION_SLUGS
from sitegen.plan import page_path

FOLDER = Path(__file__).with_name("trees")
REGION, LANG = "mallila", "fi"
TEMPLATES = {
    "choice": "index.html",
    "not-found": "404.html",
    "region-choice": f"{REGION}/index.html",
    **{f"national-{slug}": page_path(None, LANG, slug) for slug in NATIONAL_SLUGS},
    **{slug: page_path(REGION, LANG, slug) for slug in REGION_SLUGS},
}
NAMED = ("navigation", "search", "form", "searchbox", "combobox", "textbox", "button", "status")
"""Roles whose names are the program's own words; the others' are the region's."""

ROLE = re.compile(r"(?P<role>[\w ]+?)(?: (?P<name>\"(?:[^\"\\]|\\.)*\"|/.*/))?(?P<states>(?: \[[^\]]+\])*):?")


def tree(tab: Tab) -> str:
    """The page's tree: roles, levels and states; the names of menus, regions and fields.

    Siblings of one kind are one entry with all that occurs in any of them, so that a partner more or less
    changes nothing.
    """
    return "\n".join(_lines(_merged(yaml.safe_load(tab.locator("body").aria_snapshot())))) + "\n"


Branch = dict[str, Any]


def _merged(nodes: list[Any], depth: int = 0) -> Branch:
    """Each kind of node once, in the order of its first coming, with the merged nodes inside."""
    found: Branch = {}
    for node in nodes:
        told, inside = next(iter(node.items())) if isinstance(node, dict) else (str(node), None)
        if told.startswith("/"):
            continue
        children = _merged(inside, depth + 1) if isinstance(inside, list) else {}
        _join(found.setdefault(_role(told, depth), {}), children)
    return found


def _join(into: Branch, other: Branch) -> None:
    for name, children in other.items():
        _join(into.setdefault(name, {}), children)


def _lines(branch: Branch, depth: int = 0) -> Iterator[str]:
    for name, children in branch.items():
        yield "  " * depth + "- " + name
        yield from _lines(children, depth + 1)


def _role(told: str, depth: int) -> str:
    """`link "Esite" [current=page]` as `link [current=page]`; texts are just text."""
    found = re.fullmatch(ROLE, told)
    if found is None:
        return "text"
    named = found["role"] in NAMED or (found["role"] == "region" and depth == 1)
    name = f" {found['name']}" if found["name"] and named else ""
    return f"{found['role']}{name}{found['states']}"


def main(site: Path) -> None:
    """Write all trees."""
    from tests.site.support.browser import chromium, visitor
    from tests.site.support.server import served

    FOLDER.mkdir(exist_ok=True)
    with served(site) as base, chromium() as browser, visitor(browser, base) as seen:
        for name, path in TEMPLATES.items():
            seen.visit(path)
            (FOLDER / f"{name}.txt").write_text(tree(seen.page), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
