"""argparse in the reader's language: its own headings and complaints too."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from sitegen.commands.common import UsageError
from sitegen.languages.messages import Catalogue

_COMPLAINTS = (
    (
        "choice",
        re.compile(
            r"argument (?P<argument>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<known>.+)\)"
        ),
    ),
    ("number", re.compile(r"argument (?P<argument>.+?): invalid \w+ value: '(?P<value>.*)'")),
    ("missing", re.compile(r"the following arguments are required: (?P<argument>.+)")),
    ("unknown", re.compile(r"unrecognized arguments: (?P<argument>.+)")),
    ("value", re.compile(r"argument (?P<argument>.+?): expected .+")),
)


def speaking(say: Catalogue) -> type[argparse.ArgumentParser]:
    """The class of parsers that speak with a catalogue; wrong use raises `UsageError` with a sentence."""

    class Formatter(argparse.HelpFormatter):
        """The usage line begins with a word of the catalogue."""

        def add_usage(
            self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
        ) -> None:
            own = f"{say.get('usage.usage')}: " if prefix is None else prefix
            super().add_usage(usage, actions, groups, own)

    class Parser(argparse.ArgumentParser):
        """Headings, help and complaints in the reader's language."""

        def __init__(self, **given: Any) -> None:
            super().__init__(**given, add_help=False, formatter_class=Formatter)
            self._positionals.title = say.get("usage.arguments")
            self._optionals.title = say.get("usage.options")
            self.add_argument("-h", "--help", action="help", help=say.get("usage.help"))

        def error(self, message: str) -> NoReturn:
            """Raise the complaint as a sentence of ours."""
            raise UsageError(f"{_sentence(message, say)} {say.get('usage.see', program=self.prog)}")

    return Parser


def _sentence(message: str, say: Catalogue) -> str:
    for name, pattern in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found:
            known = {key: text.replace("'", "") for key, text in found.groupdict().items()}
            return say.get(f"usage.wrong.{name}", **known)
    return say.get("usage.wrong.other", argument=message)
