"""Progress on a terminal; silent where nobody watches (rich, imported only on a terminal)."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TextIO

from sitegen.languages.messages import Catalogue

Tell = Callable[[str, int, int], None]
"""Called with the step's name (a key below `progress.`), how many are done and how many there are."""


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@contextlib.contextmanager
def progress(stream: TextIO, say: Catalogue) -> Iterator[Tell]:
    """A way to tell how far a build is: a line with a bar on a terminal, nothing elsewhere."""
    if not stream.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(step: str, done: int, total: int) -> None:
            bar.update(task, description=say.get(f"progress.{step}"), completed=done, total=total or None)

        yield tell
