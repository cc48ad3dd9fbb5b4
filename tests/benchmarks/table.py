"""What was measured, as a table in Markdown: printed, and kept beside the benchmarks."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class Table:
    """What was measured: a name, a value in words, the target and whether it was met."""

    rows: list[tuple[str, str, str, bool | None]] = field(default_factory=list)

    def add(self, name: str, value: float, unit: str, target: float | None = None) -> bool:
        """Keep a measure; says whether it is below its target."""
        met = None if target is None else value < target
        shown = f"{value:.0f}" if value >= 100 else f"{value:.2f}"
        self.rows.append((name, f"{shown} {unit}", "" if target is None else f"< {target:g} {unit}", met))
        return met is not False

    def lines(self) -> list[str]:
        """The table in Markdown."""
        marks = {True: "yes", False: "**no**", None: ""}
        head = ["| measure | value | target | met |", "| --- | ---: | ---: | --- |"]
        return [
            *head,
            *(f"| {name} | {value} | {goal} | {marks[met]} |" for name, value, goal, met in self.rows),
        ]


def tell(config: pytest.Config, made: Table, results: Path, about: str) -> None:
    """Print the table; under `make bench` write it after a few words `about` it.

    `make bench` measures on purpose; a look at one of these tests leaves the file as it is.
    """
    capture = config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print("\n" + "\n".join(made.lines()))
    if config.getoption("benchmark_enable"):
        results.write_text(about + "\n".join(("", *made.lines(), "")), "utf-8")
