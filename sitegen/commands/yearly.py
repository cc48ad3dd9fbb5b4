"""A region's next edition for the commands that need it before it is there."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.commands.common import UsageError
from sitegen.languages.messages import Catalogue
from sitegen.project import Project


def made_edition(project: Project, region: str, year: int, say: Catalogue) -> None:
    """Make it as `sitegen new edition` does. Raises `UsageError` where it cannot be made."""
    from sitegen.year.edition import EditionError, new_edition
    from sitegen.year.files import BrokenFileError

    try:
        new_edition(project, region, year)
    except EditionError as refused:
        raise UsageError(say.get(f"new.{refused.reason}", id=region, **refused.values)) from refused
    except BrokenFileError as broken:
        raise UsageError(say.get("import.broken", region=region)) from broken


@contextmanager
def edition_in_copy(project: Project, region: str, year: int, say: Catalogue) -> Iterator[Project]:
    """The project as it would be with the edition: a copy of what it needs, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        root = Path(folder)
        shutil.copytree(project.content, root / "content", symlinks=True)
        shutil.copytree(project.regions / region, root / "regions" / region, symlinks=True)
        copy = Project(root)
        made_edition(copy, region, year, say)
        yield copy
