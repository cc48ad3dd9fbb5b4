"""Links and contacts of pages: escaped, named once, addresses kept from left to right."""

from sitegen.compose.pages.view import PageLink
from sitegen.model.document import Contact, Link, Text
from sitegen.render.html_inline import Writing, text_html
from sitegen.render.link_html import contacts_html, link_html


def write(text: Text) -> str:
    return text_html(text, Writing("fi"))


def contact(label: str, text: Text, href: str, *note: Text) -> Contact:
    return Contact("phone", Text(label), (Link(text, href),), note)


def test_a_link_says_what_it_is() -> None:
    link = PageLink(
        Text("Broschyr", lang="sv"), "b.pdf?a&b", True, "sv", "application/pdf", Text("PDF, 1 <kB")
    )
    assert link_html(link, write, "go") == (
        '<a href="b.pdf?a&amp;b" class="go" aria-current="page" hreflang="sv" type="application/pdf">'
        '<span lang="sv">Broschyr</span> <span class="whole">(PDF, 1 &lt;kB)</span></a>'
    )


def test_a_plain_link_has_nothing_more() -> None:
    assert (
        link_html(PageLink(Text('A "b" <c>'), "../"), write) == '<a href="../">A &quot;b&quot; &lt;c&gt;</a>'
    )


def test_an_address_may_break_before_its_sign_only() -> None:
    link = PageLink(Text("a@b.example", ltr=True), "mailto:a@b.example")
    assert link_html(link, write) == '<a href="mailto:a@b.example"><bdi dir="ltr">a<wbr>@b.example</bdi></a>'


def test_words_over_an_address_are_words() -> None:
    link = PageLink(Text("Kirjoita meille"), "mailto:a@b.example")
    assert link_html(link, write) == '<a href="mailto:a@b.example">Kirjoita meille</a>'


def test_numbers_run_from_left_to_right() -> None:
    link = PageLink(Text("016 000 001", ltr=True), "tel:+35816000001")
    assert link_html(link, write) == '<a href="tel:+35816000001"><bdi dir="ltr">016 000 001</bdi></a>'


def test_a_label_stands_once_for_its_contacts() -> None:
    rows = (
        contact("Puhelin", Text("1", ltr=True), "tel:1", Text("arkisin")),
        contact("Puhelin", Text("2", ltr=True), "tel:2"),
        contact("Verkossa", Text("a.example", ltr=True), "https://a.example/"),
    )
    assert contacts_html(rows, write) == (
        '<dl class="contact">\n'
        "<div><dt>Puhelin</dt>\n"
        '<dd><a href="tel:1"><bdi dir="ltr">1</bdi></a> <span class="remark">arkisin</span></dd>\n'
        '<dd><a href="tel:2"><bdi dir="ltr">2</bdi></a></dd>\n'
        "</div>\n"
        "<div><dt>Verkossa</dt>\n"
        '<dd><a href="https://a.example/"><bdi dir="ltr">a.example</bdi></a></dd>\n'
        "</div>\n"
        "</dl>"
    )


def test_nobody_to_reach_is_an_empty_list() -> None:
    assert contacts_html((), write, "stub") == '<dl class="stub">\n\n</dl>'
