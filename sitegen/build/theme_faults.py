"""What is wrong with a theme's files is told at its place, as any other mistake."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.problems import Place, Problem, error
from sitegen.project import Project
from sitegen.render.templates import TemplateFaultError


@contextmanager
def noted(found: list[Problem], project: Project, theme: Path) -> Iterator[None]:
    """What is wrong with the theme ends what is done inside, and is added to `found`."""
    try:
        yield
    except (TemplateFaultError, FileNotFoundError) as fault:
        found.append(_problem(project, theme, fault))


def _problem(project: Project, theme: Path, fault: TemplateFaultError | FileNotFoundError) -> Problem:
    """The problem of a template, or of a file that the theme lacks. Raises any other fault again."""
    if isinstance(fault, TemplateFaultError):
        place = Place(project.relative(Path(fault.path)), fault.line, 1 if fault.line else 0)
        return error("theme-template", place, fault=fault.reason)
    path = Path(str(fault.filename))
    if not path.is_relative_to(theme):
        raise fault
    return error("theme-file-absent", Place(project.relative(theme)), file=path.relative_to(theme).as_posix())
