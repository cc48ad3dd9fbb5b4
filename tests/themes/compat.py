"""What the oldest browsers know (DESIGN section 7): MDN's data over style sheets and scripts."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import tinycss2

from tests.site.support.run import REPOSITORY

OLDEST = {"chrome": 80, "chrome_android": 80, "firefox": 78, "safari": 13, "safari_ios": 13}
DATA = REPOSITORY / "node_modules/@mdn/browser-compat-data/data.json"
NAMES = Path(__file__).with_name("names.mjs")
VENDOR = re.compile(r"^-(?:webkit|moz|ms)-")

Node = dict[str, Any]
FLEX = re.compile(r"display:\s*(?:inline-)?flex")
GAPS = ("gap", "row-gap", "column-gap")


@cache
def data() -> Node:
    """MDN's data."""
    found: Node = json.loads(DATA.read_text("utf-8"))
    return found


def missing(entry: Node | None) -> list[str]:
    """The oldest browsers that lack a feature; none for what the data do not know."""
    support = (entry or {}).get("__compat", {}).get("support", {})
    return [name for name, version in OLDEST.items() if name in support and not _has(support[name], version)]


def _has(told: Any, version: int) -> bool:
    """Whether a browser of this version has a feature by its own name, whole and without a switch."""
    for one in told if isinstance(told, list) else [told]:
        if any(one.get(name) for name in ("flags", "partial_implementation", "prefix", "alternative_name")):
            continue
        if _number(one.get("version_added")) <= version < _number(one.get("version_removed")):
            return True
    return False


def _number(version: Any) -> float:
    """A version as a number; what never came, or was never taken away, lies beyond all."""
    found = re.match(r"[^\d]?(\d+(?:\.\d+)?)", version) if isinstance(version, str) else None
    return float(found[1]) if found else float("inf")


def in_style(text: str) -> Iterator[str]:
    """What a style sheet uses that an oldest browser lacks, but for what `@supports` asks for first."""
    yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _rules(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule":
            yield from _at_rule(rule)
        elif rule.type == "qualified-rule":
            yield from _selector(tinycss2.serialize(rule.prelude))
            yield from _declarations(rule.content)


def _at_rule(rule: Any) -> Iterator[str]:
    name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude)
    if lacking := missing(data()["css"]["at-rules"].get(name)):
        yield told(f"@{name}", lacking)
    if name == "media":
        for feature in re.findall(r"\(\s*([a-z-]+)", prelude):
            known = data()["css"]["at-rules"]["media"].get(feature.removeprefix("min-").removeprefix("max-"))
            if lacking := missing(known):
                yield told(f"@media ({feature})", lacking)
    if name == "media" and rule.content is not None:
        yield from _rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
    elif name == "font-face":
        descriptors = data()["css"]["at-rules"]["font-face"]
        for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
            if lacking := missing(descriptors.get(one.lower_name)):
                yield told(f"@font-face {one.lower_name}", lacking)


def _selector(text: str) -> Iterator[str]:
    known = data()["css"]["selectors"]
    for name in re.findall(r"::?([a-z-]+)", text):
        if lacking := missing(known.get(name)):
            yield told(f":{name}", lacking)
    if re.search(r":not\([^)]*[, ][^)]*\)", text):
        lacking = missing(known["not"].get("selector_list"))
        if lacking:
            yield told(":not() with a list", lacking)


def _declarations(content: Any) -> Iterator[str]:
    declared = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    names = [getattr(one, "lower_name", "") for one in declared]
    if FLEX.search(tinycss2.serialize(content)) and any(name in GAPS for name in names):
        yield told("gap with flex", missing(data()["css"]["properties"]["gap"]["flex_context"]))
    for one in declared:
        if one.type != "declaration":
            yield f"nesting or a fault: {getattr(one, 'message', one.type)}"
            continue
        name = one.lower_name
        if name.startswith("--"):
            yield from _functions(one.value)
            continue
        if VENDOR.match(name):
            continue
        entry = data()["css"]["properties"].get(name)
        if entry is None:
            yield f"{name}: no browser knows it"
            continue
        if lacking := missing(entry):
            yield told(name, lacking)
        for part in one.value:
            if part.type == "ident" and (lacking := missing(entry.get(part.lower_value))):
                yield told(f"{name}: {part.lower_value}", lacking)
        yield from _functions(one.value)


def _functions(value: Iterable[Any]) -> Iterator[str]:
    types = data()["css"]["types"]
    for part in value:
        if part.type == "function":
            name = part.lower_name
            entry = types.get(name) or types.get("color", {}).get(name)
            if lacking := missing(entry):
                yield told(f"{name}()", lacking)
            yield from _functions(part.arguments)


def in_script(text: str) -> Iterator[str]:
    """What a script uses that an oldest browser lacks: language after ES2018, names that came later.

    Nobody knows what stands before a dot: a method passes if any object of the oldest browsers has it.
    Properties that are only read are not judged: they may be the script's own.
    """
    done = subprocess.run(
        ["node", str(NAMES)], input=text, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    if done.returncode:
        yield f"not ES2018: {done.stderr.strip().splitlines()[0]}"
        return
    used: dict[str, list[str]] = json.loads(done.stdout)
    for name in used["globals"]:
        entry = data()["api"].get(name) or data()["javascript"]["builtins"].get(name)
        if lacking := missing(entry):
            yield told(name, lacking)
    for name in used["methods"]:
        entries = _members().get(name, ())
        if entries and all(map(missing, entries)):
            yield told(f".{name}", missing(entries[0]))


@cache
def _members() -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for group in (data()["api"], data()["javascript"]["builtins"]):
        for owner in group.values():
            for name, entry in owner.items():
                if name != "__compat" and isinstance(entry, dict) and "__compat" in entry:
                    found.setdefault(name.removesuffix("_static"), []).append(entry)
    return found


def told(feature: str, lacking: Iterable[str]) -> str:
    """`text-wrap: not in chrome 80, safari 13`."""
    return f"{feature}: not in {', '.join(f'{name} {OLDEST[name]}' for name in lacking)}"
