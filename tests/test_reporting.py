import io
import json
from pathlib import Path

import pytest

from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.problems import Place, Report, error, note, report, warning
from sitegen.reporting import cut, excerpt, print_report, safe, sentences


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(found: Report, root: Path, format: str = "text", lang: str = "en") -> str:
    stream = io.StringIO()
    print_report(found, root, lang, format, stream)
    return stream.getvalue()


def tab(path: str = "a.yaml", line: int = 2, column: int = 1) -> Report:
    return report([error("yaml-tab", Place(path, line, column), rule="B01", lines="2")])


def test_text_shows_the_line_with_a_caret(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\r\n  \tc: d\r\n")
    assert printed(tab(column=3), tmp_path) == (
        "Error: a.yaml:2:3\n"
        "     2 |   →c: d\n"
        "       |   ^\n"
        "  Found:    The line begins with a tab. Tabs are on lines 2.\n"
        "  Expected: Spaces, two for each level.\n"
        "  Rule:     B01\n"
        "\n"
        "In all: 1 error.\n"
    )


@pytest.mark.parametrize(
    ("lang", "line"), [("fi", "Ei virheitä.\n"), ("sv", "Inga fel.\n"), ("en", "No problems.\n")]
)
def test_a_clean_run(tmp_path: Path, lang: str, line: str) -> None:
    assert printed(report([]), tmp_path, lang=lang) == line


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("fi", "Yhteensä: 2 virhettä, 1 varoitus, 1 huomautus.\n"),
        ("sv", "Sammanlagt: 2 fel, 1 varning, 1 anmärkning.\n"),
        ("en", "In all: 2 errors, 1 warning, 1 note.\n"),
    ],
)
def test_counts_in_the_language(tmp_path: Path, lang: str, line: str) -> None:
    found = report(
        [
            error("yaml-empty", Place("a.yaml")),
            error("yaml-empty", Place("b.yaml")),
            warning("yaml-empty", Place("c.yaml")),
            note("yaml-empty", Place("d.yaml")),
        ]
    )
    assert printed(found, tmp_path, lang=lang).endswith(f"\n\n{line}")


def test_a_masked_line_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: secret\n")
    found = report([error("yaml-empty", Place("a.yaml", 1, 4), masked=True)])
    for format in ("text", "json", "github"):
        assert "secret" not in printed(found, tmp_path, format)


def test_nothing_from_a_file_reaches_the_terminal_raw(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("a: \x1b[2J\u202e\x9b\n".encode())
    found = report([error("yaml-no-colon", Place("a.yaml", 1, 4), text="\x1b[2J\u202e\x9b")])
    for format in ("text", "github"):
        text = printed(found, tmp_path, format)
        assert not set("\x1b\u202e\x9b") & set(text)
        assert "\\x1b[2J\\u202e\\x9b" in text
    assert "^" in printed(found, tmp_path)


def test_a_path_is_escaped_too(tmp_path: Path) -> None:
    assert "\x1b" not in printed(tab("a\x1b.yaml"), tmp_path)


@pytest.mark.parametrize(
    ("path", "line"), [("none.yaml", 1), ("", 0), ("a.yaml", 0), ("a.yaml", 99), ("folder", 1), ("a\x00b", 1)]
)
def test_no_excerpt_where_there_is_no_line(tmp_path: Path, path: str, line: int) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n")
    (tmp_path / "folder").mkdir()
    assert excerpt(tmp_path, Place(path, line, 1)) is None


def test_an_excerpt_never_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: b\n")
    (tmp_path / "link.yaml").symlink_to("secret")
    assert excerpt(tmp_path, Place("link.yaml", 1, 1)) is None


def test_a_long_line_is_cut_round_the_place() -> None:
    found = cut("x" * 300 + "HERE" + "y" * 300, Place("a", 1, 301))
    assert len(found.text) < 110
    assert found.caret is not None
    assert found.text[found.caret :].startswith("HERE")
    assert found.text.startswith("…")
    assert found.text.endswith("…")


def test_the_caret_counts_columns_of_the_terminal() -> None:
    assert cut("e\u0301x", Place("a", 1, 3)).caret == 1
    assert cut("漢x", Place("a", 1, 2)).caret == 2
    assert cut("a\x07x", Place("a", 1, 3)).caret == 5
    assert cut("abc", Place("a", 1, 0)).caret is None


def test_colours_only_on_a_terminal_that_wants_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    print_report(tab(), tmp_path, "fi", "text", terminal)
    assert terminal.getvalue().startswith("\x1b[1;31mVirhe\x1b[0m: a.yaml:2:1")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal()
    print_report(tab(), tmp_path, "fi", "text", plain)
    assert plain.getvalue().startswith("Virhe: a.yaml:2:1")
    assert printed(tab(), tmp_path, lang="fi").startswith("Virhe: a.yaml:2:1")


def test_json_is_a_list_of_problems(tmp_path: Path) -> None:
    assert json.loads(printed(report([]), tmp_path, "json")) == []
    found = report([warning("mojibake", Place("ä.yaml", 1, 2), rule="B32", word="HÃ¤me", suggestion="Häme")])
    assert json.loads(printed(found, tmp_path, "json")) == [
        {
            "id": "mojibake",
            "severity": "warning",
            "path": "ä.yaml",
            "line": 1,
            "column": 2,
            "found": "The letters of “HÃ¤me” are broken.",
            "expected": "The word as it should be. Did you mean Häme?",
            "example": "",
            "rule": "B32",
        }
    ]


def test_github_annotations_are_escaped(tmp_path: Path) -> None:
    found = report(
        [
            error("yaml-no-colon", Place("a,b:c%.yaml", 3, 1), rule="B13", text="100 %\n::error::x"),
            note("yaml-empty"),
        ]
    )
    first, second = sorted(printed(found, tmp_path, "github").splitlines(), key=len, reverse=True)
    assert first.startswith(
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=1,title=Error (B13)::The line is neither"
    )
    assert "100 %25\\x0a::error::x%0AThe name of a field" in first
    assert second.startswith("::notice title=Note::The file is empty")


def test_an_id_without_a_sentence_still_says_something(tmp_path: Path) -> None:
    found = report([error("no-such-id", Place("a.yaml", 1, 1))])
    for lang in ("fi", "sv", "en"):
        assert "no-such-id" in printed(found, tmp_path, lang=lang)


def test_an_empty_suggestion_asks_nothing() -> None:
    problem = error("file-name", Place("a"), name="x.yaml", names="y.yaml", suggestion="")
    assert "mean" not in sentences(problem, catalogue(PROBLEMS, "en")).expected


def test_safe_keeps_letters_of_every_script() -> None:
    assert safe("ä å 016 كايكو می\u200cخواهم Кайку 漢") == "ä å 016 كايكو می\u200cخواهم Кайку 漢"
    assert safe("\ud800\U000e0041") == "\\ud800\\U000e0041"
