"""The tree shows the architecture: imports go one way, each library has its one place (DESIGN section 5)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sitegen

PACKAGE = Path(sitegen.__file__).parent

LAYERS = (
    ("bare",),
    ("structs",),
    ("problems", "project"),
    ("model",),
    ("languages",),
    ("load", "reporting", "schema"),
    ("validate",),
    ("compose",),
    ("plan",),
    ("render",),
    ("check",),
    ("store",),
    ("progress", "yaml_edit"),
    ("build",),
    ("scaffold", "summary", "year", "cards", "exchange"),
    ("serve",),
    ("serve", "scaffold", "summary", "year", "cards", "exchange"),
    ("deploy", "doctor", "links"),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a module imports from lower layers and from its own package only."""

LIBRARIES = {
    "babel": ("languages.formats",),
    "docx": ("render.docx",),
    "email_validator": ("validate.",),
    "fontTools": ("render.fonts", "render.pdf"),
    "httpx": ("links.client",),
    "jinja2": ("render.html", "render.templates"),
    "livereload": ("serve.live",),
    "lxml": ("render.docx", "check."),
    "markdown": ("compose.markdown",),
    "markupsafe": ("render.html", "render.templates"),
    "msgspec": ("structs",),
    "openpyxl": ("exchange.", "year.excel"),
    "page": ("check.pdf",),
    "phonenumbers": ("validate.",),
    "pikepdf": ("check.", "render.pdf"),
    "pydyf": ("render.pdf",),
    "pyphen": ("languages.hyphens",),
    "pypdfium2": ("check.",),
    "rich": ("progress",),
    "segno": ("compose.", "cards.symbols"),
    "tornado": ("serve.",),
    "weasyprint": ("render.pdf",),
    "yaml": ("load.yaml", "yaml_edit."),
}
"""A third-party package and the only modules (by the beginning of their name) that import it."""


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def rank(module: str) -> int:
    top = module.partition(".")[0]
    return next(place for place, layer in enumerate(LAYERS) if top in layer)


MODULES = dict(modules())


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_imports_go_one_way(module: str) -> None:
    own = module.partition(".")[0]
    for name in imports(MODULES[module]):
        if not name.startswith("sitegen."):
            continue
        target = name.removeprefix("sitegen.")
        assert target.partition(".")[0] == own or rank(target) < rank(module), f"{module} imports {target}"


@pytest.mark.parametrize("module", list(MODULES))
def test_each_library_has_its_place(module: str) -> None:
    for name in imports(MODULES[module]):
        top = name.partition(".")[0]
        if top in ("sitegen", "") or top in sys.stdlib_module_names:
            continue
        assert top in LIBRARIES, f"{module} imports {top}: give it its place in LIBRARIES"
        assert module.startswith(LIBRARIES[top]), f"{module} imports {top}"


@pytest.mark.parametrize("module", list(MODULES))
def test_files_stay_small(module: str) -> None:
    lines = MODULES[module].read_text("utf-8").count("\n")
    assert lines <= 420, f"{module}: {lines} lines"


def test_every_module_has_a_layer() -> None:
    known = {name for layer in LAYERS for name in layer}
    assert {name.partition(".")[0] for name in MODULES if name} <= known
