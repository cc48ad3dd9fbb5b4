"""The files around the program agree with each other (BAR S35)."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def names(text: str) -> set[str]:
    """The packages of a requirements file, normalised as the Python package index does."""
    found = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", text, flags=re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


def pins(name: str) -> dict[str, str]:
    """Package and version of every locked line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, flags=re.MULTILINE))


def test_pyproject_and_requirements_name_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = names((ROOT / "requirements.in").read_text(encoding="utf-8"))
    assert names("\n".join(project["dependencies"])) | {"flit-core"} == wanted


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_package_asked_for_is_locked(name: str) -> None:
    wanted = names((ROOT / f"{name}.in").read_text(encoding="utf-8"))
    assert wanted <= pins(f"{name}.txt").keys()


def test_the_test_lock_holds_the_program_lock_with_the_same_versions() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_line_has_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://|--find-links|--(?:extra-)?index-url", text) == []


def test_the_npm_lock_names_exact_versions_and_no_address() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_the_fonts_are_what_their_script_makes() -> None:
    from tools.fonts import TARGET, make_all

    made = make_all()
    assert sorted(path.name for path in TARGET.iterdir()) == sorted(made)
    assert [name for name, data in made.items() if (TARGET / name).read_bytes() != data] == []
