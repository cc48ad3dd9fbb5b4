"""Templates: all escaped, compiled once, never stale, and at home in a folder that nobody may write."""

from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from sitegen.render.templates import environment, plain_environment, read_all

VALUES = ("<b>&'\"", Markup("<b>"), 7, None, "plain")


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text("{{ v }}\n", "utf-8")
    return tmp_path


def compiled(theme: Path) -> list[Path]:
    return sorted((theme / "templates/__pycache__").rglob("*.cache"))


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values_are_escaped_as_by_jinja(theme: Path, value: object) -> None:
    """The two write some signs as other entities, which are the same signs."""
    plain = Environment(autoescape=True).from_string("{{ v }}").render(v=value)
    own = environment(theme).get_template("page.html").render(v=value)
    assert unescape(own) == unescape(plain)
    assert own.count("<") == plain.count("<")


def test_our_escaping_is_used(theme: Path) -> None:
    """Were the hook of Jinja's gone, pages would still be right, only made more slowly: this tells."""
    source = environment(theme).compile("{{ v }}", raw=True)
    assert "environment.escaped(" in source
    assert "yield escape(" not in source


def test_our_hooks_are_used(theme: Path) -> None:
    """As above: what is called, read and defined goes the short way."""
    source = environment(theme).compile("{% macro m(x) %}{{ x.y(w.z) }}{% endmacro %}", raw=True)
    assert "l_1_x.y(" in source
    assert "context.call(" not in source
    assert "l_1_w), 'z')" in source, "words are a table"
    assert "environment.macro(macro, Macro(" in source


def test_calls_of_macros_callers_and_functions_are_those_of_jinja(theme: Path) -> None:
    """With arguments by place and by name, in loops and blocks, where Jinja adds arguments of its own."""
    source = (
        "{% macro row(x, end='.') %}<p>{{ x }}{{ end }}</p>{% endmacro %}"
        "{% macro box(x) %}<div>{{ x }}{{ caller() }}</div>{% endmacro %}"
        "{% block main %}{% for x in xs %}{{ row(x) }}{{ row(x, end='!') }}{{ say(x, twice=true) }}"
        "{% call box(x) %}{{ loop.index }}{% endcall %}{% endfor %}{% endblock %}"
    )
    values = {"xs": ["<a>", "b"], "say": lambda text, twice=False: text * (1 + twice)}
    plain = Environment(autoescape=True).from_string(source).render(values)
    assert environment(theme).from_string(source).render(values) == plain
    assert "<p>&lt;a&gt;!</p>" in plain


def test_what_is_not_there_is_a_fault(theme: Path) -> None:
    with pytest.raises(UndefinedError):
        environment(theme).get_template("page.html").render()


@pytest.mark.parametrize(
    "source", ["{{ v.name }}", "{% if v.name %}{% endif %}", "{{ w.name }}", "{{ v.a.name }}"]
)
def test_an_attribute_that_is_not_there_is_the_same_fault(theme: Path, source: str) -> None:
    with pytest.raises(UndefinedError, match="name"):
        environment(theme).from_string(source).render(v=SimpleNamespace(a=""), w={})


@pytest.mark.parametrize("source", ["{{ m() }}", "{{ m(1, 2) }}", "{{ m(y=1) }}", "{{ caller() }}"])
def test_a_macro_called_wrongly_fails(theme: Path, source: str) -> None:
    with pytest.raises((UndefinedError, TypeError)):
        environment(theme).from_string("{% macro m(x) %}{{ x }}{% endmacro %}" + source).render()


def test_templates_outside_the_site_get_tables(theme: Path) -> None:
    page = plain_environment(theme).from_string("{{ v.name }}{% if v.items %}!{% endif %}")
    assert page.render(v={"name": "<b>"}) == "&lt;b&gt;!"


def test_a_compiled_template_is_kept_and_never_stale(theme: Path) -> None:
    read_all(environment(theme))
    assert len(compiled(theme)) == 1
    (theme / "templates/page.html").write_text("new {{ v }}\n", "utf-8")
    assert environment(theme).get_template("page.html").render(v=1) == "new 1"


def test_a_broken_one_is_compiled_again(theme: Path) -> None:
    read_all(environment(theme))
    compiled(theme)[0].write_bytes(b"broken")
    assert environment(theme).get_template("page.html").render(v=1) == "1"


def test_those_of_another_version_go(theme: Path) -> None:
    old = theme / "templates/__pycache__/jinja-old"
    old.mkdir(parents=True)
    read_all(environment(theme))
    assert not old.exists()
    assert len(compiled(theme)) == 1


def test_a_folder_that_cannot_be_written_is_enough(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", denied)
    assert environment(theme).get_template("page.html").render(v=1) == "1"
    assert compiled(theme) == []


def test_no_folder_is_made_where_no_templates_lie(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ v }}\n", "utf-8")
    assert environment(tmp_path).get_template("page.html").render(v=1) == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
