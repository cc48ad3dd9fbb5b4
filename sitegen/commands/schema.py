"""`sitegen schema`: the JSON Schemas for text editors."""

import argparse

from sitegen.commands.common import OK, project_of, tell
from sitegen.languages.messages import Catalogue

NAME = "schema"


def add(command: argparse.ArgumentParser, say: Catalogue) -> None:
    """It has no arguments of its own."""
    del command, say


def run(options: argparse.Namespace, say: Catalogue) -> int:
    """Write them to `schemas/`."""
    from sitegen.schema import write_schemas

    project = project_of(options)
    for path in write_schemas(project.root / "schemas"):
        tell(say.get("schema.written", path=project.relative(path)))
    return OK
