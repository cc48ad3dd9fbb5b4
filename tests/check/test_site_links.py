"""What leads nowhere in a finished site is found, each by itself; what leads somewhere is not (BAR R20)."""

import pytest

from sitegen.check.site_links import link_problems
from sitegen.check.site_pages import inside, read_pages, resolve

BASE = "https://kaikukortti.example/repo/"
HEAD = '<link rel="canonical" href="{base}{own}">{more}'
PAGE = '<!DOCTYPE html><html lang="fi"><head>{head}</head><body><h1 id="top">x</h1>{body}</body></html>'


def page(own: str, body: str = "", more: str = "") -> bytes:
    return PAGE.format(head=HEAD.format(base=BASE, own=own, more=more), body=body).encode()


def alternate(lang: str, path: str) -> str:
    return f'<link rel="alternate" hreflang="{lang}" href="{BASE}{path}">'


BOTH = alternate("fi", "a/fi/") + alternate("sv", "a/sv/") + alternate("x-default", "")
SITE = {
    "index.html": page(
        "", '<a href="a/fi/">a</a> <a href="./">here</a> <a href="a/sv/#top">b</a> <a href="?x#top">c</a>'
    ),
    "404.html": page(
        "404.html", '<a href="/repo/a/fi/#top">a</a><a href="/repo/">b</a><img src="/repo/p.png">'
    ),
    "a/fi/index.html": page(
        "a/fi/", '<img src="../../p.png" srcset="../../p.png 2x"><a href="b%20c.pdf">c</a>', BOTH
    ),
    "a/fi/b c.pdf": b"%PDF",
    "a/sv/index.html": page(
        "a/sv/", '<a href="https://elsewhere.example/x#y">a</a><a href="mailto:a@b.example">m</a>', BOTH
    ),
    "p.png": b"png",
    "assets/s.css": b'@font-face{src:url("../p.png#x")} a{background:url(data:image/png;base64,AA)}',
    "robots.txt": f"User-agent: *\nSitemap: {BASE}sitemap.xml\n".encode(),
    "sitemap.xml": (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f'<url><loc>{BASE}a/fi/</loc><xhtml:link rel="alternate" hreflang="sv" href="{BASE}a/sv/"/></url>'
        "</urlset>"
    ).encode(),
}


def found(site: dict[str, bytes]) -> list[tuple[str, str, str]]:
    problems = link_problems(site, read_pages(site), BASE, "build/")
    return sorted((one.id, one.place.path, dict(one.values)["target"]) for one in problems)


def test_a_whole_site_has_nothing_dead() -> None:
    assert found(SITE) == []


@pytest.mark.parametrize(
    ("id", "href"),
    [
        ("site-link", "nowhere/"),
        ("site-link", "a/fi"),
        ("site-link", "../up/"),
        ("site-link", "A/fi/"),
        ("site-link", BASE + "nowhere/"),
        ("site-anchor", "a/fi/#nobody"),
        ("site-anchor", "#nobody"),
        ("site-anchor", BASE + "a/fi/#nobody"),
        ("site-base-path", "/a/fi/"),
        ("site-base-path", "/repo/a/fi/"),
    ],
)
def test_a_dead_link_in_a_page(id: str, href: str) -> None:
    site = SITE | {"index.html": page("", f'<a href="{href}">x</a>')}
    assert found(site) == [(id, "build/index.html", href)]


@pytest.mark.parametrize(
    "body",
    ['<img src="no.png">', '<img src="p.png" srcset="p.png, no.png 2x">', '<video poster="no.png"></video>'],
)
def test_a_picture_that_is_not_there(body: str) -> None:
    assert found(SITE | {"index.html": page("", body)}) == [("site-picture", "build/index.html", "no.png")]


@pytest.mark.parametrize("address", ["../no.woff2", "https://fonts.example/f.woff2"])
def test_what_a_style_sheet_asks_for(address: str) -> None:
    site = SITE | {"assets/s.css": f"a{{background:url({address})}}".encode()}
    assert found(site) == [("site-picture", "build/assets/s.css", address)]


def test_languages_name_pages_that_are_there_and_name_them_back() -> None:
    gone = SITE | {"a/fi/index.html": page("a/fi/", "", BOTH + alternate("ru", "a/ru/"))}
    assert found(gone) == [("site-hreflang", "build/a/fi/index.html", BASE + "a/ru/")]
    silent = SITE | {"a/sv/index.html": page("a/sv/")}
    assert found(silent) == [("site-hreflang-return", "build/a/fi/index.html", BASE + "a/sv/")]


def test_whole_addresses_are_below_the_sites_own() -> None:
    other = "https://kaikukortti.example/a/fi/"
    elsewhere = f'<link rel="canonical" href="{other}"><meta property="og:url" content="{other}">'
    site = SITE | {"a/fi/index.html": PAGE.format(head=elsewhere, body="").encode()}
    assert ("site-base", "build/a/fi/index.html", other) in found(site)
    assert ("site-base", "build/sitemap.xml", other) in found(
        SITE | {"sitemap.xml": SITE["sitemap.xml"].replace(BASE.encode() + b"a/fi/", other.encode())}
    )
    assert found(SITE | {"robots.txt": b"Sitemap: https://other.example/sitemap.xml\n"}) == [
        ("site-base", "build/sitemap.xml", "https://other.example/sitemap.xml")
    ]


def test_the_map_names_pages_that_are_there() -> None:
    site = {name: data for name, data in SITE.items() if name != "a/sv/index.html"}
    site["index.html"], site["a/fi/index.html"] = page(""), page("a/fi/")
    assert found(site) == [("site-link", "build/sitemap.xml", BASE + "a/sv/")]


def test_a_fault_of_many_pages_is_told_once() -> None:
    dead = {f"p{number}/index.html": page(f"p{number}/", '<a href="../no/">x</a>') for number in range(5)}
    (only,) = link_problems(SITE | dead, read_pages(SITE | dead), BASE)
    assert (only.place.path, dict(only.values)["pages"]) == ("p0/index.html", "5")


def test_bytes_that_are_no_page_are_no_fault_of_ours() -> None:
    assert read_pages({"a.html": b"", "b.html": b"\x00\xff"}).keys() == {"a.html", "b.html"}


@pytest.mark.parametrize(
    ("source", "href", "target"),
    [
        ("a/fi/index.html", "../sv/", "a/sv/index.html"),
        ("a/fi/index.html", "..", "a/index.html"),
        ("a/fi/index.html", "../../", "index.html"),
        ("index.html", "./", "index.html"),
        ("index.html", "../", "../index.html"),
        ("a/x.html", "y%20z.pdf#p", "a/y z.pdf"),
    ],
)
def test_relative_addresses_are_resolved_as_browsers_do(source: str, href: str, target: str) -> None:
    assert resolve(source, href)[0] == target


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (BASE, "index.html"),
        (BASE + "a/fi/", "a/fi/index.html"),
        (BASE + "a.pdf", "a.pdf"),
        ("https://kaikukortti.example/reposit/", None),
        ("http://kaikukortti.example/repo/", None),
        ("https://x.example/repo/", None),
    ],
)
def test_an_address_is_inside_or_not(address: str, path: str | None) -> None:
    assert inside(BASE, address) == path
