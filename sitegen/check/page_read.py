"""A page read back: what can be looked up in it, as facts in the form of `compose.facts`."""

from lxml import html

from sitegen.compose.facts import normalise

LONGEST = 2000  # characters: what holds more is a part of the page, not a line of it


def facts_of_page(data: bytes, anchor: str = "") -> frozenset[tuple[str, str]]:
    """The words of every element and the addresses of every link of a page, or of what stands at `anchor`.

    An anchor that the page does not have tells nothing: all its facts are missing.
    """
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    inside = [one for one in root.iter("*") if one.get("id") == anchor] if anchor else [root]
    found: set[tuple[str, str]] = set()
    for top in inside:
        for one in top.iter("*"):
            if href := one.get("href"):
                found.add(("link", str(href)))
            text = normalise("".join(map(str, one.itertext())))
            if text and len(text) <= LONGEST:
                found.add(("text", text))
    return frozenset(found)
