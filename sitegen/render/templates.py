"""The templates of a theme, compiled by Jinja: strict, escaped, and read once.

Compiled templates are kept beside their sources as Python keeps its modules, in `__pycache__`; Jinja compares
the source before it takes one. Where that folder cannot be written they are compiled each time.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from errno import ENOENT
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2 import __version__ as jinja_version
from jinja2.compiler import CodeGenerator, MacroRef
from jinja2.nodes import Call, Expr, Getattr, Name
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from sitegen.render.html_inline import escape as escape_text

FOLDER = "templates"
_COMPILED = "jinja-"
_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks what is escaped; as `Markup` itself does, without asking what it is given."""
_WORDS = "w"
"""The one name in templates that stands for a table and not for values with attributes."""


class TemplateFaultError(Exception):
    """A theme's template cannot be used: `path`, `line` (0: not known), `reason` in English."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(path, line, reason)
        self.path, self.line, self.reason = path, line, reason

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


class _Generator(CodeGenerator):
    """Writes templates as Python that asks less than Jinja's own, in the places that are met most often.

    Were one of these hooks of Jinja's gone, its own code would do the same.
    """

    def _output_child_pre(self, node: Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: Call, frame: Any, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        """A call as Python does it: nothing here asks to be given the template's context."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Any) -> None:
        """A macro, made by `_Escaping.macro`."""
        self.write("environment.macro(macro, ")
        super().macro_def(macro_ref, frame)
        self.write(")")


class _PageGenerator(_Generator):
    """For pages, whose templates get values with attributes and one table, the words."""

    def visit_Getattr(self, node: Getattr, frame: Any) -> None:  # noqa: N802 - Jinja's name
        """An attribute as Python reads it (`_Pages.handle_exception` tells of one that is not there)."""
        if isinstance(node.node, Name) and node.node.name == _WORDS:
            self.write("environment.getitem(")
            self.visit(node.node, frame)
            self.write(f", {node.attr!r})")
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Escaping(Environment):
    """An environment that makes no new `Markup` for every value it writes."""

    code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates see, as one table: Jinja asks it for each import of each page."""
        return {**self.globals, **(d or {})}

    @staticmethod
    def escaped(value: object) -> str:
        """What stands in HTML for a value: markup as it is, anything else escaped."""
        if type(value) is Markup:
            return value
        if type(value) is str:
            return escape_text(value)
        return str(value) if type(value) is int else escape(value)

    @staticmethod
    def macro(write: Callable[..., str], whole: Macro) -> Callable[..., str]:
        """A macro that is called at once where every argument comes by its place, else as Jinja does."""
        count = len(whole.arguments)
        if whole.caller or whole.catch_kwargs or whole.catch_varargs:
            return whole

        def call(*args: Any, **named: Any) -> str:
            if named or len(args) != count:
                return whole(*args, **named)
            return _safe(write(*args))

        return call


class _Pages(_Escaping):
    """For the templates of pages."""

    code_generator_class = _PageGenerator

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """A value without an attribute is a fault of the template, as where Jinja itself looks for it."""
        try:
            super().handle_exception(source)
        except AttributeError as fault:
            raise UndefinedError(str(fault)).with_traceback(fault.__traceback__) from fault


def environment(theme: Path) -> Environment:
    """An environment for a theme's templates; one that asks for what is not there fails when rendered."""
    return _strict(_Pages, theme)


def plain_environment(folder: Path) -> Environment:
    """The same for templates outside the site, which may get tables for values."""
    return _strict(_Escaping, folder)


def _strict(kind: type[Environment], theme: Path) -> Environment:
    return kind(
        loader=FileSystemLoader([theme / FOLDER, theme]),
        bytecode_cache=_compiled(theme / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@contextmanager
def faults_told(theme: Path) -> Iterator[None]:
    """What is wrong with a template inside becomes a `TemplateFaultError` at its line; where there is none,
    `FileNotFoundError`.
    """
    try:
        yield
    except TemplateNotFound as fault:
        raise FileNotFoundError(ENOENT, str(fault), str(theme / FOLDER / str(fault.name))) from fault
    except TemplateError as fault:
        path, line = _place(fault)
        raise TemplateFaultError(path or str(theme), line, str(fault.message)) from fault


def _place(fault: TemplateError) -> tuple[str, int]:
    """File and line of the template in which it happened, the innermost one."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.filename or "", fault.lineno
    found, step = ("", 0), fault.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".html"):
            found = step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
    return found


def read_all(environment: Environment) -> None:
    """Read every template now instead of when the first page needs it."""
    for name in environment.list_templates(("html",)):
        if not name.startswith(f"{FOLDER}/"):  # the theme's folder, where drawings lie, holds them once more
            environment.get_template(name)


def _compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Where compiled templates of a folder are kept: a place for each version of Jinja and of this file."""
    compiler = hashlib.sha256(jinja_version.encode() + Path(__file__).read_bytes()).hexdigest()
    kept = folder / "__pycache__"
    own = kept / f"{_COMPILED}{compiler[:16]}"
    if not folder.is_dir():
        return None
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    for old in set(kept.glob(f"{_COMPILED}*")) - {own}:
        shutil.rmtree(old, ignore_errors=True)
    return FileSystemBytecodeCache(str(own)) if os.access(own, os.W_OK) else None
