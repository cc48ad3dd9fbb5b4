"""A page's facts: the words of its elements and the addresses of its links, of all or within an anchor."""

from sitegen.check.page_read import facts_of_page

PAGE = """<!doctype html><html lang="fi"><title>t</title><body>
<ul><li id="venue-a"><h3><span translate="no">Esimerkkilän kansa\u00adlaisopisto</span></h3>
<p><a href="tel:+35816000331"><bdi dir="ltr">016\u00a0000\u00a0331</bdi></a></p>
<dd>opisto<wbr>@esimerkkila.example</dd></li>
<li id="venue-b"><h3>Halli</h3></li></ul></body></html>""".encode()


def test_words_and_addresses_come_back() -> None:
    found = facts_of_page(PAGE)
    assert {
        ("text", "Esimerkkilän kansalaisopisto"),
        ("text", "016 000 331"),
        ("text", "opisto@esimerkkila.example"),
        ("text", "Halli"),
        ("link", "tel:+35816000331"),
    } <= found


def test_only_what_stands_at_the_anchor_counts() -> None:
    found = facts_of_page(PAGE, "venue-a")
    assert ("text", "Esimerkkilän kansalaisopisto") in found
    assert ("text", "Halli") not in found
    assert ("text", "Halli") in facts_of_page(PAGE, "venue-b")


def test_an_anchor_that_is_gone_tells_nothing() -> None:
    assert facts_of_page(PAGE, "venue-c") == frozenset()


def test_a_whole_page_is_no_line() -> None:
    long = b"<html><body><p>" + b"a " * 2000 + b"</p><p>b</p></body></html>"
    assert facts_of_page(long) == {("text", "b")}
