"""A character that paper cannot show is told where it is written (BAR B74)."""

from sitegen.build.glyphs import glyph_problems
from sitegen.load.markdown import read_markdown
from sitegen.load.nodes import RawEdition, RawFile, RawProject, RawRegion, RawText
from sitegen.load.yaml import read_yaml
from sitegen.problems import Place


def project(yaml: str, text: str = "Teksti.\n") -> RawProject:
    root, _ = read_yaml("regions/a/2026/venues.yaml", yaml.encode())
    markdown, _ = read_markdown("regions/a/2026/fi/use.md", text.encode())
    assert root is not None
    assert isinstance(markdown, RawText)
    file = RawFile("regions/a/2026/venues.yaml", root)
    edition = RawEdition(2026, "regions/a/2026", (file,), (("fi", "use", markdown),))
    return RawProject(None, None, None, (), (RawRegion("a", "regions/a", None, (edition,), (), None),))


def found(raw: RawProject) -> list[tuple[Place, str]]:
    return [(one.place, dict(one.values)["code"]) for one in glyph_problems(raw)]


def test_letters_of_every_language_can_be_printed() -> None:
    yaml = "format: 1\nvenues:\n  - name: {fi: Åäö šž, ar: مرحبا, ru: Привет, se: čđŋ}\n"
    assert found(project(yaml, "## Näin – “lainaus” 5 €\n\nمرحبا Привет\n")) == []


def test_an_emoji_is_told_at_its_column() -> None:
    yaml = "format: 1\nnote: Tervetuloa 😀\n"
    assert found(project(yaml)) == [(Place("regions/a/2026/venues.yaml", 2, 18), "U+1F600 grinning face")]


def test_in_a_text_too_and_once_for_each_file() -> None:
    text = "---\ntitle: Täällä\n---\n\nRivi.\nSydän ❤ ja 漢 ja ❤.\n"
    places = [place for place, _ in found(project("format: 1\nnote: a\n", text))]
    assert [(place.line, place.column) for place in sorted(places)] == [(6, 7), (6, 12)]
