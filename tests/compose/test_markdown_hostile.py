"""What hostile texts become: characters, never code (BAR S01, S02, S03, S06, S42)."""

import time

import pytest

from sitegen.compose.facts import pieces
from sitegen.compose.markdown import parse, parser
from sitegen.compose.tree import links
from sitegen.model.document import Block, Document
from sitegen.problems import Place, Severity

PLACE = Place("t.md", 4, 1)
USING = parser()

MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<math><mi xlink:href='data:x,<script>alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<form action=https://evil.example/><input type=submit>",
    "<object data=x></object>",
    "<embed src=x>",
    "<video><source onerror=alert(1)>",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!doctype html>",
    "<?php echo 1 ?>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt>alert(1)</ScRiPt>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "**<b onclick=alert(1)>x</b>**",
    "- <img src=x onerror=alert(1)>",
    "> <img src=x onerror=alert(1)>",
    "## <img src=x onerror=alert(1)>",
    "| <img src=x onerror=alert(1)> | b |\n|---|---|\n| a | b |",
    "[<img src=x onerror=alert(1)>](https://example.fi/)",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt;script&gt;",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#x73;cript:alert(1)",
    "javascript&colon;alert(1)",
    "java%73cript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\u200bscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "ftp://example.fi/",
    "//evil.example/",
    "/\\evil.example/",
    "https:evil.example",
    "https:///evil.example",
    "https://a@evil.example/",
    "https://evil.example\\@a.example/",
    "https://evil.example:99999999/",
    "mailto:a@example.fi?subject=x&body=y",
    "mailto:",
    "tel:112;ext=1",
    "page:../etc",
    'page:venues"onmouseover=alert(1)',
    "view-source:https://example.fi/",
    "blob:https://example.fi/x",
    "",
]


def shown(blocks: tuple[Block, ...]) -> str:
    document = Document("letter", "fi", "ltr", "", "", "", blocks)
    return " ".join(piece.text for piece in pieces(document))


def hrefs(blocks: tuple[Block, ...]) -> list[str]:
    return [link.href for link in links(blocks)]


@pytest.mark.parametrize("payload", MARKUP)
def test_markup_is_an_error_and_stays_text(payload: str) -> None:
    blocks, problems = parse(f"Alku.\n\n{payload}\n", PLACE, "fi", media={}, using=USING)
    wrong = {problem.id for problem in problems if problem.severity is Severity.ERROR}
    assert wrong & {"markdown-html", "markdown-entity"}
    assert {problem.place.line for problem in problems} <= {6, 7, 8}
    assert all(href == "https://example.fi/" for href in hrefs(blocks))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("form", ["[teksti]({})", "[teksti](<{}>)", "[teksti][a]\n\n[a]: {}"])
def test_addresses_are_refused(address: str, form: str) -> None:
    blocks, problems = parse(form.format(address), PLACE, "fi", media={}, using=USING)
    assert hrefs(blocks) == []
    is_refused = any(problem.severity is Severity.ERROR for problem in problems)
    is_text = "[teksti]" in shown(blocks)
    assert is_refused or is_text


@pytest.mark.parametrize(
    "address",
    ["https://xn--80ak6aa92e.example/", "https://gооgle.example/", "https://eхample.fi/"],
)
def test_lookalikes_are_said(address: str) -> None:
    _, problems = parse(f"[teksti]({address})", PLACE, "fi", using=USING)
    assert [problem.id for problem in problems] == ["link-lookalike"]


def test_attributes_cannot_be_broken_out_of() -> None:
    blocks, _ = parse(
        '[teksti](https://example.fi/ "\\" onmouseover=alert(1) x=\\"")', PLACE, "fi", using=USING
    )
    (found,) = links(blocks)
    assert (found.href, found.text.value, found.label) == ("https://example.fi/", "teksti", "")


@pytest.mark.parametrize("template", ["{{ 7*7 }}", "{% include 'x' %}", "{# x #}", "${7*7}"])
def test_template_marks_are_not_read(template: str) -> None:
    _, problems = parse(template, PLACE, "fi", using=USING)
    assert problems == ()


def test_the_parsers_own_tokens_do_not_pass() -> None:
    blocks, _ = parse("\x02wzxhzdk:0\x03 ja \x02klzzwxh:0000\x03 ja \U000f0007x", PLACE, "fi", using=USING)
    assert "\x02" not in repr(blocks)
    assert "\\U000f0007" not in ascii(blocks)


HARD = [
    "[",
    "![",
    "[](",
    "[a](",
    "*",
    "**a ",
    "_",
    "`",
    "<",
    "<!",
    "&#",
    "\\",
    "> ",
    "- ",
    "#",
    "|",
    "(",
    "]",
]


@pytest.mark.parametrize("piece", HARD)
@pytest.mark.parametrize("between", ["", "\n", "\n\n"], ids=["one-line", "lines", "blocks"])
def test_hard_texts_are_quick(piece: str, between: str) -> None:
    """100 kB of a hostile sign take under two seconds; beyond the limits there are no blocks at all."""
    size = 120 if between == "\n\n" else 4_000 if between == "\n" else 90_000
    line = piece * (size // len(piece))
    body = between.join([line] * max(1, 90_000 // (len(line) + 2)))
    start = time.process_time()
    parse(body, PLACE, "fi", media={}, using=USING)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("a\n" * 3_001, "markdown-many-lines"),
        ("> " * 6 + "a", "markdown-too-deep"),
        (" " * 28 + "- a", "markdown-too-deep"),
        ("*a " * 1_000, "markdown-too-many"),
        ("\n\n".join(["[a]" * 100] * 55), "markdown-too-many"),
    ],
)
def test_limits_are_said(body: str, id: str) -> None:
    blocks, problems = parse(body, PLACE, "fi", using=USING)
    assert blocks == ()
    assert {problem.id for problem in problems} == {id}
