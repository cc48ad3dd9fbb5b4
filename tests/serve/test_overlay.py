"""The report over the page: everything escaped, nothing that must not be shown, in the page's language."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from sitegen.languages.messages import catalogue
from sitegen.problems import Place, Problem, error, note, report, warning
from sitegen.serve.overlay import MOST, Concern, overlay

LIST = "regions/tornio/2026/venues.yaml"
HERE = Concern("fi", "tornio")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / LIST
    path.parent.mkdir(parents=True)
    path.write_text(
        "one: 1\ntwo: <script>alert(1)</script>\n  three: x & y\nfour: 010101-123N\nfive: 5\n", "utf-8"
    )
    return tmp_path


def shown(root: Path, *problems: Problem, concern: Concern = HERE, fault: str = "") -> lxml_html.HtmlElement:
    text = overlay(report(problems), fault, concern, root, catalogue("cli", "en"))
    return lxml_html.fragment_fromstring(text)


def mistake(line: int, column: int = 3, value: str = "<b>x</b>", path: str = LIST) -> Problem:
    return error("value-unknown", Place(path, line, column), rule="B51", field="kind", value=value)


def test_nothing_where_nothing_stops(root: Path) -> None:
    found = report((note("x", Place(LIST, 1, 1)), warning("y", Place(LIST, 2, 1))))
    assert overlay(found, "", HERE, root, catalogue("cli", "en")) == ""


def test_place_excerpt_and_caret(root: Path) -> None:
    box = shown(root, mistake(3, 10))
    alert = box.get_element_by_id("sg-report")
    assert alert.get("role") == "alert"
    assert alert.get("tabindex") == "-1"
    assert alert.find_class("sg-where")[0].text_content() == f"{LIST}:3:10"
    marked = alert.find_class("sg-at")
    assert marked[0].text == "   3    three: x & y"
    assert marked[1].text is not None
    assert marked[0].text[marked[1].text.index("^")] == "x"
    assert [
        one.text.split()[0] for one in alert.find_class("sg-code")[0].iter("span") if one.text.split()
    ] == [
        *("1", "2", "3"),
        "^",
        "4",
        "5",
    ]


def test_what_authors_wrote_is_text(root: Path) -> None:
    box = shown(root, mistake(2, value="<img src=x onerror=alert(1)>\u202e\x1b[31m"), fault="<i>fault</i>")
    assert {one.tag for one in box.iter()} <= {
        *("div", "h1", "h2", "p", "ol", "li", "dl", "dt", "dd", "button", "code", "span", "bdi"),
    }
    assert "<script>alert(1)</script>" in box.text_content()
    assert "<i>fault</i>" in box.text_content()
    assert "\u202e" not in box.text_content()
    assert "\x1b" not in box.text_content()


def test_a_line_that_must_not_be_shown_is_shown_nowhere(root: Path) -> None:
    code = error("personal-code", Place(LIST, 4, 7), rule="S36", masked=True)
    box = shown(root, code, mistake(3), mistake(5))
    assert "010101-123N" not in box.text_content()
    assert f"{LIST}:4:7" in box.text_content()
    assert "five: 5" in box.text_content()


@pytest.mark.parametrize(
    ("page", "spoken"),
    [("fi", "fi"), ("sv", "sv"), ("en", "en"), ("fi-simple", "fi"), ("ar", "en"), ("", "en")],
)
def test_the_language_of_the_page_or_else_of_the_terminal(root: Path, page: str, spoken: str) -> None:
    box = shown(root, mistake(1), concern=Concern(page, "tornio"))
    assert (box.get("lang"), box.get("dir")) == (spoken, "ltr")
    title = catalogue("cli", spoken).get("overlay.title")
    assert box.get_element_by_id("sg-title").text_content().startswith(title)


def test_errors_first_then_warnings_notes_not_at_all(root: Path) -> None:
    problems = [warning("w", Place(LIST, 1, 1)), note("n", Place(LIST, 2, 1)), mistake(5), mistake(3)]
    places = [one.text_content() for one in shown(root, *problems).find_class("sg-where")]
    assert places == [f"{LIST}:3:3", f"{LIST}:5:3", f"{LIST}:1:1"]


@pytest.mark.parametrize(
    ("path", "region", "opened"),
    [
        (LIST, "tornio", "yes"),
        (LIST, "vaasa", "no"),
        (LIST, None, "yes"),
        ("content/site.yaml", "vaasa", "yes"),
    ],
)
def test_open_where_the_page_shows_what_it_is_about(
    root: Path, path: str, region: str | None, opened: str
) -> None:
    box = shown(root, mistake(1, path=path), concern=Concern("fi", region))
    assert box.get("data-open") == opened


def test_a_flood_is_counted(root: Path) -> None:
    problems = [mistake(1, value=str(number)) for number in range(MOST + 7)]
    box = shown(root, *problems)
    assert len(box.find_class("sg-problem")) == MOST
    assert catalogue("cli", "fi").get("overlay.more", count=7) in box.text_content()


def test_the_same_report_has_the_same_digest(root: Path) -> None:
    one, same, other = (shown(root, mistake(line)).get("data-digest") for line in (1, 1, 2))
    assert one == same
    assert one != other
