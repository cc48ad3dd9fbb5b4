"""What the tests of validation share: a small project checked whole, single values, sentences."""

import ast
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sitegen.languages.messages import fill
from sitegen.load.files import load_project
from sitegen.load.nodes import Scalar
from sitegen.load.register import load_register
from sitegen.load.yaml import read_yaml
from sitegen.model.fields import Kind, Spec
from sitegen.model.network import Network
from sitegen.model.register import Register
from sitegen.model.sections import SECTIONS
from sitegen.problems import Place, Problem, Severity, report
from sitegen.project import Project, package_root
from sitegen.validate import validate
from sitegen.validate.context import Asked, Checked, Context
from sitegen.validate.record import read_record
from sitegen.validate.sections import digest

CASES = Path(__file__).resolve().parents[1] / "cases-rules"
BASE = CASES / "base"
PLACE = Place("regions/malli/region.yaml", 3, 9)

INVENTED = (
    "code,name_fi,name_sv,area_fi,area_sv\n"
    "X01,Mallila,Modellby,Mallimaa,Modellandet\n"
    "X02,Esimerkkilä,Exempelby,Mallimaa,Modellandet\n"
)


@lru_cache(maxsize=1)
def register() -> Register:
    """The shipped register with two invented municipalities."""
    return load_register(INVENTED)[0]


def context(*languages: str, media: tuple[str, ...] = (), invented: bool = False) -> Context:
    """A region that writes these languages (Finnish only, if none are given)."""
    return Context(
        register(), languages or ("fi",), ("fi", "sv", "en", "fi-simple", "ar", "ru"), media, invented
    )


def asked(kind: Kind, *, around: Context | None = None, **more: Any) -> Asked:
    """A field called `field` of a kind."""
    spec = Spec(kind, "Kenttä", "Fält", "Field", "esimerkki", key="field", **more)
    return Asked(spec, PLACE, around or context())


def ids(outcome: Checked[Any]) -> list[str]:
    """Severity and id of an outcome's problems: `E phone-short`."""
    return [f"{problem.severity[0].upper()} {problem.id}" for problem in outcome.problems]


def made(outcome: Checked[Any]) -> Any:
    """The outcome's value, which must be there."""
    assert outcome.value is not None, ids(outcome)
    return outcome.value


def record(yaml: str, kind: type, around: Context | None = None) -> Checked[Any]:
    """A record read from YAML."""
    root, problems = read_yaml("test.yaml", yaml.encode())
    assert problems == ()
    assert root is not None
    return read_record(root, kind, around or context())


def scalar(value: str) -> Scalar:
    """A value at the test's place."""
    return Scalar(value, PLACE)


@dataclass(frozen=True)
class Result:
    """A project read and checked."""

    network: Network | None
    problems: tuple[Problem, ...]

    def lines(self) -> list[str]:
        """Problems as `error path:line:column id`."""
        return [f"{one.severity} {one.place} {one.id}" for one in self.problems]

    def ids(self, severity: Severity | None = None) -> list[str]:
        """Their ids."""
        return [one.id for one in self.problems if severity is None or one.severity is severity]


def write_base(folder: Path) -> Path:
    """A small project without a fault, the base of the cases, with every national text in fi and sv."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for lang in ("fi", "sv"):
        texts = folder / "content" / "2026" / lang
        texts.mkdir(exist_ok=True)
        follows = "" if lang == "fi" else f"translated_from: {digest('Text fi.')}\n"
        for name in SECTIONS:
            front = f"---\ntitle: {name}\n{follows}---\n"
            (texts / f"{name}.md").write_text(f"{front}\nText {lang}.\n", "utf-8")
    return folder


def check(folder: Path, *, codes: frozenset[str] = frozenset()) -> Result:
    """Load and validate a project as the program does."""
    raw, loading = load_project(Project(folder))
    known, registering = load_register(raw.municipalities)
    network, checking = validate(raw, known, tracked(folder), card_codes=codes)
    return Result(network, report((*loading, *registering, *checking)).problems)


def tracked(folder: Path) -> Iterable[tuple[str, str]]:
    """Path and text of every file."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".yaml", ".md", ".csv"):
            yield path.relative_to(folder).as_posix(), path.read_text("utf-8", errors="replace")


@lru_cache(maxsize=3)
def messages(lang: str) -> dict[str, str]:
    """All sentences of problems, straight from the catalogues' sources."""
    folder = package_root() / "languages" / "catalogues" / lang
    found: dict[str, str] = {}
    for path in sorted(folder.glob("problems*.po")):
        pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', path.read_text("utf-8"), re.MULTILINE)
        found |= {ast.literal_eval(id): ast.literal_eval(text) for id, text in pairs}
    return found


def sentences(problem: Problem, lang: str) -> list[str]:
    """The sentences of a problem, filled in; fails where one is missing or names a value not there."""
    values: dict[str, object] = dict(problem.values)
    known = messages(lang)
    parts = [part for part in ("found", "expected", "example") if f"{problem.id}.{part}" in known]
    assert "found" in parts, problem.id
    return [fill(known[f"{problem.id}.{part}"], values) for part in parts]
