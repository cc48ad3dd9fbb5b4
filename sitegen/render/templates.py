"""The templates of a theme, compiled by Jinja: strict, escaped, and read once.

Compiled templates are kept beside their sources as Python keeps its modules, in `__pycache__`; Jinja compares
the source before it takes one. Where that folder cannot be written they are compiled each time.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2 import __version__ as jinja_version
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sitegen.render.html_inline import escape as escape_text

FOLDER = "templates"
_COMPILED = "jinja-"


class _Generator(CodeGenerator):
    """Has values written by `escaped`. Were this hook of Jinja's gone, its own `escape` would do the same."""

    def _output_child_pre(self, node: Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Direct(Context):
    """Calls what a template calls as Python does: nothing here asks to be given the context itself."""

    @staticmethod
    def call(
        function: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """What the function gives. Jinja's own two arguments are for functions that want the context."""
        return function(*args, **kwargs)


class _Escaping(Environment):
    """An environment that makes no new `Markup` for every value it writes."""

    code_generator_class = _Generator
    context_class = _Direct

    @staticmethod
    def escaped(value: object) -> str:
        """What stands in HTML for a value: markup as it is, anything else escaped."""
        if type(value) is str:
            return escape_text(value)
        return value if type(value) is Markup else escape(value)


def environment(theme: Path) -> Environment:
    """An environment for a theme's templates; one that asks for what is not there fails when rendered."""
    return _Escaping(
        loader=FileSystemLoader([theme / FOLDER, theme]),
        bytecode_cache=_compiled(theme / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


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
