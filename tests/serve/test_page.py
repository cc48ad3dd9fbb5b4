"""What is added to a page, and by which its script tells whether it changed."""

import re

import pytest

from sitegen.serve.page import followed, language_of

PAGE = (
    '<!doctype html>\n<html lang="sv" dir="ltr">\n<head>\n'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">\n"
    '<link rel="stylesheet" href="../../assets/kaiku-0123456789.css">\n</head>\n'
    "<body>\n<main>{}</main>\n</body>\n</html>\n"
)


def content(page: str) -> str:
    found = re.search(r'data-content="([0-9a-f]{64})"', followed(page, "", {}, {}))
    assert found is not None
    return found[1]


def test_script_report_and_policy() -> None:
    made = followed(PAGE.format("x"), "<div>report</div>", {"token": 't"<'}, {"host": "[::1]", "ext": "a"})
    assert "default-src 'none'; connect-src 'self'; script-src 'self'" in made
    end = made.partition("</main>")[2]
    assert end.index("report") < end.index("livereload.js?host=[::1]&amp;ext=a") < end.index("preview.js")
    assert 'data-token="t&quot;&lt;"' in end
    assert end.endswith("</body>\n</html>\n")


def test_a_page_without_an_end_is_followed_too() -> None:
    assert followed("<p>x", "", {}, {}).startswith("<p>x<link")


def test_another_style_sheet_is_the_same_content() -> None:
    page = PAGE.format("x")
    assert content(page) == content(page.replace("kaiku-0123456789", "kaiku-abcdef0123"))
    assert content(page) != content(PAGE.format("y"))
    assert content(page) != content(page.replace("kaiku-", "other-"))


@pytest.mark.parametrize(
    ("page", "lang"), [(PAGE, "sv"), ('<html lang="fi-simple">', "fi-simple"), ("<p>", "")]
)
def test_language(page: str, lang: str) -> None:
    assert language_of(page) == lang
