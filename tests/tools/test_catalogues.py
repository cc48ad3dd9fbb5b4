"""The catalogues are compiled, whole and alike in all their languages."""

import ast
import gettext
import io
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import sitegen
from sitegen.languages.messages import PROBLEMS, catalogue
from tools.catalogues import CATALOGUES, catalogues, compiled, is_current

PACKAGE = Path(sitegen.__file__).parent
LANGUAGES = ("fi", "sv", "en")
MAKERS = {"error", "warning", "note", "problem"}
PARTS = ("found", "expected", "example")


@pytest.mark.parametrize("target", catalogues(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_compiled_files_are_current(target: Path) -> None:
    assert is_current(target, catalogues()[target]), "run python -m tools.catalogues"


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    source = CATALOGUES / "fi" / "cli.po"
    copy = tmp_path / "fi" / "cli.po"
    copy.parent.mkdir()
    copy.write_bytes(source.read_bytes())
    data = compiled([copy])
    assert data == compiled([source])
    assert b"Date" not in data
    assert b"Babel" not in data


def test_parts_of_a_domain_become_one(tmp_path: Path) -> None:
    folder = tmp_path / "fi"
    folder.mkdir()
    (folder / "x.po").write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    (folder / "x.d-more.po").write_text('msgid "ä"\nmsgstr "ö"\n', encoding="utf-8")
    found = catalogues(tmp_path)
    assert list(found) == [folder / "x.mo"]
    read = gettext.GNUTranslations(io.BytesIO(compiled(found[folder / "x.mo"])))
    assert (read.gettext("a"), read.gettext("ä")) == ("b", "ö")


def test_a_message_given_twice_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "fi" / "x.po"
    source.parent.mkdir()
    source.write_text('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="given twice"):
        compiled([source])


def messages(lang: str) -> dict[str, tuple[str, ...]]:
    """Key -> its forms in one language alone, without the chain."""
    data = compiled(catalogues()[CATALOGUES / lang / f"{PROBLEMS}.mo"])
    found: dict[str, tuple[str, ...]] = {}
    for key, text in gettext.GNUTranslations(io.BytesIO(data))._catalog.items():  # type: ignore[attr-defined]
        name = key[0] if isinstance(key, tuple) else key
        found[name] = (*found.get(name, ()), text)
    found.pop("", None)
    return found


ALL = {lang: messages(lang) for lang in LANGUAGES}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_language_has_the_same_messages() -> None:
    assert set(ALL["sv"]) == set(ALL["fi"])
    assert set(ALL["en"]) == set(ALL["fi"])


def test_every_language_has_the_same_placeholders() -> None:
    for key, forms in ALL["fi"].items():
        wanted = set().union(*(placeholders(form) for form in forms))
        for lang in LANGUAGES:
            for form in ALL[lang][key]:
                assert form.strip(), f"{key} is empty in {lang}"
                assert placeholders(form) == wanted, f"{key} in {lang}"


def makers() -> Iterator[tuple[str, str, set[str] | None]]:
    """Every place that makes a problem: where, its id, the names of its values (None: not known)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS
            ):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = {keyword.arg for keyword in node.keywords}
                values = None if None in names else {name for name in names if name} - {"rule", "masked"}
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", first.value, values


MADE = tuple(makers())


def test_every_problem_has_its_sentences() -> None:
    ids = {id for _, id, _ in MADE}
    lacking = sorted(f"{id}.{part}" for id in ids for part in PARTS[:2] if f"{id}.{part}" not in ALL["fi"])
    assert lacking == []


def test_every_placeholder_is_given_a_value() -> None:
    lacking = [
        f"{where}: {id} gives no {name}"
        for where, id, values in MADE
        if values is not None
        for part in PARTS
        for form in ALL["fi"].get(f"{id}.{part}", ())
        for name in sorted(placeholders(form) - values)
    ]
    assert lacking == []


def test_a_value_may_have_any_name() -> None:
    """The catalogue's own parameters are positional, so that no value's name can clash with them."""
    values = {name for _, _, found in MADE for name in found or ()} | {"key", "self", "count"}
    given = {name: f"<{name}>" for name in values}
    assert catalogue(PROBLEMS, "en").get("column-missing.found", **given).count("<key>") == 1
